"""First days that settle nothing: text that is no day, and days so far ahead that they may be a slip."""

from datetime import date
from typing import Final

import polars as pl

from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.steps.calendars import could_be_to_come
from keycafe_clean.steps.date_forms import own_year
from keycafe_clean.steps.never import is_of_another_calendar, says_never
from keycafe_clean.words import words

#: Assumption: nobody is hired more than so many years ahead.
_YEARS_TO_A_START = 3

#: So far ahead lie last days of our time in the calendar of Nepal, which is 57 years ahead; later ones say never.
_YEARS_OF_NEPAL: Final = (47, 67)

#: Years from here on are of no job.
_NEVER: Final = 2200

#: A last day that says never is the first or the last one of a year.
_ROUND: Final = ("01-01", "12-31", "12-30")

#: The year in a text, in four digits, or in two behind the name of a month.
_YEAR, _SHORT_YEAR = r"(?:^|[^0-9])((?:19|20)[0-9]{2})(?:$|[^0-9])", r"^\p{L}{3,}\.?[\s-]?'?([0-9]{2})$"


def unread_first_days(cells: pl.Series, days: pl.Series, today: date) -> pl.Series:
    """Get which cells are no day and could speak of one to come: `Q1 2027`, `tbc`; false where blank, in order.

    A text with a year that has passed (`2014`) and a word for none or for long ago say that somebody has begun. `days`
    is how the cells were read.
    """
    is_open = cells.is_not_null() & days.is_null()
    texts = cells.filter(is_open).unique()
    if texts.is_empty():
        return is_open
    to_come = texts.to_frame().filter(_may_be_to_come(pl.col(cells.name), today)).to_series()
    return is_open & cells.is_in(to_come.implode())


def is_far_ahead(day: pl.Expr, today: date) -> pl.Expr:
    """Yield whether a first day lies so far ahead that it may be a slip, or of another calendar; null: no day."""
    return day > today.replace(year=today.year + _YEARS_TO_A_START, day=1)


def last_day_far_ahead(day: pl.Expr, today: date) -> pl.Expr:
    """Yield whether a last day lies further ahead than anybody works, and does not say never; null: no day."""
    is_far = (day.dt.year() - today.year).is_between(*_YEARS_OF_NEPAL)
    return is_far & ~day.dt.to_string("%m-%d").is_in(_ROUND)


def _may_be_to_come(cell: pl.Expr, today: date) -> pl.Expr:
    said = cell.str.to_lowercase().str.strip_chars(" .()")
    is_settled = (
        (says_never(cell) & ~_is_never_to_come(cell)) | said.is_in(words("dates", "begun")) | _is_past(cell, today)
    )
    return said.is_in(words("dates", "to_come")) | ~is_settled


def _is_never_to_come(cell: pl.Expr) -> pl.Expr:
    """Yield whether a day that says never lies ahead (`9999-12-31`): whoever begins then has not begun."""
    year = with_ascii_digits(cell).str.extract(r"(?:^|[^0-9])([2-9][0-9]{3})(?:[^0-9]|$)").cast(pl.Int32)
    return (year >= _NEVER).fill_null(value=False)


def _is_past(cell: pl.Expr, today: date) -> pl.Expr:
    text = with_ascii_digits(cell)
    year = pl.coalesce(text.str.extract(_YEAR).cast(pl.Int32), text.str.extract(_SHORT_YEAR).cast(pl.Int32) + 2000)
    other = ~could_be_to_come(own_year(cell), today.year, _YEARS_TO_A_START) & is_of_another_calendar(cell)
    return ((year < today.year) | other).fill_null(value=False)
