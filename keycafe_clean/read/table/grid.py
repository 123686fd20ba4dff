"""A file as rows of cells, before anybody knows which row holds the column names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

import polars as pl

from keycafe_clean.read.annotations import no_annotations
from keycafe_clean.read.budget import FULL, Budget


@dataclass(frozen=True)
class Grid:
    """Rows of text cells.

    `cells` has String columns named "0", "1", ...; a zero-length cell is null. `widths` (UInt32) says how many cells
    each row had in the file, None where all rows have the same. `first_row` is the row number a spreadsheet shows
    for the first of them. `annotations` is a frame of `ANNOTATIONS`. `delimiter` stood between the cells; empty in a
    workbook.
    """

    cells: pl.DataFrame
    widths: pl.Series | None = None
    first_row: int = 1
    annotations: pl.DataFrame = field(default_factory=no_annotations)
    delimiter: str = ""

    @property
    def source_rows(self) -> pl.Series:
        """Get the row numbers that a spreadsheet shows."""
        return pl.Series("source_row", range(self.first_row, self.first_row + self.cells.height), pl.UInt32)

    @property
    def longest(self) -> int:
        """Get the bytes of the longest cell."""
        lengths = self.cells.select(pl.all().str.len_bytes().max())
        return max(filter(None, lengths.row(0)), default=0) if lengths.height else 0

    def row(self, place: int) -> list[str]:
        """Get the cells of a row, empty text where they are null."""
        return [cell or "" for cell in self.cells.row(place)]

    def is_blank(self) -> bool:
        """Tell whether no cell holds anything but blanks."""
        return not any(cell.strip() for row in self.top(10) for cell in row) and self._is_blank_all_over()

    def _is_blank_all_over(self) -> bool:
        filled = self.cells.select((pl.all().str.strip_chars().str.len_bytes() > 0).any())
        return not any(filled.row(0))

    def top(self, rows: int) -> list[list[str]]:
        """Get the first rows as lists of text, empty where a cell is null."""
        return [self.row(place) for place in range(min(rows, self.cells.height))]


def cells_of(rows: list[list[str]], budget: Budget = FULL) -> tuple[pl.DataFrame, pl.Series]:
    """Get rows of any widths as cells, and how many cells each row had; the widest decides the columns.

    OverBudgetError: the rectangle around all cells is larger than the budget.
    """
    widths = pl.Series([len(row) for row in rows], dtype=pl.UInt32)
    budget.check(rows=len(rows), columns=_largest(widths))
    return _frame(zip_longest(*rows), len(rows)), widths


def cells_of_lines(lines: pl.Series, delimiter: str, budget: Budget = FULL) -> tuple[pl.DataFrame, pl.Series]:
    """Get the cells of lines without quote marks, and how many each line has; a blank line has none.

    OverBudgetError: the rectangle around all cells is larger than the budget.
    """
    delimiters = lines.str.count_matches(delimiter, literal=True)
    budget.check(rows=lines.len(), columns=_largest(delimiters) + 1)
    widths = (delimiters + 1).zip_with(lines != "", pl.Series([0], dtype=pl.UInt32))
    lists = lines.str.split(delimiter)
    columns = (lists.list.get(place, null_on_oob=True) for place in range(_largest(widths)))
    return _frame(columns, lines.len()), widths


def _frame(columns: Iterable[Sequence[str | None] | pl.Series], height: int) -> pl.DataFrame:
    """Get the columns as a frame with a zero-length cell as null; one blank column where there is none."""
    named = [pl.Series(str(place), column, dtype=pl.String) for place, column in enumerate(columns)]
    blank = pl.Series("0", [None] * height, dtype=pl.String)
    return pl.DataFrame(named or [blank]).with_columns(empty_as_null())


def empty_as_null() -> pl.Expr:
    """Yield all columns with zero-length text as null."""
    return pl.all().replace("", None)


def usual_width(widths: pl.Series) -> int:
    """Get how many cells most rows have, the larger number of two; 0 where there is no row."""
    return _whole(widths.mode().max())


def _largest(widths: pl.Series) -> int:
    return _whole(widths.max())


def _whole(number: object) -> int:
    return number if isinstance(number, int) else 0
