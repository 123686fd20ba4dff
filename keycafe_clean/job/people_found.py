"""Whoever in the months of a job is called as asked, each with their lines of all months."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.digits import without_zeros
from keycafe_clean.errors import SetupError
from keycafe_clean.folding import folded_name
from keycafe_clean.job.history import History
from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.name_fit import in_any_order

#: The employee number of a line, whether it tells people or not.
_NUMBER = pl.coalesce("employee_id", "number_as_read")

#: So many people are told; whoever asks for more has not said whom they mean.
MOST = 10


@dataclass(frozen=True)
class Person:
    """One person of a job: their lines (`history.HISTORY`), oldest first, at least one."""

    lines: pl.DataFrame

    @property
    def name(self) -> str:
        """Get how they are called in their newest line: the name, or the address where it has none."""
        last = self.lines.row(-1, named=True)
        return last["name"] or last["email"] or "Nobody's name"

    @property
    def number(self) -> str | None:
        """Get their newest employee number; None: they never had one."""
        numbers = self.lines.select(_NUMBER).to_series().drop_nulls()
        return str(numbers.item(-1)) if numbers.len() else None


def find_people(history: History, asked: str) -> list[Person]:
    """Get whoever has the asked text as part of a name, an address or an employee number.

    Those first who have it as whole words of the name, or as the whole address or number; then by name. Nobody for a
    text without a letter or figure.
    """
    lines = history.lines.filter(pl.col("outcome") != "not_people").with_row_index("row_id")
    keyed = _keyed(lines)
    meant = keyed.filter(_is_meant(asked)).get_column("row_id")
    if meant.is_empty():
        return []
    placed = keyed.join(clusters(_pairs(keyed)), on="row_id", how="left", maintain_order="left")
    person = pl.coalesce("cluster_id", "row_id")
    met = placed.filter(pl.col("row_id").is_in(meant.implode())).select(person.unique()).to_series()
    theirs = placed.filter(person.is_in(met.implode())).with_columns(person=person)
    parts = theirs.with_columns(whole=_is_whole(asked)).partition_by("person", maintain_order=True)
    found = [(not part.get_column("whole").any(), Person(part.select(history.lines.columns))) for part in parts]
    return [it for _, it in sorted(found, key=lambda told: (told[0], told[1].name, told[1].number or ""))]


def _keyed(lines: pl.DataFrame) -> pl.DataFrame:
    """Add what tells people, as it is compared: `number`, `mailbox`, `called`, and `dated`, a name with a first day."""
    called = in_any_order(folded_name(pl.col("name")))
    return lines.with_columns(
        number=without_zeros(pl.col("employee_id")),
        mailbox=pl.coalesce(email_key("address"), email_key("email")),
        called=called,
        dated=pl.concat_str(called, "start_date", separator="\n"),
    )


def _is_meant(asked: str) -> pl.Expr:
    """Yield whether a line has the text: every word of it in the name, or all of it in an address or a number.

    A text with an @ is part of an address, and no words of a name; a number may have other zeros before it; words of a
    name may stand together or apart (`vandenberg`).
    """
    text = asked.strip().lower()
    words = (pl.select(folded_name(pl.lit(text))).item() or "").split()
    if not words:
        return pl.lit(value=False)
    named = pl.all_horizontal(pl.col("called").str.contains(word, literal=True) for word in words)
    named |= folded_name(pl.col("name")).str.contains(rf"\b{' ?'.join(map(re.escape, ''.join(words)))}\b")
    if "@" in text:
        named = pl.col("name").str.to_lowercase().str.contains(text, literal=True)
    cells = [pl.col(name).str.to_lowercase().str.contains(text, literal=True) for name in ("email", "address")]
    numbered = _NUMBER.str.to_lowercase().str.contains(text, literal=True)
    same = without_zeros(_NUMBER) == without_zeros(pl.lit(text))
    return pl.any_horizontal(it.fill_null(value=False) for it in (named, numbered, same, *cells))


def _is_whole(asked: str) -> pl.Expr:
    """Yield whether a line has the text as whole words of its name, as its whole address, or its whole number."""
    text = asked.strip().lower()
    words = (pl.select(folded_name(pl.lit(text))).item() or "").split()
    named = pl.all_horizontal(pl.col("called").str.split(" ").list.contains(word) for word in words)
    cells = [pl.col(name).str.to_lowercase() == text for name in ("email", "address")]
    return pl.any_horizontal(
        it.fill_null(value=False) for it in (named, without_zeros(_NUMBER) == without_zeros(pl.lit(text)), *cells)
    )


def _pairs(keyed: pl.DataFrame) -> pl.DataFrame:
    """Get pairs of lines of one person: the same number, or the same address or name where no number says otherwise.

    A name alone tells somebody only where no month has two people of it. What two people of a month share, a mailbox or
    a number, tells nobody without the name.
    """
    several = pl.len().over("called", "folder").max().over("called") > 1
    links = [
        _linked(keyed, "number", pl.lit(value=True)),
        _linked(keyed, "mailbox", _is_of_one()),
        _linked(keyed, "dated", _is_of_one()),
        _linked(keyed, "called", _is_of_one() & ~several),
        _found_before(keyed),
    ]
    return pl.concat(links).unique()


def _is_of_one() -> pl.Expr:
    return pl.col("number").drop_nulls().n_unique() < 2


def _linked(keyed: pl.DataFrame, key: str, is_one: pl.Expr) -> pl.DataFrame:
    """Pair the first line that has a key with each other one, where all lines of the key are one person's."""
    told = keyed.drop_nulls(key).with_columns(_unless_shared(key))
    told = told.drop_nulls(key)
    pairs = told.filter(is_one.over(key)).select(left_row_id=pl.col("row_id").min().over(key), right_row_id="row_id")
    return pairs.filter(pl.col("left_row_id") != pl.col("right_row_id"))


