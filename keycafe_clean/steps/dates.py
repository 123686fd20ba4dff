"""Dates as HR systems write them, read by the evidence of their column."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import words


@dataclass(frozen=True)
class Form:
    """One way to write a date: a pattern, and which of its groups is the day, the month, the year."""

    pattern: str
    day: int
    month: int
    year: int


_YEAR = r"(\d{4}|\d{2})"
_FORMS = (
    Form(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$", day=3, month=2, year=1),
    Form(r"^((?:19|20)\d{2})(\d{2})(\d{2})$", day=3, month=2, year=1),
    Form(r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$", day=3, month=2, year=1),
    Form(rf"^(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_YEAR}$", day=1, month=2, year=3),
    Form(rf"^(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s/-]*(?:de\s)?(\p{{L}}+)\.?[\s/,-]*(?:del?\s)?{_YEAR}$", 1, 2, 3),
    Form(rf"^(\p{{L}}+)\.?\s?(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}$", day=2, month=1, year=3),
    Form(r"^(\d{4})[\s/-](\p{L}+)\.?[\s/-](\d{1,2})$", day=3, month=2, year=1),
)
_DAY_FIRST = Form(rf"^(\d{{1,2}})\s?[/-]\s?(\d{{1,2}})\s?[/-]\s?{_YEAR}$", day=1, month=2, year=3)
_MONTH_FIRST = Form(_DAY_FIRST.pattern, day=2, month=1, year=3)

#: A date is one whatever stands behind it (`15.03.2019 (befristet)`), but for more digits or letters.
_END = r"(?:$|[^\p{L}\d])"

_WEEKDAY = r"^\p{L}{2,12}\.?,\s*"
_TIME = r"(?:\s*,?\s+|t)\d{1,2}:\d{2}.*$"
_SERIAL = r"^(\d{5})(?:\.\d+)?$"

#: Day 0 of the serial numbers of spreadsheets, and the span in which a number of five digits is taken for one.
_DAY_ZERO, _SERIALS = date(1899, 12, 30), (18_264, 73_050)  # 1950 to 2099

#: Years outside are no dates of employment but ways to say "never": 9999-12-31, 01.01.1900.
_YEARS = (1910, 2199)

#: Ways to write in figures that there is no such day.
_NEVER = r"9999|2999|0000|00[./-]00|1899|1900"

#: A year of two digits lies at most so many years ahead: contracts end within ten years, people began within ninety.
_AHEAD = 10

#: A first number above is no month, so it is the day.
_MONTHS_A_YEAR = 12

#: What a spreadsheet shows where it took the code of a badge for a date: `1-2` is `01-Feb`, `3-2026` is `Mar-26`.
_D, _M, _Y = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_MONTH_NAME = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BY_SPREADSHEET = (
    rf"^(?:{_Y}-{_M}-{_D}(?: 00:00:00)?|{_D}[./]{_M}[./](?:{_Y}|[0-9]{{2}})"
    rf"|{_M}/{_D}/(?:{_Y}|[0-9]{{2}})|{_D}-{_MONTH_NAME}(?:-(?:{_Y}|[0-9]{{2}}))?|{_MONTH_NAME}-[0-9]{{2,4}})$"
)

_MONTHS = {word: str(month) for month in range(1, 13) for word in words("months", str(month))}


def read_dates(cells: pl.Series, today: date, *, day_first: bool) -> pl.Series:
    """Get the dates of text cells, null where a cell is blank, no date, impossible (31.02.) or a way to say never.

    `03/04/2026` is read day-first or month-first as said, unless only one of the two fits. A year of two digits is at
    most ten years after `today`. Keeps the order.
    """
    values = cells.drop_nulls().unique()
    dates = pl.DataFrame({"text": values}).select(_date(_bare(pl.col("text")), today, day_first=day_first)).to_series()
    return cells.replace_strict(values, dates, default=None, return_dtype=pl.Date).alias(cells.name)


def is_day_first(cells: pl.Series) -> bool | None:
    """Get whether the column writes the day first, by the dates that fit only one order; None where nothing tells."""
    parts = pl.DataFrame({"text": cells.drop_nulls().unique()}).select(
        first=_bare(pl.col("text")).str.extract(_DAY_FIRST.pattern, 1).cast(pl.Int32),
        second=_bare(pl.col("text")).str.extract(_DAY_FIRST.pattern, 2).cast(pl.Int32),
    )
    day_first = bool((parts.get_column("first") > _MONTHS_A_YEAR).any())
    month_first = bool((parts.get_column("second") > _MONTHS_A_YEAR).any())
    return None if day_first == month_first else day_first


def begins_like_a_date(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is written as a date, possible or not, in one of the ways that are read; null stays null."""
    beginnings = (form.pattern.removesuffix("$") + _END for form in (*_FORMS, _DAY_FIRST))
    return _bare(cell).str.contains("|".join([*beginnings, _SERIAL]))


def says_never(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says that there is no such day, in words or in figures (`31.12.9999`); null stays null."""
    spelled_out = cell.str.to_lowercase().is_in(words("dates", "never"))
    return is_placeholder(cell) | spelled_out | cell.str.contains(_NEVER)


def is_made_by_a_spreadsheet(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell looks like what a spreadsheet made of a code that it took for a date; null where blank."""
    return cell.str.contains(_BY_SPREADSHEET)


def _bare(cell: pl.Expr) -> pl.Expr:
    """Yield the date without weekday and time, in small letters."""
    return cell.str.to_lowercase().str.replace(_TIME, "").str.replace(_WEEKDAY, "").str.strip_chars()


def _date(bare: pl.Expr, today: date, *, day_first: bool) -> pl.Expr:
    chosen, other = (_DAY_FIRST, _MONTH_FIRST) if day_first else (_MONTH_FIRST, _DAY_FIRST)
    plain = [_by_form(bare, form, today) for form in (*_FORMS, chosen, other)]
    read = pl.coalesce(*plain, _by_serial(bare))
    return pl.when(read.dt.year().is_between(*_YEARS)).then(read)


def _by_form(bare: pl.Expr, form: Form, today: date) -> pl.Expr:
    day, month = bare.str.extract(form.pattern, form.day), bare.str.extract(form.pattern, form.month)
    number = month.replace_strict(_MONTHS, default=month, return_dtype=pl.String)
    year = _whole_year(bare.str.extract(form.pattern, form.year), today)
    return pl.format("{}-{}-{}", year, number.str.zfill(2), day.str.zfill(2)).str.to_date("%Y-%m-%d", strict=False)


def _whole_year(year: pl.Expr, today: date) -> pl.Expr:
    latest = (today.year + _AHEAD) % 100
    short = pl.when(year.cast(pl.Int32, strict=False) <= latest).then("20" + year).otherwise("19" + year)
    return pl.when(year.str.len_chars() == 2).then(short).otherwise(year)


def _by_serial(bare: pl.Expr) -> pl.Expr:
    days = bare.str.extract(_SERIAL, 1).cast(pl.Int32)
    read = pl.lit(_DAY_ZERO) + pl.duration(days=days)
    return pl.when(days.is_between(*_SERIALS)).then(read)
