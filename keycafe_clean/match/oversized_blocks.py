"""Blocks of too many rows: nobody is compared because of a value that they share, and that is said."""

import polars as pl

from keycafe_clean.findings import findings_of, no_findings, thousands
from keycafe_clean.folding import folded_name
from keycafe_clean.match.block_limits import LARGEST_BLOCK, largest_of_names

_COLUMNS = ("Email Address", "employee_id", "Badge Code")


def oversized_values(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a note for every address, number or badge that more rows share than are compared with one another.

    The note is about the file (no row_id): the column, and in `value` how many rows share one value. One more note says
    how many rows have a whole name that is too common. `FINDINGS`, column by column, the most shared value first; empty
    where there are none. Blanks are shared by nobody, and a column that is not there has no notes.
    """
    found = [_oversized(rows.get_column(column)) for column in _COLUMNS if column in rows.columns]
    return pl.concat([*found, _names(rows)])


def _oversized(cells: pl.Series) -> pl.DataFrame:
    shared = cells.drop_nulls().str.to_lowercase().value_counts(name="count", sort=True)
    oversized = shared.filter(pl.col("count") > LARGEST_BLOCK)
    return findings_of("crowded_value", oversized.select(column=pl.lit(cells.name), value=thousands(pl.col("count"))))


def _names(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the note on names that more rows share than are compared because of the name alone."""
    if not {"First Name", "Last Name"} <= set(rows.columns):
        return no_findings()
    parts = [folded_name(pl.col(name)) for name in ("First Name", "Last Name")]
    sizes = rows.group_by(name=pl.concat_str(parts, separator=" ")).len().drop_nulls("name").get_column("len")
    crowded = sizes.filter(sizes > largest_of_names(sizes.to_numpy()))
    return findings_of(
        "common_names",
        pl.DataFrame({"count": [crowded.sum()]}).filter(pl.col("count") > 0).select(value=thousands(pl.col("count"))),
    )
