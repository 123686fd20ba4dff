"""One outcome for every row, and the equation that nothing is lost and nothing invented."""

import polars as pl

#: The five outcomes, in the words of the screen, in the order of the equation.
OUTCOMES = ("ready", "waiting", "combined", "left_out", "not_people")

#: outcome -> the step whose event says why
_STEPS = {"combined": "combine_certain", "left_out": "leave_out"}


def with_outcomes(rows: pl.DataFrame, waits: pl.Series) -> pl.DataFrame:
    """Add `outcome`. Keeps every row, in order.

    Reads not_people, combined_into and left_out_reason (each null where it does not apply); `waits` has the row_id of
    every row with an open fix or question. What comes first decides: not people, combined, left out, waiting.
    """
    tests = {
        "not_people": pl.col("not_people").is_not_null(),
        "combined": pl.col("combined_into").is_not_null(),
        "left_out": pl.col("left_out_reason").is_not_null(),
        "waiting": pl.col("row_id").is_in(waits.implode()),
    }
    outcome = pl.coalesce(*(pl.when(holds).then(pl.lit(name)) for name, holds in tests.items()), pl.lit("ready"))
    return rows.with_columns(outcome.alias("outcome"))


def with_reasons(rows: pl.DataFrame, events: pl.DataFrame) -> pl.DataFrame:
    """Add why each row is combined, left out or not people: the columns of `REASON`, null for all other rows.

    Reads row_id, outcome and not_people, and of the log what `combine_certain` and `leave_out` settled. Keeps every
    row, in order.
    """
    step = pl.col("outcome").replace_strict(_STEPS, default=None, return_dtype=pl.String)
    told = events.select("row_id", "step", reason="cause", reason_column="column", reason_value="before")
    joined = rows.with_columns(step=step).join(told, on=["row_id", "step"], how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("reason", "not_people").alias("reason")).drop("step")


def assert_equation(rows: pl.DataFrame, rows_read: pl.Series) -> None:
    """Hold that every row read is there exactly once, with one outcome; a combined row says why, and names one kept.

    Reads row_id, outcome, combined_into and reason. AssertionError otherwise: an error of ours, never of the data.
    """
    if not rows.get_column("row_id").equals(rows_read):
        raise AssertionError(f"{rows.height} rows came out of {rows_read.len()} read")
    if strange := set(rows.get_column("outcome").unique()) - set(OUTCOMES):
        raise AssertionError(f"no such outcome: {strange}")
    kept = rows.filter(pl.col("outcome").is_in(["ready", "waiting", "left_out"])).get_column("row_id")
    combined = rows.filter(pl.col("outcome") == "combined")
    named = combined.get_column("combined_into")
    if named.null_count() or not named.is_in(kept.implode()).all():
        raise AssertionError("a combined row names a row that is not kept")
    if combined.get_column("reason").null_count():
        raise AssertionError("a combined row has no reason")
