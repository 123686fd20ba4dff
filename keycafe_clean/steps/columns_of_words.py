"""Columns of few different cells, asked all at once: the words that are known are many, and such cells are few."""

import polars as pl

from keycafe_clean.steps.rewrite import Cell


def columns_of_words(table: pl.DataFrame, says: Cell, *, most: int) -> frozenset[str]:
    """Get the columns of at most `most` different cells of which one says so. Blanks are no cells."""
    distinct = [table.select(header=pl.lit(it), cell=pl.col(it).drop_nulls().unique()) for it in table.columns]
    few = [cells for cells in distinct if cells.height <= most]
    if not few:
        return frozenset()
    return frozenset(pl.concat(few).filter(says(pl.col("cell"))).get_column("header"))
