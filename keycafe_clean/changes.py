"""Steps applied one after another, and the list of what they changed."""

from collections.abc import Callable, Sequence

import polars as pl

from keycafe_clean.article.contract import FLAGS, IMPORT_COLUMNS

#: A frame in, a frame of the same rows in the same order out.
Step = Callable[[pl.DataFrame], pl.DataFrame]

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

#: Which step touched which import cell.
TOUCHED = pl.Schema({"row_id": pl.UInt32, "column": pl.String, "rule": pl.String})


def apply_steps(frame: pl.DataFrame, steps: Sequence[Step]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the frame after every step, and which step touched which import cell (row_id, column, rule), in order.

    AssertionError: a step lost or added rows.
    """
    touched = [TOUCHED.to_frame()]
    for step in steps:
        after = step(frame)
        if after.height != frame.height:
            raise AssertionError(f"{step.__name__} made {after.height} rows of {frame.height}")
        touched += touched_cells(frame, after, step.__name__)
        frame = after
    return frame, pl.concat(touched)


def touched_cells(before: pl.DataFrame, after: pl.DataFrame, rule: str) -> list[pl.DataFrame]:
    """List the import cells (row_id, column, rule) that differ between two frames of the same rows."""
    parts = []
    for column in IMPORT_COLUMNS:
        differs = before.get_column(column).ne_missing(after.get_column(column))
        if differs.any():
            rows = after.filter(differs).select("row_id", column=pl.lit(column), rule=pl.lit(rule))
            parts.append(rows.cast(TOUCHED))
    return parts


def list_changes(rows: pl.DataFrame, touched: pl.DataFrame) -> pl.DataFrame:
    """Get one line a cell that differs from its source cell, with every rule that touched it, in order of the rows.

    Reads the import columns and `raw.<column>`. A cell that ends as it was read is no change. Defaults of a flag that
    the export says nothing about are one line a value, without row_id and with the count of its rows, on top; an edited
    flag is no default.
    """
    rules = _rules_by_cell(touched)
    parts = [_altered(rows, rules, column) for column in IMPORT_COLUMNS]
    silent = [column for column in FLAGS if rows.get_column(f"raw.{column}").null_count() == rows.height]
    place = pl.col("column").replace_strict(
        list(IMPORT_COLUMNS), list(range(len(IMPORT_COLUMNS))), return_dtype=pl.UInt32
    )
    listed = pl.concat(parts)
    is_default = pl.col("column").is_in(silent) & ~pl.col("rule").str.split(", ").list.contains("edit")
    defaults = (
        listed.filter(is_default)
        .group_by("column", "before", "after", "rule", maintain_order=True)
        .agg(row_id=pl.lit(None, pl.UInt32), count=pl.len())
    )
    lines = pl.concat([defaults.select(CHANGES.names()).cast(CHANGES), listed.filter(~is_default)])
    return lines.sort("row_id", place, maintain_order=True)


def _rules_by_cell(touched: pl.DataFrame) -> pl.DataFrame:
    """Join the rules of a cell, in their order; most cells have one, and are not grouped at all."""
    once = touched.unique(maintain_order=True)
    several = once.select(pl.struct("row_id", "column").is_duplicated()).to_series()
    joined = once.filter(several).group_by("row_id", "column", maintain_order=True).agg(pl.col("rule").str.join(", "))
    return pl.concat([once.filter(~several), joined])


def _altered(rows: pl.DataFrame, rules: pl.DataFrame, column: str) -> pl.DataFrame:
    cells = rows.select("row_id", before=f"raw.{column}", after=column)
    here = rules.filter(pl.col("column") == column).sort("row_id").join(cells, on="row_id", maintain_order="left")
    altered = here.filter(pl.col("before").ne_missing(pl.col("after"))).with_columns(count=pl.lit(1))
    return altered.select(CHANGES.names()).cast(CHANGES)
