"""Which sheet of a workbook holds the people, and which others hold people too."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

import polars as pl

from keycafe_clean.read.table.cell_kinds import kind
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.header import SEARCHED, filled, find_heading
from keycafe_clean.read.table.known_headers import NAMES, known_names, meaning
from keycafe_clean.read.workbook.cell_annotations import without_midnight

#: What tells who somebody is: a name, an address, a number; for each what a column of it may mean.
IDENTITY = (
    NAMES,
    {"Email Address"},
    {"employee_id", "login"},
)

#: Addresses on a sheet whose column names do not tell who people are: one may be that of who answers questions.
FEWEST_ADDRESSES = 2

ABOUT_PEOPLE = frozenset[str]().union(*IDENTITY)


class OtherSheet(NamedTuple):
    """A sheet that was not read: its name, how many rows it has below its column names, whether it is hidden."""

    name: str
    rows: int
    hidden: bool


@dataclass(frozen=True)
class Candidate:
    """A sheet that is looked at only where there is a choice; `cells` gets its first rows, or all of them."""

    name: str
    visible: bool
    cells: Callable[[int | None], pl.DataFrame]

    @cached_property
    def top(self) -> list[list[str]]:
        """Get its first rows."""
        return Grid(self.cells(SEARCHED).with_columns(without_midnight())).top(SEARCHED)

    @cached_property
    def names(self) -> int | None:
        """Get the place of the row of column names, if any."""
        return find_heading(self.top).place

    @cached_property
    def about_people(self) -> set[str]:
        """Get the meanings of its column names that speak of people.

        There are none where no row follows them, and where the rows are names too: a list of columns.
        """
        below = [row for row in self.top[self.names + 1 :] if any(row)] if self.names is not None else []
        listed = sum(len(known_names(row)) * 2 >= filled(row) for row in below)
        if self.names is None or listed * 2 >= len(below):
            return set()
        return {meaning(cell) or "" for cell in self.top[self.names]} & ABOUT_PEOPLE

    @cached_property
    def rows(self) -> int:
        """Count its rows with something in them, below the column names."""
        has_cells = self.cells(None).select(pl.any_horizontal(pl.all().is_not_null())).to_series()
        return int(has_cells.slice(self.names + 1 if self.about_people and self.names is not None else 0).sum())

    def kinds(self, start: int) -> list[str]:
        """Get the most usual kind of cell of each column, from a row on; `blank` where it has none."""
        columns = zip_longest(*self.top[start:], fillvalue="")
        counts = (Counter(kind(cell) for cell in column if cell.strip()) for column in columns)
        return [max(count, key=count.__getitem__, default="blank") for count in counts]

    @property
    def rank(self) -> tuple[bool, bool, bool, bool, int, int]:
        """Order sheets by how likely they hold the people of today; of two alike the longer one goes first."""
        is_filled = any(map(any, self.top))
        return (
            bool(self.about_people),
            is_filled,
            self.visible,
            not _passed_over(self.name),
            len(self.about_people),
            self.rows if is_filled else 0,
        )


def best_of(candidates: Sequence[Candidate]) -> Candidate:
    """Get the sheet that most likely holds the people of today; the first of two alike."""
    return max(candidates, key=lambda candidate: candidate.rank) if len(candidates) > 1 else candidates[0]


def others_with_people(best: Candidate, candidates: Sequence[Candidate]) -> tuple[OtherSheet, ...]:
    """Get the sheets beside the best whose columns tell who people are: in two ways, or as those of the best do.

    A sheet without column names that goes on where the best ends is one too, and so is any with addresses.
    """
    others = (other for other in candidates if other is not best and best.about_people)
    return tuple(
        OtherSheet(other.name, other.rows, hidden=not other.visible)
        for other in others
        if (_tells_people_apart(other, best) if other.about_people else _goes_on(other, best)) or _has_addresses(other)
    )


def _has_addresses(other: Candidate) -> bool:
    """Tell whether the first rows of a sheet have several different addresses."""
    return len({cell for row in other.top for cell in row if kind(cell) == "address"}) >= FEWEST_ADDRESSES


def sheets_beside(best: Candidate, candidates: Sequence[Candidate]) -> dict[str, bool]:
    """Get the names of the sheets beside the best that have something in them, each with whether it is put aside.

    Put aside are sheets that are hidden, and whose names say that they are no list of today.
    """
    filled_ones = (other for other in candidates if other is not best and any(map(any, other.top)))
    return {other.name: not other.visible or _passed_over(other.name) for other in filled_ones}


def _tells_people_apart(other: Candidate, best: Candidate) -> bool:
    ways = sum(bool(other.about_people & way) for way in IDENTITY)
    return ways > 1 or other.about_people >= best.about_people


def _goes_on(other: Candidate, best: Candidate) -> bool:
    """Tell whether every column holds what that of the best holds, and not only words."""
    kinds, wanted = other.kinds(0), best.kinds((best.names or 0) + 1)
    pairs = [pair for pair in zip(kinds, wanted, strict=False) if "blank" not in pair]
    return (
        len(kinds) == len(wanted) and all(one == two for one, two in pairs) and any(one != "text" for one, _ in pairs)
    )


def _passed_over(name: str) -> bool:
    """Tell whether the name of a sheet says that its people have left, or that it is no list of today."""
    return has_word_of(name, "left", "other")


def has_word_of(name: str, *kinds: str) -> bool:
    """Tell whether the name of a sheet has a word of these lists of `sheet_names.toml`: `left`, `other`."""
    said = set(re.findall(r"[^\W_]+", name.casefold()))
    return any(not said.isdisjoint(_words()[kind]) for kind in kinds)


@cache
def _words() -> dict[str, frozenset[str]]:
    words = tomllib.loads(files("keycafe_clean.read.workbook").joinpath("sheet_names.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(word.casefold() for word in listed) for kind, listed in words.items()}
