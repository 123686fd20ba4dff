"""Lists of who is in Keycafe already, and what is said of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from keycafe_clean.export import Export, Source
from keycafe_clean.folding import folded_name
from keycafe_clean.known.files import read_known_file
from keycafe_clean.known.lines import PEOPLE, is_somebody, lines_of, whole_name
from keycafe_clean.match.known import DENIED, EMPTY, PERSON, UNREAD
from keycafe_clean.match.known_doubts import name_of_address
from keycafe_clean.match.name_fit import in_any_order
from keycafe_clean.read.describe import rows_named
from keycafe_clean.read.files import File

#: So many rows are named in a sentence; so many lines are shown, and so many letters of each.
_MOST_NAMED, _MOST_SHOWN, _SHOWN = 5, 10, 60


@dataclass(frozen=True)
class KnownFile:
    """What was understood of one list: how many people, and the rows of the lines that were not.

    `has_names`: somebody in it has a name, so that who has no address can be known. `not_read`: the names of sheets.
    `texts`: what the lines that were not understood say, one for each.
    """

    file: str
    people: int
    not_understood: tuple[int, ...]
    has_names: bool
    not_read: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownList:
    """Known people as `clean()` takes them, a line an address (`known.lines.PEOPLE`), and the facts of each file.

    Lines that were not understood are among them, without a name and an address: who is named there is asked about.
    """

    people: pl.DataFrame
    files: tuple[KnownFile, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Get every address, once."""
        return tuple(self.people.get_column("Email Address").drop_nulls().unique(maintain_order=True))

    def added_to(self, known: pl.DataFrame) -> pl.DataFrame:
        """Get whoever was known before (`PEOPLE`), and the people of these lists, each line once."""
        return pl.concat([known, self.people]).unique(maintain_order=True)

    @property
    def not_lists(self) -> tuple[str, ...]:
        """Get the files that have lines, and nobody on any of them who is in Keycafe or said not to be."""
        is_told = is_somebody() | pl.col("list_doubt").is_in([DENIED, EMPTY])
        told = set(self.people.filter(is_told).get_column("list_file"))
        return tuple(file.file for file in self.files if file.not_understood and file.file not in told)


def read_known(*lists: Export) -> KnownList:
    """Get the people of lists, tidied, in the order of the lists: a line an address of each person, one without any.

    A table has a column of names; likely columns are taken, sure or not. Anything else is read as pasted: addresses
    with or without names, between whatever signs. Null is
    what a list does not say. No list is nobody; every list has its facts, in order.
    """
    read = [(source, lines_of(source)) for each in lists for source in each.sources]
    people, above = [PEOPLE.to_frame()], 0
    for _, lines in read:
        people.append(lines.with_columns(pl.col(PERSON) + above))
        above += int(lines.select(pl.col(PERSON).max().fill_null(0)).item()) + 1
    said = pl.concat(people).filter(is_somebody() | pl.col("list_doubt").is_not_null())
    return KnownList(said, tuple(_facts(source, lines) for source, lines in read))


def known_people(*lists: File | Export) -> pl.DataFrame:
    """Get the people of lists, as `clean()` takes them in `known` (`known.lines.PEOPLE`): a line an address, in order.

    Null is what a list does not say; a person without an address has one line, and so has a line that is in doubt
    (`list_doubt`), or names nobody. Of a file every sheet with people is read; of an export what was read of it.
    """
    return read_known(*(each if isinstance(each, Export) else read_known_file(each) for each in lists)).people


def in_words(file: KnownFile) -> Iterator[str]:
    """Yield what is said of a list: how many people, what of it was not read or understood, whom it cannot tell."""
    if not file.people and not file.not_understood:
        yield f"{file.file} holds nobody: by it nobody is in Keycafe already."
        return
    were = "1 person in Keycafe already was" if file.people == 1 else f"{file.people:,} people in Keycafe already were"
    yield f"{were} read from {file.file}."
    if file.not_understood:
        count = len(file.not_understood)
        lines = "1 line of it was" if count == 1 else f"{count:,} lines of it were"
        yield f"  {lines} not understood: {rows_named(file.not_understood, _MOST_NAMED)}."
        yield from _lines_shown(file)
    if file.not_read:
        sheets = ", ".join(f"'{name}'" for name in file.not_read)
        yield f"  Sheets that are hidden, of the past or without people were not read: {sheets}."
    if file.people and not file.has_names:
        alone = "No name was read from it" if file.not_understood else "It holds addresses alone"
        yield f"  {alone}: who is in Keycafe already as a SmartBox User cannot be told by it."


def _lines_shown(file: KnownFile) -> Iterator[str]:
    """Yield the lines that were not understood, cut off where they are long; none where they are many."""
    if len(file.texts) <= _MOST_SHOWN:
        for row, text in zip(file.not_understood, file.texts, strict=False):
            yield f"    Row {row:,}: '{text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''}'"


def _facts(source: Source, lines: pl.DataFrame) -> KnownFile:
    # A single word of a line that was not understood is the name of a column as often as somebody's.
    is_word = (pl.col("list_doubt") == UNREAD) & ~whole_name().str.contains(" ", literal=True)
    people = lines.filter(is_somebody() & ~is_word.fill_null(value=False))
    lost = lines.filter(pl.col("list_doubt").is_in([UNREAD, DENIED])).group_by("list_row").agg(_text()).sort("list_row")
    return KnownFile(
        source.file,
        _count(people),
        tuple(lost.get_column("list_row")),
        has_names=people.select(whole_name().is_not_null().any()).item(),
        not_read=tuple(source.sheets),
        texts=tuple(lost.get_column("list_text")),
    )


def _count(people: pl.DataFrame) -> int:
    """Count people: whoever has a line with an address is none more on another one with the name alone."""
    told = people.select(
        address=pl.col("Email Address").min().over(PERSON),
        name=in_any_order(folded_name(whole_name())),
        made=in_any_order(name_of_address()),
    )
    addressed = told.drop_nulls("address")
    names = addressed.select(pl.coalesce("name", "made")).to_series()
    alone = told.filter(pl.col("address").is_null() & ~pl.col("name").is_in(names.implode()).fill_null(value=False))
    return addressed.get_column("address").n_unique() + alone.get_column("name").n_unique()


def _text() -> pl.Expr:
    return pl.col("list_text").unique(maintain_order=True).str.join("; ").str.replace_all(r"\s+", " ").str.strip_chars()
