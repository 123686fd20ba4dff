"""Which columns of two files may be their common key: one that tells people apart in both."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import polars as pl

from keycafe_clean.columns.cell_shapes import is_address, is_spelled_date
from keycafe_clean.columns.headers import key as folded
from keycafe_clean.columns.profile import Table
from keycafe_clean.columns.shares import UNHEADED
from keycafe_clean.columns.suggest_number import counts_rows
from keycafe_clean.columns.vocabulary import recognise
from keycafe_clean.join.meeting import meet
from keycafe_clean.join.side import Side
from keycafe_clean.join.strangers import are_strangers
from keycafe_clean.steps.frame_columns import NUMBER

#: Columns are one key where so many rows of one of the files have theirs in the other: under any headers, and under
#: headers that mean the same: leavers here and accounts of nobody there are many, and other numbers meet by chance.
SHARED, SHARED_BY_NAME = 0.9, 0.5

#: A key tells people apart: so many of its cells are different. Who is there twice, as after a return, is forgiven; an
#: employee number is one however often somebody has two accounts.
_DIFFERENT, _DIFFERENT_NUMBERS = 0.9, 0.5

#: Rows that meet by values alone: fewer may have them by chance.
_ENOUGH = 5

#: Columns of a file that are tried: an export has a few that tell people apart, and whoever has hundreds is a matrix.
_TRIED = 30

#: What goes first: employee numbers, then addresses, then whatever else has one header, then values alone.
_NUMBERS, _ADDRESSES, _HEADER, _VALUES = range(4)


@dataclass(frozen=True)
class PossibleKey:
    """A column of one file and one of the other: `rank` says what goes first, the lowest before others."""

    here: str
    there: str
    rank: int
    #: row_id, other_id: the first row there of every row here that found one
    pairs: pl.DataFrame
    #: the share of the rows of one file with a key that have theirs in the other, of 1; the greater of the two
    share: float
    #: whether one of them only counts its rows: then the same number is somebody else's there
    counts_rows: bool = False

    @property
    def same_header(self) -> bool:
        """Whether both files call it alike."""
        return folded(self.here) == folded(self.there)

    @property
    def is_likely(self) -> bool:
        """Whether it is taken where nothing speaks for another one: by its headers, or by nearly all of its cells."""
        if self.counts_rows:
            return False
        if self.rank < _VALUES:
            return self.share >= SHARED_BY_NAME
        return self.share >= SHARED and self.pairs.height >= _ENOUGH

    @cached_property
    def order(self) -> tuple[int, bool, int]:
        """Get by what possible keys are sorted, the likeliest first."""
        return self.rank, not self.same_header, -self.pairs.height


@dataclass(frozen=True)
class _Column:
    """A column that tells the people of a file apart, and its `key_cells()`."""

    side: Side
    header: str
    keys: pl.DataFrame

    @cached_property
    def counts_rows(self) -> bool:
        """Whether its cells are 0 or 1 and so on, in any order; whoever calls them employee numbers means it."""
        numbers = self.keys.get_column("value").cast(pl.Int64, strict=False).sort().cast(pl.String)
        return recognise(self.header) != NUMBER and counts_rows(numbers)


def possible_keys(here: Side, there: Side) -> list[PossibleKey]:
    """Get the columns that may be the common key, the likeliest first: they tell people apart in both files.

    At least one row meets another by each. A column by which most rows meet somebody with another name is none.
    """
    mine, theirs = list(_telling_apart(here)), list(_telling_apart(there))
    tried = (_tried(one, other) for one in mine for other in theirs)
    found = [key for key in tried if key and not are_strangers(key.pairs, here, there)]
    return sorted(found, key=lambda key: key.order)


def _tried(mine: _Column, theirs: _Column) -> PossibleKey | None:
    if not mine.keys.get_column("loose").is_in(theirs.keys.get_column("loose").implode()).any():
        return None
    met = meet(mine.keys, theirs.keys).drop_nulls("target")
    if met.is_empty():
        return None
    first = theirs.keys.unique("exact", keep="first", maintain_order=True).select(target="exact", other_id="row_id")
    pairs = met.join(first, on="target", maintain_order="left").select("row_id", "other_id")
    back = theirs.keys.filter(pl.col("exact").is_in(met.get_column("target").implode())).height
    share = max(met.height / mine.keys.height, back / theirs.keys.height)
    counts = mine.counts_rows or theirs.counts_rows
    return PossibleKey(mine.header, theirs.header, _rank(mine, theirs), pairs, share, counts_rows=counts)


def _rank(mine: _Column, theirs: _Column) -> int:
    if all(_is_number(it.side, it.header) for it in (mine, theirs)):
        return _NUMBERS
    if all(Table(it.side.source).share(it.header, is_address) >= UNHEADED for it in (mine, theirs)):
        return _ADDRESSES
    return _HEADER if folded(mine.header) == folded(theirs.header) else _VALUES


def _is_number(side: Side, header: str) -> bool:
    return recognise(header) == NUMBER or header in side.setup.columns.get(NUMBER, ())


def _telling_apart(side: Side) -> Iterator[_Column]:
    """Yield the columns whose cells tell people apart: no names, and no days."""
    table = Table(side.source.first_table)
    headers = (header for header in table.source.headers if header not in side.name_headers)
    varied = (header for header in headers if table.variety(header) >= _fewest(side, header))
    for header in islice(varied, _TRIED):
        keys = side.keys(header)
        is_day = table.share(header, is_spelled_date) >= UNHEADED
        if not (is_day or keys.is_empty()) and keys.get_column("exact").n_unique() >= keys.height * _fewest(
            side, header
        ):
            yield _Column(side, header, keys)


def _fewest(side: Side, header: str) -> float:
    return _DIFFERENT_NUMBERS if _is_number(side, header) else _DIFFERENT
