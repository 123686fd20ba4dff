"""How a column writes its days: whether the day, the month or a short year comes first, and whose years they are.

Its cells tell, else the other columns of days, else the language of the file. Where nothing does, a column has several
readings, and whoever they decide about waits.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.folding import fold
from keycafe_clean.steps.calendars import (
    BUDDHIST,
    ETHIOPIAN,
    ISLAMIC,
    MINGUO,
    MONTHS_OF_ETHIOPIA,
    NEPALI,
    PERSIAN,
)
from keycafe_clean.steps.date_forms import CROATIAN_MONTHS, EITHER, ONE_OF_TWO, bare_days, is_bare_minguo_day
from keycafe_clean.steps.short_years import OF_OTHERS, speak_of_both, speak_of_buddhists
from keycafe_clean.steps.utc_midnights import are_midnights
from keycafe_clean.words import any_of, words

#: What a column may leave open: which of day and month comes first, whether a short year does, whether a year is one of
#: Reiwa, whether a month is one of Croatia, whether all or some short years are Buddhist, whether a date is one of
#: Ethiopia, whether an evening of UTC is the midnight of the next day, and whether there are any days.
SWAPPED, OTHER_YEAR, OF_REIWA, OF_CROATIA = "swapped", "other_year", "of_reiwa", "of_croatia"
OF_BUDDHISTS, OF_BOTH, OF_ETHIOPIA, LONG_AGO = "of_buddhists", "of_both", "of_ethiopia", "long_ago"
OF_MIDNIGHTS = "of_midnights"
READINGS: Final = (
    SWAPPED, OTHER_YEAR, OF_REIWA, OF_CROATIA, OF_BUDDHISTS, OF_BOTH, OF_ETHIOPIA, OF_MIDNIGHTS, LONG_AGO,
)  # fmt: skip

#: A first number above is no month, so it is the day.
_MONTHS_A_YEAR, _LONGEST_MONTH = 12, 31

#: All years of two digits.
_ALL: Final = (0, 99)

_CALENDARS: Final = {"Persian": PERSIAN, "Arabic": ISLAMIC, "Chinese": MINGUO, "Thai": BUDDHIST, "Nepali": NEPALI}
_AMHARIC, _CROATIAN, _JAPANESE = "Amharic", "Croatian or Slovenian", "Japanese"

_SIGNS: Final = ("-", "/", ".")

#: Some letter, or a blank between words.
_NO_FIGURE: Final = "[^0-9/.-]"
_ONE, _TWO, _THREE = (pl.col(part).cast(pl.Int32) for part in ("one", "two", "three"))


@dataclass(frozen=True)
class Habits:
    """How a column writes its days."""

    day_first: bool = True
    #: the signs (`-/.`) between figures of which the first are a year of two digits
    year_first: str = ""
    #: whose years are meant where they could be of several calendars; null: nobody knows
    calendar: str | None = None
    #: the years of two digits that are of `calendar`; null: those that people write so
    short_years: tuple[int, int] | None = None
    of_reiwa: bool = False
    of_croatia: bool = False
    #: whether an evening of UTC is the midnight of the next day
    of_midnights: bool = False

    @property
    def months(self) -> int:
        """Get how many months a year has; a larger number is a day."""
        return MONTHS_OF_ETHIOPIA if self.calendar == ETHIOPIAN else _MONTHS_A_YEAR


def readings_of(
    cells: pl.Series,
    language: str | None = None,
    *,
    said: bool | None = None,
    beside: tuple[pl.Series, ...] = (),
    calendar: str | None = None,
) -> dict[str, Habits]:
    """Get the ways to read a column: the usual one under a blank name, and those of `READINGS` that are as possible.

    `said` is whether the day comes first, where the cells do not tell; `beside` are the other columns of days of the
    file, `language` is its own, and `calendar` the one that the header names.
    """
    bared, others_bared = _bared(cells), tuple(map(_bared, beside))
    told_by = calendar or _CALENDARS.get(language or "") or _of_minguo(bared, *others_bared)
    whose = Habits(calendar=told_by, short_years=_ALL if calendar else None)
    first, is_open = _year_first(bared, others_bared, language)
    told = _is_day_first(bared.filter(~_is_short(bared, first)), whose.months)
    order = said if told is None else told
    is_either = order is None and bool(bared.str.contains(ONE_OF_TWO).any())
    months = _of_croatia(bared, language)
    midnights = are_midnights(cells, beside, language)
    usual = replace(
        whose, day_first=order is not False, year_first=first, of_croatia=months is True, of_midnights=midnights is True
    )
    others = {
        SWAPPED: replace(usual, day_first=False) if is_either else None,
        OTHER_YEAR: replace(usual, year_first="" if first else is_open) if is_open else None,
        OF_REIWA: replace(usual, of_reiwa=True) if language == _JAPANESE and first else None,
        OF_CROATIA: replace(usual, of_croatia=True) if months is None else None,
        OF_ETHIOPIA: replace(usual, calendar=ETHIOPIAN, short_years=_ALL) if language == _AMHARIC else None,
        OF_MIDNIGHTS: replace(usual, of_midnights=True) if midnights is None else None,
        **_of_buddhists(bared, usual, language),
    }
    if calendar:
        return {"": usual} | ({SWAPPED: replace(usual, day_first=False)} if is_either else {})
    return {"": usual} | {name: habits for name, habits in others.items() if habits}


def of_moments(readings: dict[str, Habits]) -> dict[str, Habits]:
    """Get the readings of a column of moments at which something ends: its midnights are the ends of days before."""
    others = {name: habits for name, habits in readings.items() if name != OF_MIDNIGHTS}
    return {name: replace(habits, of_midnights=False) for name, habits in others.items()}


def _is_day_first(bared: pl.Series, months: int) -> bool | None:
    """Get whether the day comes first, by the dates that fit only one order; None where nothing tells.

    A year has so many `months`.
    """
    either = bared.to_frame().select(pl.col("text").str.extract_groups(EITHER)).unnest("text").cast(pl.Int32)
    day_first, month_first = (bool((either.get_column(part) > months).any()) for part in ("one", "two"))
    return None if day_first == month_first else day_first


def _bared(cells: pl.Series) -> pl.Series:
    return bare_days(in_ascii_digits(cells.drop_nulls().unique()).alias("text"))


def _of_minguo(*bared: pl.Series) -> str | None:
    """Get the calendar of the Republic of China where any column has its days, with their signs; else None."""
    days = (pl.select(is_bare_minguo_day(pl.lit(cells))).to_series().any() for cells in bared)
    return MINGUO if any(days) else None


def _is_short(bared: pl.Series, signs: str) -> pl.Series:
    """Get which cells have figures of two digits with one of these signs between them."""
    return bared.str.contains(_short(signs)) if signs else pl.repeat(value=False, n=bared.len(), eager=True)


def _short(signs: str) -> str:
    return rf"^[0-9]{{1,2}}[{signs}][0-9]{{1,2}}[{signs}][0-9]{{1,2}}$"


def _year_first(bared: pl.Series, beside: tuple[pl.Series, ...], language: str | None) -> tuple[str, str]:
    """Get the signs with a year of two digits before them, and those of which that is open."""
    signs = [sign for sign in _SIGNS if _is_short(bared, sign).any()]
    told = {sign: _told(sign, bared, beside, language) for sign in signs}
    return "".join(sign for sign in signs if told[sign][0]), "".join(sign for sign in signs if told[sign][1])


def _told(sign: str, bared: pl.Series, beside: tuple[pl.Series, ...], language: str | None) -> tuple[bool, bool]:
    """Get whether the year comes first, and whether that is open: figures tell, then the language, then whole years."""
    by_language = language in words("dates", "year_first")
    figures = (_figures(sign, cells, by_language=by_language) for cells in (bared, *beside))
    tells = next(filter(any, figures), (False, False))
    if tells[0] != tells[1]:
        return tells[0], False
    if by_language:
        return True, any(tells)
    first, last = (any(cells.str.contains(it).any() for cells in (bared, *beside)) for it in _whole_years(sign))
    # With full stops the year comes last in every language that does not put it first.
    by_dots = sign == "." and language is not None
    return first and not last, any(tells) or not (by_dots or last) or (first and last)


def _whole_years(sign: str) -> tuple[str, str]:
    """Get the patterns of dates with a year of four digits first, and last."""
    return rf"^[0-9]{{4}}[{sign}][0-9]{{1,2}}[{sign}]", rf"[{sign}][0-9]{{1,2}}[{sign}][0-9]{{4}}$"


def _figures(sign: str, bared: pl.Series, *, by_language: bool) -> tuple[bool, bool]:
    """Get whether some figures fit only a year that comes first, and whether some fit only one that comes last."""
    form = _short(sign).replace("[0-9]{1,2}", "([0-9]{1,2})")
    found = bared.to_frame().select(pl.col("text").str.extract_groups(form)).unnest("text")
    parts = found.rename(dict(zip(found.columns, ("one", "two", "three"), strict=True)))
    is_one_digit = pl.col("one").str.len_chars() == 1
    first = _is_real(_TWO, _THREE) & ((_ONE > _LONGEST_MONTH) | (_ONE == 0) | (pl.col("three").str.len_chars() == 1))
    real_last = _is_real(_TWO, _ONE) | _is_real(_ONE, _TWO)
    alone = is_one_digit & (not by_language)
    last = real_last & ((_THREE > _LONGEST_MONTH) | (_THREE == 0) | (_TWO > _MONTHS_A_YEAR) | alone)
    told = parts.select(first=(first & ~last).any(), last=(last & ~first).any())
    return bool(told.item(0, "first")), bool(told.item(0, "last"))


def _is_real(month: pl.Expr, day: pl.Expr) -> pl.Expr:
    return month.is_between(1, _MONTHS_A_YEAR) & day.is_between(1, _LONGEST_MONTH)


def _of_croatia(bared: pl.Series, language: str | None) -> bool | None:
    """Get whether months are called as in Croatia; None where a name is that of two months, and nothing tells."""
    if language == _CROATIAN:
        return True
    named = bared.filter(bared.str.contains(_NO_FIGURE))
    if language is not None or named.is_empty() or not named.str.contains(_named(CROATIAN_MONTHS)).any():
        return False
    signs = [bared.str.contains(_named(words("months_of", kind))).any() for kind in ("croatian", "others")]
    return None if signs[0] == signs[1] else bool(signs[0])


def _of_buddhists(bared: pl.Series, usual: Habits, language: str | None) -> dict[str, Habits | None]:
    """Get the other reading of short years of a Thai file, and of one that nothing tells about."""
    year_first = bool(usual.year_first)
    if usual.calendar == BUDDHIST and speak_of_both(bared, year_first=year_first):
        return {OF_BOTH: replace(usual, short_years=OF_OTHERS)}
    if language is None and speak_of_buddhists(bared, year_first=year_first):
        return {OF_BUDDHISTS: replace(usual, calendar=BUDDHIST)}
    return {}


def _named(names: Iterator[str] | tuple[str, ...] | dict[str, int]) -> str:
    spelled = {form for name in names for form in (name, fold(name))}
    return rf"(?:^|[^\p{{L}}])(?:{any_of(spelled)})(?:$|[^\p{{L}}])"
