"""Years of other calendars as those of the Gregorian one: Japanese eras, Buddhist, Minguo, Persian, Ethiopian years.

A date of a calendar of the moon (Islamic, Hebrew) is not converted: its month begins where somebody saw the moon. Nor
is one of Nepal, whose months are as long as its almanac says.
"""

from typing import Final

import polars as pl

from keycafe_clean.words import words

BUDDHIST, MINGUO, PERSIAN, ISLAMIC = "buddhist", "minguo", "persian", "islamic"

#: Calendars that only a header tells of, since their years are those of ours or of nobody, and ours.
ETHIOPIAN, NEPALI, HEBREW, OURS = "ethiopian", "nepali", "hebrew", "ours"

#: The calendars that a header may name, and those of them whose days are not converted.
NAMED: Final = (OURS, PERSIAN, BUDDHIST, MINGUO, ETHIOPIAN, NEPALI, ISLAMIC, HEBREW)
UNREAD: Final = (NEPALI, ISLAMIC, HEBREW)

#: The years in which people of today began, left, or will leave; before and after, a year says never.
GREGORIAN: Final = (1910, 2199)

#: calendar -> the years that stand for 1911 to 2100, and how far they lie from the Gregorian ones
_YEARS: Final = {BUDDHIST: (2454, 2643), MINGUO: (70, 150), PERSIAN: (1300, 1420)}
_OFFSETS: Final = {BUDDHIST: -543, MINGUO: 1911}

#: The same of calendars that a header names, whatever is written in figures; and of one that a language tells of.
_BY_HEADER: Final = {ETHIOPIAN: (1903, 2192), NEPALI: (1910, 2199)}
_BY_LANGUAGE: Final = {NEPALI: (2040, 2199)}

#: The newest Persian date of a company lies after 2006; a column of older ones is more likely one of the moon's years.
_PERSIAN_SINCE: Final = 1385

#: The years that the calendars of the moon write for our time: Hijri, Hebrew.
_OF_THE_MOON: Final = ((1300, 1500), (5670, 5850))

#: Years of which a date of a company is a Buddhist one for certain: nobody begins, or leaves, 500 years ahead.
_SURELY_BUDDHIST: Final = (2480, 2620)

#: A year of two digits from here up is one of these calendars where the column has others of it: of the Buddhist
#: 2500s nobody writes 1940 so; of the Republic of China the years from 1971.
SHORT_SINCE: Final = {BUDDHIST: 40, MINGUO: 60, PERSIAN: 0, ISLAMIC: 0}

#: How far the years of a calendar lie from ours, about: an Islamic year is shorter, and lies so now.
_ABOUT: Final = {**_OFFSETS, PERSIAN: 621, ISLAMIC: 578, HEBREW: -3761, ETHIOPIAN: 8}

#: Years in which no Buddhist date of a company lies, but which say never: 2500-12-31.
_ROUND: Final = (2499, 2500, 2599, 2600)

#: Assumption: two different dates are a column, one may be a slip of the pen.
_FEWEST: Final = 2

#: era -> the year before its first one
ERAS: Final = {era: int(before) for before in ("1867", "1911", "1925", "1988", "2018") for era in words("eras", before)}

#: The 1st of Farvardin of 1400; a cycle of 33 years, which has 8 leap years, begins so many years before the year 0.
_NOWRUZ, _NOWRUZ_YEAR, _CYCLE = pl.date(2021, 3, 21), 1400, 1595
_LONG_MONTHS = 6

#: The 1st of Meskerem of 2010; twelve months have 30 days, the thirteenth has five, or six every fourth year.
_ENKUTATASH, _ENKUTATASH_YEAR = pl.date(2017, 9, 11), 2010
MONTHS_OF_ETHIOPIA = 13


def could_be_of_another_calendar(year: pl.Expr) -> pl.Expr:
    """Yield whether a year that is none of ours is one of another calendar that people use today; null stays null."""
    spans = (*_YEARS.values(), *_OF_THE_MOON)
    return pl.any_horizontal(year.is_between(*span) for span in spans) & ~year.is_in(_ROUND)


