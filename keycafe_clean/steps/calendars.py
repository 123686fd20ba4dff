"""Years of other calendars as those of the Gregorian one: Japanese eras, Buddhist, Minguo and Persian years.

A date of a calendar of the moon (Hijri, Hebrew) is not converted: its month begins where somebody saw the moon.
"""

from typing import Final

import polars as pl

from keycafe_clean.words import words

BUDDHIST, MINGUO, PERSIAN = "buddhist", "minguo", "persian"

#: The years in which people of today began, left, or will leave; before and after, a year says never.
GREGORIAN: Final = (1910, 2199)

#: calendar -> the years that stand for 1911 to 2100, and how far they lie from the Gregorian ones
_YEARS: Final = {BUDDHIST: (2454, 2643), MINGUO: (70, 150), PERSIAN: (1300, 1420)}
_OFFSETS: Final = {BUDDHIST: -543, MINGUO: 1911}

#: The newest Persian date of a company lies after 2006; a column of older ones is more likely one of the moon's years.
_PERSIAN_SINCE: Final = 1385

#: The years that the calendars of the moon write for our time: Hijri, Hebrew.
_OF_THE_MOON: Final = ((1300, 1500), (5670, 5850))

#: Years in which no Buddhist date of a company lies, but which say never: 2500-12-31.
_ROUND: Final = (2499, 2500, 2599, 2600)

#: Assumption: two different dates are a column, one may be a slip of the pen.
_FEWEST: Final = 2

#: era -> the year before its first one
ERAS: Final = {era: int(before) for before in ("1867", "1911", "1925", "1988", "2018") for era in words("eras", before)}

#: The 1st of Farvardin of 1400; a cycle of 33 years, which has 8 leap years, begins so many years before the year 0.
_NOWRUZ, _NOWRUZ_YEAR, _CYCLE = pl.date(2021, 3, 21), 1400, 1595
_LONG_MONTHS = 6


def could_be_of_another_calendar(year: pl.Expr) -> pl.Expr:
    """Yield whether a year that is none of ours is one of another calendar that people use today; null stays null."""
    spans = (*_YEARS.values(), *_OF_THE_MOON)
    return pl.any_horizontal(year.is_between(*span) for span in spans) & ~year.is_in(_ROUND)


def calendar_of(dates: pl.DataFrame) -> str | None:
    """Get the calendar of a column by its different dates (year, month, day); None where they are ours, or mixed.

    A lone date is no evidence, it may be a slip, and neither is a year that says never.
    """
    years = dates.get_column("year").drop_nulls()
    years = years.filter(~years.is_in(_ROUND) & (years < 2700))
    if years.len() < _FEWEST:
        return None
    fitting = [name for name, span in _YEARS.items() if years.is_between(*span).all()]
    return next((name for name in fitting if name != PERSIAN or (years > _PERSIAN_SINCE).any()), None)


def gregorian(year: pl.Expr, month: pl.Expr, day: pl.Expr, calendar: pl.Expr) -> pl.Expr:
    """Yield the date (Date) of the parts of one, null where there is no such day; a null `calendar` is ours."""
    shifted = year + calendar.replace_strict(_OFFSETS, default=0, return_dtype=pl.Int32).fill_null(0)
    ours = pl.format(
        "{}-{}-{}", *(part.cast(pl.String).str.zfill(wide) for part, wide in ((shifted, 4), (month, 2), (day, 2)))
    )
    return (
        pl.when((calendar == PERSIAN).fill_null(value=False))
        .then(_persian(year, month, day))
        .otherwise(ours.str.to_date("%Y-%m-%d", strict=False))
    )


def _persian(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Yield a Persian date by the leap years of the cycle of 33, which holds from 1206 to 1498."""
    before = pl.when(month <= _LONG_MONTHS).then((month - 1) * 31).otherwise((month - 1) * 30 + _LONG_MONTHS)
    is_leap = _new_year(year + 1) - _new_year(year) - 365
    longest = pl.when(month <= _LONG_MONTHS).then(31).when(month < 12).then(30).otherwise(29 + is_leap)
    exists = month.is_between(1, 12) & (day >= 1) & (day <= longest) & year.is_between(*_YEARS[PERSIAN])
    days = _new_year(year) + before + day - 1 - _new_year(pl.lit(_NOWRUZ_YEAR))
    return pl.when(exists).then(_NOWRUZ + pl.duration(days=days))


def _new_year(year: pl.Expr) -> pl.Expr:
    """Yield the number of the first day of a year, from some day on."""
    place = year + _CYCLE
    return year * 365 + place // 33 * 8 + (place % 33 + 3) // 4