def _unless_shared(key: str) -> pl.Expr:
    """Yield the key, with the name behind it where two people of one month have it: rows that are not combined."""
    person = pl.when(pl.col("outcome") != "combined").then("called")
    is_shared = (person.n_unique().over(key, "folder") - person.is_null().any().over(key, "folder")).max().over(key) > 1
    return pl.when(is_shared).then(pl.concat_str(key, "called", separator="\n")).otherwise(key).alias(key)


def _found_before(keyed: pl.DataFrame) -> pl.DataFrame:
    """Pair the lines of whoever was found in an earlier month with their line of it."""
    known = keyed.drop_nulls("known_row").select("known_file", "known_row", right_row_id="row_id")
    earlier = keyed.select(left_row_id="row_id", known_file="folder", known_row="row")
    return known.join(earlier, on=["known_file", "known_row"]).select("left_row_id", "right_row_id")


def refuse_blank(asked: str) -> None:
    """Refuse to look for nobody. SetupError: what is asked is blank."""
    if not asked.strip():
        raise SetupError("Say whom you look for: part of the name, the address or the employee number.")


def only_one(people: Sequence[Person], asked: str) -> Person:
    """Get the one person who was found. SetupError: nobody was, or several were."""
    if len(people) != 1:
        raise SetupError(f"'{asked}' means {len(people):,} people. Say more of the name, or the employee number.")
    return people[0]


def draft_unseen(draft: Path) -> str:
    """Get the sentence for the folder of a month at work on the desk: whoever is in it may be called as asked."""
    return (
        f"The desk is at work on a month that was not handed over: what lies in {draft} may name them too, and is not "
        "looked through. Hand that month over, or delete that folder, and ask again."
    )


def nobody_found(asked: str, months: Sequence[str], *, forgot: bool = False) -> str:
    """Get the sentence for a text that nobody has in these months (`November 2026`), oldest first.

    `forgot`: there were other months, of which only hashes are left.
    """
    since = (
        f"any month since {months[0]}" if months else f"this job, which has no month {'any more' if forgot else 'yet'}"
    )
    gone = (
        " Months before were forgotten: whoever was in them cannot be found, and is not invited again."
        if forgot
        else ""
    )
    return f"Nobody called '{asked}' in {since}. Try part of the last name, the address or the employee number.{gone}"
