"""The import history of a job: its months read together, and who is in Keycafe by it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.who import FOUND, NOBODY, PLACE, WHO, resolve, rows_of_same_number
from keycafe_clean.digits import without_zeros
from keycafe_clean.job.outcome_lines import ALREADY_THERE, ERASED, NEEDS_A_FIX, OUTCOME_LINES, TRY_AGAIN, is_in_keycafe
from keycafe_clean.match.doubted_before import DOUBTED
from keycafe_clean.outcome_reasons import IN_KEYCAFE
from keycafe_clean.steps.employment import REASON_OF
from keycafe_clean.steps.status import INACTIVE

#: The lines of every month, in order, with the name of its folder.
HISTORY = pl.Schema(dict.fromkeys(("folder", *OUTCOME_LINES.names()), pl.String))

#: The cells of a line as columns of Keycafe's.
_AS_COLUMNS = (
    pl.col("first_name").alias("First Name"),
    pl.col("last_name").alias("Last Name"),
    pl.col("email").alias("Email Address"),
)

#: Outcomes of people who were in a file: whatever else a row was, nothing is concluded from it a month later.
_CURRENT = pl.col("outcome").is_in(["ready", "waiting"]) | (pl.col("reason") == IN_KEYCAFE).fill_null(value=False)


@dataclass(frozen=True)
class History:
    """What every month of a job said, oldest first (`HISTORY`); `erased` are the lines whose person was erased."""

    lines: pl.DataFrame
    erased: pl.DataFrame = field(default_factory=HISTORY.to_frame)

    @classmethod
    def of(cls, months: Sequence[tuple[str, pl.DataFrame]]) -> "History":
        """Get the history of the lines of months, each with the name of its folder, oldest first."""
        read = [lines.select(pl.lit(folder).alias("folder"), pl.all()) for folder, lines in months]
        lines = pl.concat([HISTORY.to_frame(), *read])
        is_erased = (pl.col("outcome") == ERASED).fill_null(value=False)
        return cls(lines.filter(~is_erased), lines.filter(is_erased))

    @property
    def sent(self) -> pl.DataFrame:
        """Get the lines of whoever was in a file that was handed over, oldest first."""
        return self.lines.filter(pl.col("sent").is_not_null())

    @property
    def in_keycafe(self) -> pl.DataFrame:
        """Get the lines of whoever is in Keycafe by it, or may be: added, already there, or not answered yet."""
        return self.sent.filter(is_in_keycafe())

    @cached_property
    def members(self) -> pl.DataFrame:
        """Get the lines of everybody in Keycafe, under every name and address that a month has known them by.

        `HISTORY` with `person` (UInt32). Whoever was found in a month that says no longer that they are in Keycafe, is
        not among them by that; whoever was found in a list, or in a month that is gone, is.
        """
        folders = self.lines.get_column("folder").unique(maintain_order=True)
        members = self.in_keycafe.with_row_index("person")
        for folder in folders:
            found = self.lines.filter(pl.col("folder") == folder, pl.col("known_file").is_not_null())
            before = members.select("person", known_file="folder", known_row="row").unique(["known_file", "known_row"])
            linked = found.join(before, on=["known_file", "known_row"], how="left", maintain_order="left")
            told = linked.filter(pl.col("person").is_not_null() | ~pl.col("known_file").is_in(folders.implode()))
            # Of a list: each line is a person of its own.
            own = pl.int_range(pl.len(), dtype=pl.UInt32) + members.height + self.lines.height
            members = pl.concat([members, told.with_columns(pl.col("person").fill_null(own)).select(members.columns)])
        return _by_every_address(members).unique(["person", *WHO], keep="last", maintain_order=True)

    @property
    def last(self) -> pl.DataFrame:
        """Get the lines of the newest month about people who were to be in Keycafe: ready, waiting or there already."""
        return self._newest.filter(_CURRENT)

    def now(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get where people (name and email) stand in the newest month, and whether they are in Keycafe by the history.

        Adds `is_here`, `has_left`, `is_member` and `was_sent` (Boolean; by any month, whatever Keycafe said); whoever
        is no row of that month is neither of the first, and whoever is there once more has not left: a re-hire has the
        row of the old employment too.
        In the order of `people`, by address or name alone.
        """
        blank = {cell: pl.lit(None, pl.String) for cell in ("employee_id", "start_date")}
        asked = people.with_columns(**blank)
        here = self._newest.with_columns(**blank)
        current, left = (as_people(here.filter(of)) for of in (_CURRENT, pl.col("reason") == REASON_OF[INACTIVE]))
        there, were_sent = (
            as_people(pl.concat([lines.select(WHO), lines.select(WHO).with_columns(**blank)]))
            for lines in (self.members, self.sent)
        )
        told = {"is_here": current, "has_left": left, "is_member": there, "was_sent": were_sent}
        stand = people.with_columns(
            placed(asked, known).get_column("found").ne(NOBODY).alias(name) for name, known in told.items()
        )
        return stand.with_columns(has_left=pl.col("has_left") & ~pl.col("is_here"))

    def left_last(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get `placed()` of whoever had left by the last month in which they were a row, and is one of `people`."""
        told = self.lines.filter(_CURRENT | (pl.col("reason") == REASON_OF[INACTIVE]).fill_null(value=False))
        return _last_placed(told, people).filter(pl.col("reason") == REASON_OF[INACTIVE])

    @property
    def _newest(self) -> pl.DataFrame:
        return self.lines.filter(pl.col("folder") == pl.col("folder").last())

    def without_account(self, answer: str) -> pl.DataFrame:
        """Get the last lines of whoever got this answer when they were sent last, and is to be sent again.

        Each person once. Not whoever is in Keycafe by another file, nor whom the newest month leaves out: they may have
        left since.
        """
        asked = self.sent.filter(pl.col("answer").is_in([NEEDS_A_FIX, TRY_AGAIN]))
        open_ones = asked.filter(~self.are_members(asked))
        here = self._newest.filter(~pl.col("outcome").is_in(["combined", "not_people"]))
        stands = here.select(now="outcome").with_row_index("row_id")
        told = placed(open_ones, as_people(here)).join(stands, on="row_id", how="left", maintain_order="left")
        # Whoever is in no newest month is told apart by the cells of each line.
        cells = [pl.when(pl.col("row_id").is_null()).then(cell).alias(f"own {cell}") for cell in WHO]
        last = told.with_columns(cells).unique(
            ["row_id", *(f"own {cell}" for cell in WHO)], keep="last", maintain_order=True
        )
        return last.filter(pl.col("now").ne_missing("left_out"), pl.col("answer") == answer).select(HISTORY.names())

    def are_members(self, lines: pl.DataFrame) -> pl.Series:
        """Tell of each of `lines` (cells of `WHO`) whether it is in Keycafe: by number, address, or name and day."""
        people = as_people(self.members)
        return placed(lines.select(WHO), people).get_column("found") != NOBODY

    def surely_among(self, lines: pl.DataFrame) -> pl.DataFrame:
        """Get those of `lines` (`OUTCOME_LINES`) in Keycafe by number or address; without both, by name and day.

        A name and a day may be two people's, and whoever was sent beside them was found to be another one.
        """
        number, address = without_zeros(pl.col("employee_id")), email_key("address")
        numbers, addresses = (self.members.select(key).to_series().drop_nulls().implode() for key in (number, address))
        neither = pl.all_horizontal(number.is_null(), address.is_null())
        by_name = lines.filter(neither & pl.lit(self.are_members(lines)))
        told = lines.filter((number.is_in(numbers) | address.is_in(addresses)).fill_null(value=False))
        return pl.concat([told, by_name])

    def used(self, month: str) -> int:
        """Count the users that files of this job have used up in a month (`YYYY-MM`)."""
        # Assumption: only users that were created count.
        created = (pl.col("answer") != ALREADY_THERE).fill_null(value=True)
        there = pl.concat([self.in_keycafe, self.erased.filter(is_in_keycafe())])
        return there.filter(pl.col("month") == month, created).height

    def used_by_month(self) -> dict[str, int]:
        """Count the users that files of this job have used up, by month (`YYYY-MM`), oldest first."""
        return {month: self.used(month) for month in self.sent.get_column("month").unique().drop_nulls().sort()}

    def waiting_list(self) -> pl.DataFrame:
        """Get the lines of whoever the newest month planned for later, or is to be sent again, in their order."""
        planned = self.last.filter(pl.col("outcome") == "ready", ~is_in_keycafe())
        return planned.with_row_index("place").sort("month", "place", nulls_last=True).drop("place")

    def refused_among(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get whom Keycafe refused when they were sent last, as `decide()` takes them (`REFUSED`), by the present rows.

        `people` is `who.identities()`. Whoever is no row, or may be several, is not among them.
        """
        return (
            _last_placed(self.sent, people)
            .filter(pl.col("answer") == NEEDS_A_FIX)
            .with_columns(email="address")
            .select(
                "row_id",
                pl.concat_str("month", pl.lit("-01")).str.to_date().dt.to_string("%B %Y").alias("month"),
                "said",
                *_AS_COLUMNS,
            )
        )

    def left_among(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get whoever had left when a month said so last, and is a row again: `row_id`, `month`, `said` (the reason).

        `people` is `who.identities()`. Whoever was ready in a later month has come back since.
        """
        told = self.lines.filter((pl.col("reason") == REASON_OF[INACTIVE]) | (pl.col("outcome") == "ready"))
        last = _last_placed(told, people)
        return last.filter(pl.col("outcome") == "left_out").select("row_id", month="folder", said="why")

    def asked_among(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get the pairs that nobody answered in the newest month, as present rows: `left_row_id`, `right_row_id`.

        `people` is `who.identities()`. A pair of which one is no row any more, or may be several, is none.
        """
        now = _asked_still(self._newest, people).select("file", "row", "row_id", "beside_file", "beside_row", "outcome")
        asked = now.filter(pl.col("outcome") == "waiting").drop_nulls("beside_row")
        others = now.select(beside_file="file", beside_row="row", left_row_id="row_id")
        both = asked.join(others, on=["beside_file", "beside_row"], maintain_order="left")
        return both.drop_nulls(["row_id", "left_row_id"]).select("left_row_id", right_row_id="row_id")

    def doubted_among(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get whom a month has asked about as perhaps in Keycafe, and no file has sent since, as present rows.

        `DOUBTED`, each row as it was asked about last. `people` is `who.identities()`; whoever is no row, or may be
        several, is not among them.
        """
        told = self.lines.with_columns(order=pl.col("folder").rle_id())
        asked = _asked_still(told.drop_nulls("may_be"), people).drop_nulls("row_id")
        if asked.is_empty():
            return DOUBTED.to_frame()
        once = asked.unique("row_id", keep="last", maintain_order=True)
        there = placed(told.filter(pl.col("sent").is_not_null(), is_in_keycafe()), people)
        since = there.drop_nulls("row_id").group_by("row_id").agg(sent_in=pl.col("order").max())
        met = once.join(since, on="row_id", how="left", maintain_order="left")
        still = met.filter(~(pl.col("sent_in") > pl.col("order")).fill_null(value=False))
        same = (email_key("email") == email_key("may_be")).fill_null(value=False)
        return still.select("row_id", value="may_be", by_address=same)

    def placed_apart(self, lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
        """Get `placed()` of lines of this history, none of them in a row that was another one beside it.

        A name and a first day may be two people's: a row with the address of another line of the same month is that
        line's, unless the two have one number, or were found to be one person.
        """
        found = placed(lines, people)
        key, number = email_key("email"), without_zeros(pl.col("employee_id"))
        apart = self.lines.filter(~pl.col("outcome").is_in(["combined", "not_people"]))
        here = people.select("row_id", key=key, number=number)
        owned = apart.select("folder", key=key).drop_nulls().unique().join(here, on="key")
        line = found.select("folder", "row_id", own=key, own_number=number).with_row_index("line")
        met = line.join(owned, on=["folder", "row_id"])
        is_other_number = (pl.col("own_number") != pl.col("number")).fill_null(value=True)
        taken = met.filter(pl.col("own").ne_missing(pl.col("key")), is_other_number)
        is_taken = pl.int_range(pl.len(), dtype=pl.UInt32).is_in(taken.get_column("line").implode())
        return found.with_columns(
            row_id=pl.when(~is_taken).then("row_id"), found=pl.when(is_taken).then(pl.lit(NOBODY)).otherwise("found")
        )

    def known_among(self, people: pl.DataFrame) -> pl.DataFrame:
        """Get who is in Keycafe by the history, as `decide()` takes known people: `KNOWN`, `BESIDE` and `PLACE`.

        `people` is `who.identities()`. `known_row` is the row that a line is about, where exactly one person answers
        it, else null; `gone` is whether nobody does, under any of the names that a person had: then `numbered_row` is
        the row that has their number, and nothing else of them.
        """
        lines = self.members
        found = self.placed_apart(lines, people)
        gone = found.select((pl.col("found") == NOBODY).all().over("person")).to_series()
        numbered = rows_of_same_number(_as_asked(lines), people)
        return lines.select(
            *_AS_COLUMNS,
            *("employee_id", "start_date"),
            list_file=pl.col("folder"),
            list_row=pl.col("row").cast(pl.UInt32),
            known_row=found.get_column("row_id"),
            gone=gone,
            numbered_row=numbered.set(~gone, None),
        )


def _by_every_address(members: pl.DataFrame) -> pl.DataFrame:
    """Get the lines with the address that the account has, and those whose export has another one with that too.

    Who gave an address up, or never had one, is known without.
    """
    as_read = members.filter(pl.col("address").is_not_null() & (pl.col("email") != pl.col("address")))
    return pl.concat([members.with_columns(email="address"), as_read])


def placed(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get `lines` with `found` and the `row_id` that each is about: null unless exactly one person answers it."""
    told = resolve(_as_asked(lines), people)
    row = pl.when(pl.col("found") == FOUND).then("row_id")
    return lines.hstack(told.select(row.alias("row_id"), "found"))


def _last_placed(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get `placed()` of the last line about each of `people`, of those who are exactly one."""
    return placed(lines, people).drop_nulls("row_id").unique("row_id", keep="last", maintain_order=True)


def as_people(lines: pl.DataFrame) -> pl.DataFrame:
    """Get lines as the people of an export (`who.identities()`), each a person; `row_id` counts from 0."""
    told = lines.select(*WHO).with_row_index("row_id")
    as_read = pl.col("email", "start_date").name.suffix("_as_read")
    return told.with_columns(as_read, person="row_id", **{cell: pl.lit(None, pl.String) for cell in PLACE})


def _as_asked(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.select(*WHO, *(pl.lit(None, pl.String).alias(cell) for cell in PLACE))


def _asked_still(lines: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get `placed()`, and each line once more for who has nothing but its number: a question goes on to both."""
    found = placed(lines, people)
    numbered = found.with_columns(row_id=rows_of_same_number(_as_asked(lines), people))
    return pl.concat([found, numbered.drop_nulls("row_id")])


def as_who(known: pl.DataFrame) -> pl.DataFrame:
    """Get known people (`known.lines.PEOPLE`) with the cells of `WHO`."""
    whole = pl.coalesce(pl.concat_str("First Name", "Last Name", separator=" "), "full_name")
    return known.select("employee_id", "start_date", email="Email Address", name=whole).select(WHO)
