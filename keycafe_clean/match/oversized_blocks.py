"""Blocks of too many rows: nobody is compared because of a value that they share, and that is said."""

import polars as pl

from keycafe_clean.findings import findings_of, thousands
from keycafe_clean.match.block_limits import LARGEST_BLOCK

_COLUMNS = ("Email Address", "employee_id", "Badge Code")


def oversized_values(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a note for every address, number or badge that more rows share than are compared with one another.

    The note is about the file (no row_id): the column, and in `value` how many rows share one value.
    """
    found = [_oversized(rows.get_column(column)) for column in _COLUMNS if column in rows.columns]
    return pl.concat([findings_of("crowded_value", pl.DataFrame(schema={"value": pl.String})), *found])


def _oversized(cells: pl.Series) -> pl.DataFrame:
    shared = cells.drop_nulls().str.to_lowercase().value_counts(name="count", sort=True)
    oversized = shared.filter(pl.col("count") > LARGEST_BLOCK)
    return findings_of("crowded_value", oversized.select(column=pl.lit(cells.name), value=thousands(pl.col("count"))))
