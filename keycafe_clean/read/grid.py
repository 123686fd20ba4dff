"""A file as rows of cells, before anybody knows which row holds the column names."""

from dataclasses import dataclass, field

import polars as pl

#: What was noticed about a cell while the file was taken apart; `position` counts columns from 0.
MARKS = pl.Schema({"source_row": pl.UInt32, "position": pl.UInt32, "code": pl.String, "value": pl.String})


def no_marks() -> pl.DataFrame:
    """Get an empty frame of marks."""
    return MARKS.to_frame()


@dataclass(frozen=True)
class Grid:
    """Rows of text cells.

    `cells` has String columns named "0", "1", ...; a zero-length cell is null. `widths` (UInt32) says how many cells
    each row had in the file, None where all rows have the same. `first_row` is the row number a spreadsheet shows
    for the first of them. `marks` is a frame of `MARKS`. `delimiter` stood between the cells; empty in a workbook.
    """

    cells: pl.DataFrame
    widths: pl.Series | None = None
    first_row: int = 1
    marks: pl.DataFrame = field(default_factory=no_marks)
    delimiter: str = ""

    @property
    def source_rows(self) -> pl.Series:
        """Get the row numbers that a spreadsheet shows."""
        return pl.Series("source_row", range(self.first_row, self.first_row + self.cells.height), pl.UInt32)

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


def cells_of(rows: list[list[str]]) -> tuple[pl.DataFrame, pl.Series]:
    """Get rows of any widths as cells, and how many cells each row had; the widest decides the columns."""
    lists = pl.Series(rows, dtype=pl.List(pl.String))
    widths = lists.list.len()
    columns = [lists.list.get(place, null_on_oob=True).alias(str(place)) for place in range(_largest(widths))]
    blank = pl.Series("0", [None] * len(rows), dtype=pl.String)
    return pl.DataFrame(columns or [blank]).with_columns(empty_as_null()), widths.cast(pl.UInt32)


def empty_as_null() -> pl.Expr:
    """Yield all columns with zero-length text as null."""
    return pl.all().replace("", None)


def _largest(widths: pl.Series) -> int:
    largest = widths.max()
    return largest if isinstance(largest, int) else 0
