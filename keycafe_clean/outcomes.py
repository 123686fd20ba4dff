"""One outcome for every row, and the equation that nothing is lost and nothing invented."""

import polars as pl

#: The five outcomes, in the words of the screen, in the order of the equation.
OUTCOMES = ("ready", "waiting", "combined", "left_out", "not_people")


def with_outcomes(rows: pl.DataFrame, waits: pl.Series) -> pl.DataFrame:
    """Add `outcome` and `reason`. Keeps every row, in order.

    Reads not_people, combined_into, combined_reason and left_out_reason (each null where it does not apply); `waits`
    has the row_id of every row with an open fix or question. What comes first decides: not people, combined, left
    out, waiting.
    """
    is_combined, is_left_out = pl.col("combined_into").is_not_null(), pl.col("left_out_reason").is_not_null()
    return rows.with_columns(
        outcome=pl.when(pl.col("not_people").is_not_null())
        .then(pl.lit("not_people"))
        .when(is_combined)
        .then(pl.lit("combined"))
        .when(is_left_out)
        .then(pl.lit("left_out"))
        .when(pl.col("row_id").is_in(waits.implode()))
        .then(pl.lit("waiting"))
        .otherwise(pl.lit("ready")),
        reason=pl.when(is_combined).then("combined_reason").otherwise(pl.coalesce("not_people", "left_out_reason")),
    )


def assert_equation(rows: pl.DataFrame, rows_read: pl.Series) -> None:
    """Hold that every row read is there exactly once, with one outcome; a combined row names one that is kept.

    AssertionError otherwise: an error of ours, never of the data.
    """
    if not rows.get_column("row_id").equals(rows_read):
        raise AssertionError(f"{rows.height} rows came out of {rows_read.len()} read")
    if strange := set(rows.get_column("outcome").unique()) - set(OUTCOMES):
        raise AssertionError(f"no such outcome: {strange}")
    kept = rows.filter(pl.col("outcome").is_in(["ready", "waiting", "left_out"])).get_column("row_id")
    named = rows.filter(pl.col("outcome") == "combined").get_column("combined_into")
    if named.null_count() or not named.is_in(kept.implode()).all():
        raise AssertionError("a combined row names a row that is not kept")
