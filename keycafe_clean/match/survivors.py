"""Of each cluster one row is kept, and the others help to fill its blanks."""

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns.suggestion import IN_WORDS
from keycafe_clean.findings import findings_of

#: What the other rows of a person may fill. Not who works here: an ended row would end the active one.
FILLED = (*IMPORT_COLUMNS, "employee_id", "start_date", "department", "location")


def combine(rows: pl.DataFrame) -> pl.DataFrame:
    """Set `combined_into` on every row of a cluster but the one that is kept, and fill the blanks of that one.

    The kept row is the active one, then the fullest, then the last. Reads `cluster_id` and, where it is there,
    `is_active` (Boolean; not known ranks between). `combined_into` is the row_id of the kept row; it is null for kept
    rows and those that stand alone. Keeps every row, in order.
    """
    clustered = ranked(rows)
    kept = clustered.filter(pl.col("rank") == 0).select("cluster_id", kept="row_id")
    others = clustered.join(kept, on="cluster_id").filter(pl.col("row_id") != pl.col("kept"))
    combined = others.select("row_id", combined_into="kept")
    marked = rows.join(combined, on="row_id", how="left", maintain_order="left")
    return _filled(marked, filled_cells(rows))


def filled_cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the blanks that `combine()` fills: `row_id` (the kept row), `column`, `after`, `other_row_id` (its source).

    The first filled cell counts, the best of the other rows first. Takes the rows as `match_certain()` returns them.
    """
    cells = _cells_beside_kept(rows).filter(pl.col("value").is_not_null())
    blank = cells.filter(pl.col("kept_value").is_null())
    first = blank.sort("kept", "column", "rank").unique(["kept", "column"], keep="first", maintain_order=True)
    return first.select(row_id="kept", column="column", after="value", other_row_id="row_id")


def contradicting_cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a note for every cell of a combined row that says something else than the kept row (letter case apart).

    Takes the rows as `match_certain()` returns them.
    """
    cells = _cells_beside_kept(rows)
    differs = pl.col("value").str.to_lowercase() != pl.col("kept_value").str.to_lowercase()
    told = cells.filter(differs).sort("kept", "rank", "column")
    return findings_of(
        "combined_differently",
        told.select(
            pl.col("column").replace(IN_WORDS), "value", row_id="kept", suggestion="kept_value", other_row_id="row_id"
        ),
    )


def ranked(rows: pl.DataFrame, *, first_of_equals: bool = False) -> pl.DataFrame:
    """Get the rows that have a `cluster_id`, cluster by cluster, and `rank`: 0 is the row that is kept.

    The chosen row first, then the active one, the fullest, and the last, or the first of equals. Reads `is_chosen`
    (by an answer) and `is_active` where they are there.
    """
    clustered = rows.filter(pl.col("cluster_id").is_not_null())
    known = pl.col("is_active") if "is_active" in rows.columns else pl.lit(None, pl.Boolean)
    works = pl.when(known.is_null()).then(1).otherwise(known.cast(pl.Int32) * 2)
    fullness = pl.sum_horizontal(pl.col(_fillable(rows)).is_not_null())
    chosen = pl.col("is_chosen") if "is_chosen" in rows.columns else pl.lit(value=False)
    ordered = clustered.with_columns(chosen=chosen, works=works, fullness=fullness).sort(
        "cluster_id", "chosen", "works", "fullness", "row_id", descending=[False, True, True, True, not first_of_equals]
    )
    return ordered.drop("chosen", "works", "fullness").with_columns(rank=pl.int_range(pl.len()).over("cluster_id"))


def _cells_beside_kept(rows: pl.DataFrame) -> pl.DataFrame:
    """Get one line a cell of the rows that are not kept: row_id, rank, column, value, kept (its row_id), kept_value."""
    columns = _fillable(rows)
    clustered = ranked(rows).select("row_id", "cluster_id", "rank", *columns)
    long = clustered.unpivot(columns, index=["row_id", "cluster_id", "rank"], variable_name="column")
    kept = long.filter(pl.col("rank") == 0).select("cluster_id", "column", kept="row_id", kept_value="value")
    return long.filter(pl.col("rank") > 0).join(kept, on=["cluster_id", "column"])


def _fillable(rows: pl.DataFrame) -> list[str]:
    return [column for column in FILLED if column in rows.columns]


def _filled(rows: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    for column in cells.get_column("column").unique(maintain_order=True):
        here = cells.filter(pl.col("column") == column).select("row_id", "after")
        joined = rows.join(here, on="row_id", how="left", maintain_order="left")
        rows = joined.with_columns(pl.coalesce(column, "after").alias(column)).drop("after")
    return rows
