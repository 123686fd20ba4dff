"""Cells that hold whole rows: what a quote mark that is missing or too many does to the rows behind it."""

import polars as pl

from keycafe_clean.read.annotations import annotations_of, no_annotations
from keycafe_clean.read.table.grid import Grid

#: Narrower tables have too few delimiters in a row to tell it from a text with line breaks; this one in half a row.
NARROWEST = 3


#: The most cells of a column with line breaks, and their share, where line breaks are no habit of it.
FEW, RARE = 2, 0.01


def unclosed_quotes(grid: Grid, delimiter: str) -> pl.DataFrame:
    """Get an annotation for each cell that has a line with as many delimiters as a row, or two halves of rows.

    The value is how many such lines there are. A cell with an address or a note over several lines is none.
    """
    if grid.cells.width < NARROWEST:
        return no_annotations()
    lines = pl.col("cell").str.replace_all(r"\r\n?", "\n").str.split("\n")
    broken = pl.concat([_broken(grid, column) for column in grid.cells.columns]).select(
        "source_row",
        "position",
        "is_rare",
        delimiters=lines.list.eval(pl.element().str.count_matches(delimiter, literal=True)),
    )
    counts = broken.with_columns(value=_rows_within(grid.cells.width)).filter(pl.col("value") > 0)
    return annotations_of("swallowed_rows", counts)


def _broken(grid: Grid, column: str) -> pl.DataFrame:
    """Get the cells of a column with line breaks in them, and whether line breaks are rare there."""
    cells = pl.DataFrame([grid.source_rows, grid.cells.get_column(column).alias("cell")])
    broken = cells.filter(pl.col("cell").str.contains("[\r\n]"))
    is_rare = broken.height <= max(FEW, grid.cells.height * RARE)
    return broken.with_columns(position=pl.lit(int(column), pl.UInt32), is_rare=pl.lit(is_rare))


def _rows_within(width: int) -> pl.Expr:
    """Yield how many rows a cell holds, told by the delimiters of its lines.

    Where line breaks are rare, its first and last line may be the two parts of rows around it: a quote mark opens in a
    cell, and the next one closes in the same column of a later row.
    """
    delimiters, position = pl.col("delimiters"), pl.col("position")
    whole = delimiters.list.count_matches(width - 1)
    within = pl.lit(width > NARROWEST) & (position > 0) & (position < width - 1)
    halves = (delimiters.list.first() == width - 1 - position) & (delimiters.list.last() == position)
    return pl.max_horizontal(whole, (pl.col("is_rare") & within & halves).cast(pl.UInt32))
