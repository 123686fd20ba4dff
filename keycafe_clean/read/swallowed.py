"""Cells that hold whole rows: what a quote mark that is missing or too many does to the rows behind it."""

import re

import polars as pl

from keycafe_clean.read.grid import MARKS, Grid, no_marks

#: Narrower tables have too few delimiters in a row to tell it from a text with line breaks; this one in half a row.
NARROWEST = 3


#: The most cells of a column with line breaks, and their share, where line breaks are no habit of it.
FEW, RARE = 2, 0.01


def swallowed_rows(grid: Grid, delimiter: str) -> pl.DataFrame:
    """Get a mark for each cell with a line inside that has as many delimiters as a row, or with two halves of rows.

    The value is how many such lines there are. A cell with an address or a note over several lines is none.
    """
    if grid.cells.width < NARROWEST:
        return no_marks()
    broken = grid.cells.select(pl.all().str.contains("[\r\n]"))
    breaks = broken.sum().row(0)
    rows = grid.source_rows.to_frame().with_columns(
        grid.cells.select(
            _rows_within(column, delimiter, grid.cells.width, halves=count <= max(FEW, grid.cells.height * RARE))
            for column, count in zip(grid.cells.columns, breaks, strict=True)
        )
    )
    suspects = rows.filter(broken.select(pl.any_horizontal(pl.all())).to_series())
    counts = suspects.unpivot(index="source_row", variable_name="position", value_name="value")
    return (
        counts.filter(pl.col("value") > 0)
        .with_columns(code=pl.lit("swallowed_rows"))
        .select(pl.col(name).cast(dtype) for name, dtype in MARKS.items())
    )


def _rows_within(column: str, delimiter: str, width: int, *, halves: bool) -> pl.Expr:
    """Yield how many rows a cell holds; `halves`: its first and last line may be the two parts of rows around it.

    That is so where a quote mark opens in a cell and the next one closes in the same column of a later row.
    """
    whole = pl.col(column).str.count_matches(rf"(?mR)^{_line(delimiter, width - 1)}$")
    if not halves or width <= NARROWEST or not 0 < int(column) < width - 1:
        return whole
    first, last = _line(delimiter, width - 1 - int(column)), _line(delimiter, int(column))
    both = pl.col(column).str.contains(rf"\A{first}[\r\n](?s:.*[\r\n])?{last}\z")
    return pl.max_horizontal(whole, both.cast(pl.UInt32))


def _line(delimiter: str, count: int) -> str:
    """Build the pattern of a line with this many delimiters."""
    mark = re.escape(delimiter)
    return rf"[^{mark}\r\n]*(?:{mark}[^{mark}\r\n]*){{{count}}}"
