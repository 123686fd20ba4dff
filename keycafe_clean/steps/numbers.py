"""Numbers as one writes them in ASCII, and employee numbers that a spreadsheet has damaged."""

import polars as pl

from keycafe_clean.ascii import has_non_ascii
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.steps.badges import badge_scientific
from keycafe_clean.steps.frame_columns import ADDRESS, machine_columns
from keycafe_clean.steps.rewrite import rewrite


def write_ascii_digits(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the digits of codes, numbers, dates, flags and states as 0 to 9, whatever script they are of.

    Names and places keep theirs, and so does an address: with other digits it is another address. Keeps every row, in
    order.
    """
    columns = [column for column in machine_columns(frame) if column != ADDRESS]
    return rewrite(frame, columns, where=has_non_ascii, to=with_ascii_digits)


#: Where so many numbers have a digit, what has none is a word: most companies number their people.
_MOSTLY = 0.5


def forget_words_for_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Blank employee numbers without a digit where most have one: `TBD` is nobody's. Keeps every row, in order."""
    if "employee_id" not in rows.columns:
        return rows
    has_digit = pl.col("employee_id").str.contains(r"\d")
    is_number = has_digit | (has_digit.mean() < _MOSTLY)
    return rows.with_columns(pl.when(is_number).then("employee_id").alias("employee_id"))


def forget_shortened_numbers(rows: pl.DataFrame) -> pl.DataFrame:
    """Blank employee numbers like `1.2E+10`: two of them are alike by what was lost. Keeps every row, in order."""
    number = pl.when(~badge_scientific("employee_id")).then("employee_id").alias("employee_id")
    return rows.with_columns(number) if "employee_id" in rows.columns else rows
