"""Columns of dates as days: read once, whatever the day of the run, and settled when that day is known."""

from datetime import date

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.dates import YEARS_AHEAD, is_day_first, read_dates

#: A year of two digits is read in both centuries: days of 2000 to 2099 as `day.`, of 1900 to 1999 as `past_day.`.
_THIS_CENTURY, _LAST_CENTURY = date(2089, 1, 1), date(1990, 1, 1)

#: A date that names its century, in digits or as the serial number of a spreadsheet.
_HAS_WHOLE_YEAR = "[0-9]{4}"


def read_days(cells: pl.Series, name: str, *, day_first: bool) -> list[pl.Series]:
    """Get `day.<name>` and `past_day.<name>` (Date) of text cells, null where a cell is no date.

    `past_day.` is the other century of a year of two digits, null where the year is whole. Keeps the order.
    """
    cells = in_ascii_digits(cells)
    whole = cells.str.contains(_HAS_WHOLE_YEAR).fill_null(value=True)
    short = cells.set(whole, None)
    past = read_dates(short, _LAST_CENTURY, day_first=day_first)
    return [
        read_dates(cells, _THIS_CENTURY, day_first=day_first).alias(f"day.{name}"),
        past.alias(f"past_day.{name}"),
    ]


def settle_days(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """Settle `day.<name>` by the day of the run, and take `past_day.<name>` off. Keeps every row, in order."""
    names = [column.removeprefix("past_day.") for column in rows.columns if column.startswith("past_day.")]
    settled = rows.with_columns(_settled(name, today).alias(f"day.{name}") for name in names)
    return settled.drop(f"past_day.{name}" for name in names)


def order_of(cells: pl.Series, *, said: bool | None) -> bool | None:
    """Get whether a column writes the day first: its dates tell, else what was `said`; None where neither does."""
    told = is_day_first(cells)
    return said if told is None else told


def _settled(name: str, today: date) -> pl.Expr:
    day, past = pl.col(f"day.{name}"), pl.col(f"past_day.{name}")
    is_past = past.is_not_null() & (day.dt.year() % 100 > (today.year + YEARS_AHEAD) % 100)
    return pl.when(is_past).then(past).otherwise(day)