def could_be_to_come(year: pl.Expr, this_year: int, ahead: int) -> pl.Expr:
    """Yield whether a year of some calendar could be this year of ours or one of the `ahead` next; null stays null."""
    return pl.any_horizontal((year + far).is_between(this_year, this_year + ahead) for far in _ABOUT.values())


def calendar_of(dates: pl.DataFrame, of_file: str | None = None) -> str | None:
    """Get the calendar of a column by its different dates (year, month, day); None where they are ours, or mixed.

    A lone date is no evidence, it may be a slip, and neither is a year that says never. In an Arabic file no year is
    taken for a Persian one: `of_file` is the calendar of its language.
    """
    years = dates.get_column("year").drop_nulls()
    years = years.filter(~years.is_in(_ROUND) & (years < 2700))
    if years.len() < _FEWEST:
        return None
    fitting = [name for name, span in _YEARS.items() if years.is_between(*span).all()]
    persian = (years > _PERSIAN_SINCE).any() and of_file != ISLAMIC
    return next((name for name in fitting if name != PERSIAN or persian), None)


def calendar_of_year(year: pl.Expr, calendar: str | None, *, is_named: bool) -> pl.Expr:
    """Yield the calendar that a whole year is of by itself, or by the one of its file; null: neither.

    `is_named`: the header says so.
    """
    sure = pl.when(year.is_between(*_SURELY_BUDDHIST) & ~year.is_in(_ROUND)).then(pl.lit(BUDDHIST))
    spans = {**_YEARS, **(_BY_HEADER if is_named else _BY_LANGUAGE)}
    if calendar not in spans:
        return sure
    return sure.when(year.is_between(*spans[calendar])).then(pl.lit(calendar))


def calendar_of_short(short: pl.Expr, calendar: pl.Expr, years: tuple[int, int] | None = None) -> pl.Expr:
    """Yield `calendar` where a year of two digits is one of it; null: it is one of ours.

    `years` are those that are, where they are known; else from `SHORT_SINCE` up.
    """
    since = calendar.replace_strict(SHORT_SINCE, default=None, return_dtype=pl.Int32)
    return pl.when(short.is_between(*years) if years else short >= since).then(calendar)


def with_century(short: pl.Expr, latest: int, calendar: pl.Expr) -> pl.Expr:
    """Yield a year of two digits with the century that is the last one up to `latest`, a year of ours."""
    last = latest - calendar.replace_strict(_ABOUT, default=0, return_dtype=pl.Int32).fill_null(0)
    return last - (last - short) % 100


def gregorian(year: pl.Expr, month: pl.Expr, day: pl.Expr, calendar: pl.Expr) -> pl.Expr:
    """Yield the date (Date) of the parts of one, null where there is no such day, or its calendar is not converted.

    A null `calendar` is ours.
    """
    shifted = year + calendar.replace_strict(_OFFSETS, default=0, return_dtype=pl.Int32).fill_null(0)
    ours = pl.format(
        "{}-{}-{}", *(part.cast(pl.String).str.zfill(wide) for part, wide in ((shifted, 4), (month, 2), (day, 2)))
    )
    return (
        pl.when((calendar == PERSIAN).fill_null(value=False))
        .then(_persian(year, month, day))
        .when((calendar == ETHIOPIAN).fill_null(value=False))
        .then(_ethiopian(year, month, day))
        .when(~calendar.is_in(UNREAD).fill_null(value=False))
        .then(ours.str.to_date("%Y-%m-%d", strict=False))
    )


def _ethiopian(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Yield an Ethiopian date, which is 7 or 8 years behind ours and leaps a year before us."""
    longest = pl.when(month < MONTHS_OF_ETHIOPIA).then(30).when(year % 4 == 3).then(6).otherwise(5)
    exists = month.is_between(1, MONTHS_OF_ETHIOPIA) & (day >= 1) & (day <= longest)
    since = year - _ENKUTATASH_YEAR
    leaps = year // 4 - _ENKUTATASH_YEAR // 4
    days = since * 365 + leaps + (month - 1) * 30 + day - 1
    return pl.when(exists & year.is_between(*_BY_HEADER[ETHIOPIAN])).then(_ENKUTATASH + pl.duration(days=days))


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
