"""Periods in one cell, of which the last day is the end and the first day the begin: `01.04.2015 - 31.08.2025`.

A day, a month or a year stands on both sides, or one end is open (`seit 03/2020`, `2019 -`, `2019 bis heute`).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.date_forms import begins_like_a_date
from keycafe_clean.steps.rewrite import holds
from keycafe_clean.words import any_of, words

#: The first sign of scripts without blanks between words: theirs need no blank beside a day.
_EAST_ASIAN: Final = "\u3000"

_SINCE: Final = (*words("status", "since"), *words("periods", "begin"))
_UNTIL: Final = (*words("marks", "until"), *words("periods", "until"))

_WORD = r"[\p{L}\p{M}]{3,}\.?"
_YEAR = "(?:1[34]|19|20|25)[0-9]{2}"
_IS_YEAR = rf"^{_YEAR}$"
_ONE_DAY = r"^[0-9]{1,4}(?:[./-][0-9]{1,2}[./-][0-9]{1,4})?(?:[ t][0-9:.]+z?)?$"

#: What may be a day or a month as it stands beside another one; the longest form first.
_DAYS: Final = (
    r"[0-9]{1,4}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?(?:[0-9]{4}|[0-9]{1,2})",
    r"[0-9]{2,4}\s?[年년]\s?[0-9]{1,2}\s?[月월](?:\s?[0-9]{1,2}\s?[日일])?",
    r"(?:19|20)[0-9]{6}",
    rf"[0-9]{{1,2}}(?:st|nd|rd|th|er|º|\.)?[\s/-]*(?:de\s|of\s)?{_WORD}[\s/,-]*(?:del?\s)?(?:[0-9]{{4}}|[0-9]{{2}})",
    rf"{_WORD}\s[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s[0-9]{{4}}",
    rf"{_WORD}[\s/,-]*(?:del?\s)?[0-9]{{4}}",
    r"[0-9]{1,2}\s?[./-]\s?[0-9]{4}",
    rf"{_YEAR}[./-](?:0[1-9]|1[0-2])",
)
#: A time of day behind it, and a letter for `year`, change nothing.
_DAY = rf"(?:{'|'.join(_DAYS)})(?:[ t][0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?z?)?(?:\s?[гр]\.)?"
_DAY_OR_YEAR = rf"(?:{_DAY}|{_YEAR})"

_DASH = "[-–—−~〜～→]+"

#: What stands where an end is open and no word says so.
_NOTHING = r"[\s.…_*∞-]*"


@dataclass(frozen=True)
class _Form:
    """A way to write a period: its pattern, and which of its groups is the begin and which the end; 0: it is open."""

    pattern: str
    begin: int
    end: int


@dataclass(frozen=True)
class Periods:
    """The cells of a column of periods by their halves, null where a period has none, in order.

    Both halves of a cell that is no period are the cell.
    """

    begins: pl.Series
    ends: pl.Series


def are_periods(cells: pl.Series) -> bool:
    """Tell whether at least half of the cells with figures are periods, and some end of one is said.

    `Bis heute` is such an end.
    """
    return may_be_periods(cells) and _have_any(cells, *_closed_forms(), *_until_forms())


def may_be_periods(cells: pl.Series) -> bool:
    """Tell whether at least half of the cells with figures are periods, perhaps all with an open end."""
    plain = _plain(cells)
    dated = plain.filter(plain.str.contains("[0-9]").fill_null(value=False))
    # What is one day, or a number, is no period; the patterns of those are dear.
    longer = dated.filter(~dated.str.contains(_ONE_DAY))
    if dated.is_empty() or longer.len() * 2 < dated.len():
        return False
    return int(holds(longer, _is_period).sum()) * 2 >= dated.len()


def split_periods(cells: pl.Series) -> Periods:
    """Get the halves of cells; where an end is a year alone, it is the last day of that.

    An open end is none beside periods with both; elsewhere `seit 2020` may say since when somebody has left, and the
    end is the cell, which nobody reads as a day.
    """
    cell, whole = pl.col("cell"), pl.lit(cells)
    read = _plain(cells).alias("cell").to_frame().with_columns(is_read=_is_period(cell).fill_null(value=False))
    begin, end = (pl.coalesce(*halves) for halves in _halves(cell))
    last = pl.when(end.str.contains(_IS_YEAR)).then(end + "-12-31").otherwise(end)
    last = last if _have_any(cells, *_closed_forms()) else pl.coalesce(last, whole)
    told = read.select(
        begin=pl.when("is_read").then(begin).otherwise(whole), end=pl.when("is_read").then(last).otherwise(whole)
    )
    return Periods(*(told.get_column(name).alias(cells.name) for name in ("begin", "end")))


def _have_any(cells: pl.Series, *forms: _Form) -> bool:
    pattern = "|".join(form.pattern for form in forms)
    return bool(holds(_plain(cells), lambda cell: cell.str.contains(pattern)).any())


def _plain(cells: pl.Series) -> pl.Series:
    return in_ascii_digits(cells).str.strip_chars().str.to_lowercase()


def _is_period(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has a form of periods, with days, months or years as its halves; null stays null."""
    matches = pl.any_horizontal(*(cell.str.contains(form.pattern) for form in _forms()))
    halves = [pl.coalesce(*halves) for halves in _halves(cell)]
    real = [(begins_like_a_date(half) | half.str.contains(_IS_YEAR)).fill_null(value=True) for half in halves]
    return matches & pl.all_horizontal(*real)


