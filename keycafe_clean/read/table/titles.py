"""Titles of later pages: rows below the column names that say again what stands above them, but for their numbers."""

import polars as pl

from keycafe_clean.read.table.grid import Grid


def are_titles(below: pl.DataFrame, grid: Grid, above: int) -> pl.Series:
    """Get whether each row says one of the first `above` rows of the grid again, numbers aside.

    Boolean `title`, in order, never null: a blank row says none.
    """
    titles = _shape(grid.cells.head(max(above, 0)))
    # A row of numbers alone may be anything.
    wanted = titles.filter(titles.str.contains(r"\p{L}"))
    found = pl.repeat(value=False, n=below.height, dtype=pl.Boolean, eager=True).alias("title")
    if wanted.is_empty():
        return found
    widest = max(_filled(grid.cells.head(above)))
    rows = (_filled(below) <= widest).arg_true()
    return found.scatter(rows.filter(_shape(below[rows]).is_in(wanted.implode())), values=True)


def _filled(cells: pl.DataFrame) -> pl.Series:
    return cells.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()


def _shape(cells: pl.DataFrame) -> pl.Series:
    """Get the cells of each row as one text, with all numbers alike."""
    text = pl.concat_str(pl.all(), separator=" ", ignore_nulls=True)
    return cells.select(text.str.replace_all(r"\d+", "0").str.replace_all(r"\s+", " ").str.strip_chars()).to_series()
