"""Ways to say that there is no such day, in words and in figures, and dates of which nobody knows the calendar."""

import polars as pl

from keycafe_clean.digits import in_ascii_digits, with_ascii_digits
from keycafe_clean.steps.calendars import GREGORIAN, could_be_of_another_calendar
from keycafe_clean.steps.date_forms import MONTHS, bare, begins_like_a_date, own_year
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import holds
from keycafe_clean.words import any_of, words

#: Ways to write in figures that there is no such day: nothing but zeros or nines, a day or month 0, the last serial.
_NO_DAY = (
    r"^[0\s./-]+$|^[9\s./-]+$|^00[./-]|[0-9][./-]00[./-]|^[0-9]{4}[./-][0-9]{1,2}[./-]00$|^2958465(?:[.,][0-9]+)?$"
)

#: The year 9999, alone or beside a month and a day, and another day beside it: `2025-08-31 (room 9999)` has one.
_LAST_YEAR = r"(?:^|[^0-9])9999(?:[^0-9]|$)|^9999[01][0-9][0-3][0-9]|^[0-3][0-9]{3}9999(?:[^0-9]|$)"
_DAY_BESIDE = (
    r"\b(?:19|20)[0-9]{2}[./-][0-9]"
    r"|(?:^|[^0-9])(?:[0-9]{1,2}[./-])?[0-9]{1,2}[./-](?:19|20)[0-9]{2}(?:[^0-9]|$)"
    r"|(?:^|[^0-9])[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}(?:[^0-9]|$)"
)

#: The same, where no sign stands between year, month and day: the first and the last day of a year.
_COMPACT = r"^(?:0[0-9]|1[0-8]|2[2-46-9]|[3-9][0-9])[0-9]{2}(?:0101|1230|1231)$|^19000101$"

#: The last day of 1999, or of 9999 in two digits; with the name of its month also of 4712, which Oracle writes.
_DECEMBER = any_of(name for name, month in MONTHS.items() if month == 12)
_CUT = (
    r"^(?:31[./-]12|12[./-]31)[./-]99$|^99[./-]12[./-]31$"
    rf"|^31[\s./-]*(?:{_DECEMBER})[\s./-]*(?:99|12)$"
)

#: A day of a time that people live in, as most cells write it: it is neither a way to say never, nor a word.
_PLAIN_DAY = (
    r"^(?:0?[1-9]|[12][0-9]|3[01])[./-](?:0?[1-9]|[12][0-9]|3[01])[./-](?:19[5-9][0-9]|20[0-9]{2})$"
    r"|^(?:19[5-9][0-9]|20[0-9]{2})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
)

#: What a cell has that is a day in figures or a way to write none.
_MAY_BE_FIGURES = r"[\p{N}年]|^[\s./-]+$"

#: The signs around a word that says never.
_AROUND = " .,;:!()[]<>{}\"'*_~_–—-"


def says_never(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says that there is no such day, in words or in figures (`31.12.9999`); null stays null.

    A year that another calendar could write today says nothing.
    """
    return _in_words(cell) | _in_figures(cell)


def who_says_never(cells: pl.Series) -> pl.Series:
    """Get of which cells `says_never()` holds, in order; false where null. Days are looked for in figures only."""
    others = cells.set(cells.str.contains(_PLAIN_DAY), None)
    figures = others.set(~others.str.contains(_MAY_BE_FIGURES), None)
    return holds(others, _in_words) | holds(figures, _in_figures)


def who_may_say_never(cells: pl.Series) -> pl.Series:
    """Get which cells are the last day of 1999 or 2012, or what is left of 9999 or 4712, in order; false where null."""
    text = in_ascii_digits(cells)
    return holds(text.set(~text.str.contains("31", literal=True), None), lambda cell: bare(cell).str.contains(_CUT))


def is_of_another_calendar(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is written as a date with a year that another calendar writes today; null stays null."""
    return begins_like_a_date(cell) & could_be_of_another_calendar(own_year(cell)).fill_null(value=False)


def _in_words(cell: pl.Expr) -> pl.Expr:
    return is_placeholder(cell) | _spelled(cell).is_in(_never())


def _in_figures(cell: pl.Expr) -> pl.Expr:
    year = own_year(cell)
    unlived = (~year.is_between(*GREGORIAN) & ~could_be_of_another_calendar(year)).fill_null(value=False)
    plain = bare(with_ascii_digits(cell))
    no_day = plain.str.contains(f"{_NO_DAY}|{_COMPACT}")
    no_year = plain.str.contains(_LAST_YEAR)
    has_day = no_year & plain.str.contains(_DAY_BESIDE)
    return no_day | ((no_year | (unlived & begins_like_a_date(cell))) & ~has_day)


def _spelled(cell: pl.Expr) -> pl.Expr:
    return cell.str.to_lowercase().str.strip_chars(_AROUND)


def _never() -> list[str]:
    return [word.strip(_AROUND) for word in words("dates", "never")]
