"""Employee numbers that a spreadsheet has damaged."""

import polars as pl

from keycafe_clean.steps.badges import is_scientific


def forget_shortened_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Blank employee numbers like `1.2E+10`: two of them are alike by what was lost. Keeps every row, in order."""
    number = pl.when(~is_scientific("employee_id").fill_null(value=False)).then("employee_id").alias("employee_id")
    return rows.with_columns(number) if "employee_id" in rows.columns else rows