def _halves(cell: pl.Expr) -> tuple[list[pl.Expr], list[pl.Expr]]:
    """Get the begins and the ends by each form; null by those that do not fit."""
    begins = [cell.str.extract(form.pattern, form.begin) for form in _forms() if form.begin]
    ends = [cell.str.extract(form.pattern, form.end) for form in _forms() if form.end]
    return begins, ends


def _forms() -> tuple[_Form, ...]:
    return (*_closed_forms(), *_since_forms(), *_until_forms())


@cache
def _closed_forms() -> tuple[_Form, ...]:
    """Get the forms of which both ends are said. A slash parts days, and no years: `2019/2020` is one of a school."""
    never = any_of(words("dates", "never"))
    return (
        _Form(rf"^{_since()}?({_DAY})(?:{_parting()}|\s*/\s*)({_DAY}){_behind()}$", 1, 2),
        _Form(rf"^{_since()}?({_DAY_OR_YEAR}){_parting()}({_DAY_OR_YEAR}){_behind()}$", 1, 2),
        _Form(rf"^{_since()}?({_DAY_OR_YEAR})(?:{_parting()}|\s)\s*(?:{never})[\s.)]*$", 1, 0),
    )


@cache
def _since_forms() -> tuple[_Form, ...]:
    """Get the forms without an end: `2019 -`, `seit 2019`."""
    return (
        _Form(rf"^{_since()}?({_DAY_OR_YEAR}){_begun()}{_NOTHING}$", 1, 0),
        _Form(rf"^{_since()}({_DAY_OR_YEAR}){_behind()}$", 1, 0),
    )


@cache
def _until_forms() -> tuple[_Form, ...]:
    """Get the forms without a begin: `- 08/2025`, `bis 08/2025`."""
    until = rf"(?:(?:{_until()})[\s:]+|{_DASH}\s*)"
    return (
        _Form(rf"^{until}({_DAY_OR_YEAR}){_behind()}$", 0, 1),
        _Form(rf"^({_DAY_OR_YEAR})\s*(?:{_east_asian_until()})$", 0, 1),
    )


@cache
def _since() -> str:
    return rf"(?:(?:{any_of(_SINCE)})[\s:.]*)"


@cache
def _until() -> str:
    return any_of(_UNTIL)


@cache
def _parting() -> str:
    """Get the pattern of what stands between two days: a dash, a word for `until`, a sign of East Asia for either."""
    return rf"(?:{_begun()}|\s*(?:{_east_asian_since()})?(?:{_east_asian_until()})\s*|\s/\s)"


@cache
def _begun() -> str:
    """Get the pattern of what stands behind a begin, whether an end follows or not."""
    since = _east_asian_since()
    return rf"\s*(?:(?:{since})?(?:{_DASH}|[\s,](?:{_until()})(?:[\s:]|$))|(?:{since}))\s*"


@cache
def _east_asian_since() -> str:
    return any_of(word for word in _SINCE if word >= _EAST_ASIAN)


@cache
def _east_asian_until() -> str:
    return any_of(word for word in _UNTIL if word >= _EAST_ASIAN)


@cache
def _behind() -> str:
    """Get the pattern of what may stand behind a period: a sign of East Asia, a remark in brackets."""
    return rf"(?:\s*(?:{_east_asian_until()}))?(?:\s*[(\[（].*)?[\s.;]*"
