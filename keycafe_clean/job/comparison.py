"""The month after: who is new, has left, is changed or missing, against the newest month of the job."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.setup import MassChanges
from keycafe_clean.decide.who import SEVERAL, WHO
from keycafe_clean.folding import folded_name
from keycafe_clean.job.history import History, as_who, placed
from keycafe_clean.job.outcome_lines import OUTCOME_LINES, is_in_keycafe
from keycafe_clean.outcome_reasons import BY_HAND, IN_KEYCAFE, reason_in_words
from keycafe_clean.pipeline import Cleaned
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.status import INACTIVE

#: What became of somebody of the month before. `conflict`: several people of the export answer.
LEFT, CHANGED, MISSING, CONFLICT, THERE = "left", "changed", "missing", "conflict", "there"

#: Where somebody stands by the history: in Keycafe, on the waiting list of a later month, or waiting for an answer.
BY_IMPORT, PLANNED, ASKED = "in Keycafe", "planned", "waiting"

#: The reasons for leaving a row out that are no news of somebody in Keycafe, or are told by themselves.
_TOLD = (IN_KEYCAFE, BY_HAND, REASON_OF[INACTIVE])

#: Below so few people shares say nothing.
_FEW = 20


@dataclass(frozen=True)
class Comparison:
    """Everybody of the month before, and everybody who is new.

    `before`: the lines of the newest month with `became`, `stands` (where they stood), `row_id` (who they are now, or
    null) and what they are called now (`email_now`, `name_now`). `new`: the row_id of everybody in play whom no month
    knows, in the order of the export. With no month before, nobody is anything.
    """

    before: pl.DataFrame
    new: pl.Series
    #: the lines of people who had left when they were a row last, and are taken for being in Keycafe now
    back: pl.DataFrame = field(default_factory=OUTCOME_LINES.to_frame)
    #: who has left by this file, and is in Keycafe by an earlier month or a list (name, email, location, department)
    left_since: pl.DataFrame = field(default_factory=OUTCOME_LINES.to_frame)
    #: whom a decision leaves out, and who has left by this file (name, email, location, department): they may be in
    #: Keycafe under another name
    out_by_hand: pl.DataFrame = field(default_factory=OUTCOME_LINES.to_frame)
    #: whom a decision leaves out since the last month, where a month has asked who in Keycafe they are (`may_be`), or
    #: somebody there is missing (`may_be` is null; else the same columns): they may be one person
    perhaps_renamed: pl.DataFrame = field(default_factory=OUTCOME_LINES.to_frame)
    #: the lines of who is in Keycafe, and would not go in any more by the set-up, which `why_now` says in words
    ruled_out: pl.DataFrame = field(default_factory=lambda: OUTCOME_LINES.to_frame().with_columns(why_now=pl.lit("")))

    #: the months of the job, oldest first, with how many people each one's files have put into Keycafe
    sent: Mapping[str, int] = field(default_factory=dict)

    def count(self, became: str, stands: str | None = None) -> int:
        """Count those of the month before of whom this became, of all or of those who stood there."""
        told = self.before.filter(pl.col("became") == became)
        return told.height if stands is None else told.filter(pl.col("stands") == stands).height


def compare(history: History, cleaned: Cleaned, beside: pl.DataFrame) -> Comparison:
    """Get what became of the people of the newest month in this export, and who is new in it.

    `beside` is who is in Keycafe by lists and by months that were forgotten (`known.lines.PEOPLE`, and `known_row`).
    """
    last = history.placed_apart(history.last, cleaned.who)
    now = _now(cleaned)
    addresses = cleaned.rows.select("row_id", email_now="Email Address")
    names = cleaned.who.select("row_id", name_now="name").join(addresses, on="row_id", maintain_order="left")
    met = last.join(now, on="row_id", how="left", maintain_order="left")
    told = met.join(names, on="row_id", how="left", maintain_order="left")
    before = told.with_columns(_became().alias("became"), _stands(history, told).alias("stands"))
    known = placed(history.lines.filter(pl.col("outcome") != "not_people"), cleaned.who).get_column("row_id")
    in_play = cleaned.rows.filter(pl.col("outcome").is_in(["ready", "waiting"])).get_column("row_id")
    new = in_play.filter(~in_play.is_in(known.drop_nulls().implode()))
    gone = history.left_last(cleaned.who).join(now, on="row_id", maintain_order="left")
    back = gone.filter(pl.col("left_by") == IN_KEYCAFE)
    told_before = pl.concat([gone.get_column("row_id"), before.get_column("row_id")]).drop_nulls()
    return Comparison(
        before,
        new if before.height else new.clear(),
        back,
        _left_since(history, cleaned, beside, told_before),
        _out_by_hand(cleaned),
        _perhaps_renamed(history, cleaned, before),
        before.filter(pl.col("stands") == BY_IMPORT, pl.col("now") == "left_out", ~pl.col("left_by").is_in(_TOLD)),
        history.used_by_month(),
    )


def _now(cleaned: Cleaned) -> pl.DataFrame:
    """Get what became of every row, and why (`left_by`, `why_now`): of a combined one, of the row that it went into."""
    kept = cleaned.rows.select("row_id", kept=pl.coalesce("combined_into", "row_id"))
    outcomes = cleaned.rows.select(kept="row_id", now="outcome", left_by="reason", why_now=reason_in_words())
    return kept.join(outcomes, on="kept", how="left", maintain_order="left").drop("kept")


def _left_since(history: History, cleaned: Cleaned, beside: pl.DataFrame, told: pl.Series) -> pl.DataFrame:
    """Get who has left by this export and is in Keycafe by a list or an older month, less the rows that were `told`."""
    known = pl.concat([history.members.select(WHO), as_who(beside)])
    there = pl.concat([placed(known, cleaned.who).get_column("row_id"), beside.get_column("known_row")])
    left = cleaned.rows.filter(pl.col("outcome") == "left_out", pl.col("reason") == REASON_OF[INACTIVE])
    unsaid = left.filter(pl.col("row_id").is_in(there.implode()) & ~pl.col("row_id").is_in(told.implode()))
    return _people_of(unsaid.select("row_id"), cleaned)


def _out_by_hand(cleaned: Cleaned) -> pl.DataFrame:
    rows = cleaned.rows.filter(pl.col("reason") == BY_HAND).select("row_id")
    return _people_of(rows, cleaned).filter(pl.col("employment") == INACTIVE)


def _perhaps_renamed(history: History, cleaned: Cleaned, before: pl.DataFrame) -> pl.DataFrame:
    out = cleaned.rows.filter(pl.col("reason") == BY_HAND).select("row_id")
    asked = history.doubted_among(cleaned.who).select("row_id", may_be="value")
    if before.filter(pl.col("became") == MISSING, pl.col("stands") == BY_IMPORT).is_empty():
        out = out.join(asked, on="row_id", how="semi", maintain_order="left")
    told = placed(history.lines.filter(pl.col("reason") == BY_HAND), cleaned.who).get_column("row_id").drop_nulls()
    new = out.filter(~pl.col("row_id").is_in(told.implode()))
    people = _people_of(new.join(asked, on="row_id", how="left", maintain_order="left"), cleaned)
    return people.filter(pl.col("employment").ne_missing(INACTIVE))


def _people_of(rows: pl.DataFrame, cleaned: Cleaned) -> pl.DataFrame:
    """Get who some rows are: name, email, location, department and employment, in their order."""
    people = rows.join(cleaned.work, on="row_id", maintain_order="left")
    return people.join(cleaned.who.select("row_id", "name", "email"), on="row_id", maintain_order="left")


def _became() -> pl.Expr:
    has_left = (pl.col("now") == "left_out") & (pl.col("left_by") == REASON_OF[INACTIVE])
    return (
        pl.when(pl.col("found") == SEVERAL)
        .then(pl.lit(CONFLICT))
        .when(pl.col("row_id").is_null())
        .then(pl.lit(MISSING))
        .when(has_left)
        .then(pl.lit(LEFT))
        .when(_is_another(folded_name(pl.col("name")), folded_name(pl.col("name_now"))))
        .then(pl.lit(CHANGED))
        .when(_is_another(email_key("address"), email_key("email_now")))
        .then(pl.lit(CHANGED))
        .otherwise(pl.lit(THERE))
    )


def _is_another(before: pl.Expr, now: pl.Expr) -> pl.Expr:
    """Yield whether a cell is another one; never null: a cell that is blank now tells nothing of an account."""
    return now.is_not_null() & before.ne_missing(now)


def _stands(history: History, lines: pl.DataFrame) -> pl.Expr:
    keys = history.members.select(key=email_key("email")).get_column("key").drop_nulls().implode()
    numbers = history.members.get_column("employee_id").drop_nulls().implode()
    known = (pl.col("reason") == IN_KEYCAFE).fill_null(value=False)
    by_address = email_key("email").is_in(keys).fill_null(value=False)
    # A number may have been given again.
    by_number = pl.col("employee_id").is_in(numbers).fill_null(value=False) & pl.lit(history.are_members(lines))
    is_there = is_in_keycafe() | known | by_address | by_number
    return (
        pl.when(is_there)
        .then(pl.lit(BY_IMPORT))
        .when(pl.col("outcome") == "ready")
        .then(pl.lit(PLANNED))
        .otherwise(pl.lit(ASKED))
    )


@dataclass(frozen=True)
class MassChange:
    """A change of so many people that the file may be another one: how many of how many, and in words what they are."""

    kind: str
    count: int
    of: int

    @property
    def question(self) -> str:
        """Get what is asked about it: how many, and whether it is right."""
        share = round(100 * self.count / self.of)
        return _SAID[self.kind].format(count=f"{self.count:,}", known=f"{self.of:,}", share=share)

    @property
    def sentence(self) -> str:
        """Get the sentence that stops a run: how many, and what to do."""
        return f"{self.question} Nothing was written. Give the whole file, or say --continue if it is right."


_SAID = {
    MISSING: "{count} of {known} known people are not in this file ({share} %). Is it the whole company?",
    LEFT: "{count} of {known} known people have left by this file ({share} %). Is its column of last days right?",
    CHANGED: "{count} of {known} known people have another name or address in this file ({share} %). Is it right?",
    "new": "{count} people are new in this file, beside {known} known ones ({share} %). Is it another file?",
}


def mass_changes(comparison: Comparison, allowed: MassChanges) -> Iterator[MassChange]:
    """Yield what changed for more people than is `allowed` (shares of those known before); nothing where few are."""
    known = comparison.before.height
    if known < _FEW:
        return
    counts = {kind: comparison.count(kind) for kind in (MISSING, LEFT, CHANGED)} | {"new": comparison.new.len()}
    for kind, count in counts.items():
        if count > getattr(allowed, kind) * known:
            yield MassChange(kind, count, known)
