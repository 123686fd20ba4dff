"""The cells of an import that are not as they were read, from the log of events."""

import polars as pl

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS
from keycafe_clean.events import JOIN, OUTCOME_STEPS

#: One line an altered import cell; `count` is 1. A line without `row_id` is a default that `count` rows got.
CHANGES = pl.Schema(
    {
        "row_id": pl.UInt32,
        "column": pl.String,
        "before": pl.String,
        "after": pl.String,
        "rule": pl.String,
        "count": pl.UInt32,
    }
)


def list_changes(rows: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """Get one line a cell that differs from its source cell, with every step that altered it, in order of the rows.

    A cell that comes from a file that was joined was blank before; its rule names the row there.

    Reads the import columns and `raw.<column>`. A cell that ends as it was read is no change. Defaults of a flag that
    the export says nothing about are one line a value, without row_id and with the count of its rows, on top; an edited
    flag is no default.
    """
    rules = _rules_by_cell(events)
    having = set(rules.get_column("column"))
    altered = [column for column in IMPORT_COLUMNS if column in having]
    silent = [column for column in FLAGS if rows.get_column(f"raw.{column}").null_count() == rows.height]
    place = pl.col("column").replace_strict(
        list(IMPORT_COLUMNS), list(range(len(IMPORT_COLUMNS))), return_dtype=pl.UInt32
    )
    listed = pl.concat([CHANGES.to_frame(), *(_altered(rows, rules, column) for column in altered)])
    is_default = pl.col("column").is_in(silent) & ~pl.col("rule").str.split(", ").list.contains("edit")
    defaults = (
        listed.filter(is_default)
        .group_by("column", "before", "after", "rule", maintain_order=True)
        .agg(row_id=pl.lit(None, pl.UInt32), count=pl.len())
    )
    lines = pl.concat([defaults.select(CHANGES.names()).cast(CHANGES), listed.filter(~is_default)])
    return lines.sort("row_id", place, maintain_order=True)


def _rules_by_cell(events: pl.DataFrame) -> pl.DataFrame:
    """Join the steps of a cell, in their order; most cells have one, and are not grouped at all."""
    altered = events.filter(pl.col("column").is_in(IMPORT_COLUMNS), ~pl.col("step").is_in(OUTCOME_STEPS))
    rule = pl.when(pl.col("step") == JOIN).then(pl.format(f"{JOIN} ({{}})", "cause")).otherwise("step")
    once = altered.select("row_id", "column", rule=rule).unique(maintain_order=True)
    several = once.select(pl.struct("row_id", "column").is_duplicated()).to_series()
    joined = once.filter(several).group_by("row_id", "column", maintain_order=True).agg(pl.col("rule").str.join(", "))
    return pl.concat([once.filter(~several), joined])


def _altered(rows: pl.DataFrame, rules: pl.DataFrame, column: str) -> pl.DataFrame:
    cells = rows.select("row_id", before=f"raw.{column}", after=column)
    here = rules.filter(pl.col("column") == column).sort("row_id").join(cells, on="row_id", maintain_order="left")
    # The row itself had nothing there; what another file had and is gone again was there before.
    is_joined = pl.col("rule").str.starts_with(f"{JOIN} (") & pl.col("after").is_not_null()
    here = here.with_columns(before=pl.when(~is_joined).then("before"))
    altered = here.filter(pl.col("before").ne_missing(pl.col("after"))).with_columns(count=pl.lit(1))
    return altered.select(CHANGES.names()).cast(CHANGES)
