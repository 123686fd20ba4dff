"""Cells beside the people that belong neither to them nor to the legend in whose columns they stand."""

from collections.abc import Iterable

import polars as pl

from keycafe_clean.findings import findings_of, no_findings
from keycafe_clean.read.table.legends import Legend
from keycafe_clean.read.table.own_columns import BESIDE
from keycafe_clean.read.table.people_table import Table


def cells_beside(table: Table, legends: Iterable[Legend]) -> pl.DataFrame:
    """Get a note for every filled cell below a legend beside the table, in its columns: `On call: Dr Poe`.

    Rows that are no people, for what else stands in them, say so themselves.
    """
    heights = {name: legend.height for legend in legends for name in legend.names}
    return pl.concat([no_findings(), *(_noted(table, name, height) for name, height in heights.items())])


def _noted(table: Table, name: str, height: int) -> pl.DataFrame:
    reasons = table.rows.get_column("not_people")
    cells = pl.DataFrame({"value": table.cells.get_column(name).str.strip_chars(), "not_people": reasons})
    below = cells.with_row_index("row_id").slice(height).drop_nulls("value")
    said = below.filter(pl.col("not_people").is_null() | (pl.col("not_people") == BESIDE), pl.col("value") != "")
    return findings_of("cell_beside", said.with_columns(column=pl.lit(name)))
