"""Cells that hold whole rows: what a quote mark that is missing or too many does to the rows behind it."""

import re

import polars as pl

from keycafe_clean.read.grid import MARKS, Grid, no_marks

#: Narrower tables have too few delimiters in a row to tell it from a text with line breaks.
NARROWEST = 3


def swallowed_rows(grid: Grid, delimiter: str) -> pl.DataFrame:
    """Get a mark for each cell with a line inside that has as many delimiters as a row.

    The value is how many such lines there are. A cell with an address or a note over several lines is none.
    """
    if grid.cells.width < NARROWEST:
        return no_marks()
    mark = re.escape(delimiter)
    line = rf"(?mR)^[^{mark}\r\n]*(?:{mark}[^{mark}\r\n]*){{{grid.cells.width - 1}}}$"
    lines = pl.all().str.count_matches(line)
    broken = grid.cells.select(pl.all().str.contains("[\r\n]")).select(pl.any_horizontal(pl.all())).to_series()
    rows = grid.source_rows.to_frame().with_columns(grid.cells.select(lines)).filter(broken)
    counts = rows.unpivot(index="source_row", variable_name="position", value_name="value").filter(pl.col("value") > 0)
    return counts.select(
        "source_row", pl.col("position").cast(pl.UInt32), pl.lit("swallowed_rows").alias("code"), pl.col("value")
    ).select(pl.col(name).cast(dtype) for name, dtype in MARKS.items())
