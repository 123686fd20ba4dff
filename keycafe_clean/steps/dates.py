"""Dates as HR systems write them, read by the evidence of their column."""

import re
from datetime import date

import polars as pl

from keycafe_clean.digits import in_ascii_digits, with_ascii_digits
from keycafe_clean.folding import fold
from keycafe_clean.steps.calendars import (
    BUDDHIST,
    ERAS,
    GREGORIAN,
    PERSIAN,
    calendar_of,
    could_be_of_another_calendar,
    gregorian,
)
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import any_of, words

_WORD = r"[\p{L}\p{M}][\p{L}\p{M}.]*"
_DAY, _MONTH, _NAME = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})", rf"(?P<name>{_WORD})"
_NAMES, _ORDINAL = rf"(?P<name>{_WORD}(?:\s{_WORD})??)", r"(?:st|nd|rd|th|er|º|ª|\.)"
_YEAR, _WHOLE_YEAR = "(?P<year>[0-9]{4}|[0-9]{2})", "(?P<year>[0-9]{4})"

#: Two numbers of which either may be the day.
_EITHER = rf"^(?P<one>[0-9]{{1,2}})\s?[/-]\s?(?P<two>[0-9]{{1,2}})\s?[/-]\s?{_YEAR}$"

_THAI_YEAR = r"(?:พ\.?\s?ศ\.?\s?|ค\.?\s?ศ\.?\s?)?"

#: The ways to write a day; the first that fits is read. Years of three digits are those of the Republic of China.
_FORMS = (
    rf"^{_WHOLE_YEAR}[-/.]{_MONTH}[-/.]{_DAY}$",
    _EITHER,
    rf"^{_DAY}\.\s?{_MONTH}\.\s?{_YEAR}$",
    r"^(?P<year>(?:19|20|13|14|25)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:[0-9]{6}(?:\.[0-9]+)?z?)?$",
    rf"^{_WHOLE_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]\s?{_DAY}\s?[日日일号號]$",
    rf"^{_DAY}{_ORDINAL}?[\s/-]*(?:(?:de|of)\s)?{_NAMES}[\s/,،-]*(?:del?\s)?{_THAI_YEAR}{_YEAR}$",
    rf"^{_NAME}\s?{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}$",
    rf"^{_WHOLE_YEAR}\.?[\s/-]{_NAME}[\s/-]{_DAY}$",
    rf"^(?:ngày\s)?{_DAY}\stháng\s{_MONTH}(?:\snăm|,)?\s{_WHOLE_YEAR}$",
    rf"^(?P<era>{any_of(ERAS)})\.?\s?(?P<year>[0-9]{{1,3}}|元)\s?[年./-]\s?{_MONTH}\s?[月./-]\s?{_DAY}\s?日?$",
    r"^(?P<year>0[7-9][0-9]|1[0-4][0-9])[-/.](?P<month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12][0-9]|3[01])$",
)

_PERSIAN_MONTHS = {word: month for month in range(1, 13) for word in words("persian_months", str(month))}


def _month_names() -> dict[str, int]:
    """Get the number of every month by its name, with accents and without; no name without them has two numbers."""
    written = {word: month for month in range(1, 13) for word in words("months", str(month))}
    return {fold(word): month for word, month in written.items()} | written | _PERSIAN_MONTHS


_MONTHS = _month_names()

#: A month without its day: whoever leaves in it is here until it ends.
_MONTH_FORMS = (
    rf"^(?P<name>{any_of(_MONTHS)})\.?[\s/,-]*(?:del?\s)?{_WHOLE_YEAR}$",
    rf"^{_MONTH}\s?[/.-]\s?{_WHOLE_YEAR}$",
    rf"^{_WHOLE_YEAR}\s?[/.-]\s?{_MONTH}$",
    rf"^{_WHOLE_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]$",
)
_PARTS = ("day", "month", "year", "name", "one", "two", "era")

#: A date is one whatever stands behind it (`15.03.2019 (befristet)`), but for more digits or letters.
_END, _MONTH_END = r"(?:$|[^\p{L}0-9])", r"(?:$|[^\p{L}0-9/.-])"

#: What stands around a date: a weekday before it or in brackets behind it, a time of day, a time zone.
#: `mar` is Tuesday in some languages, and March in more.
_WEEKDAYS = any_of(set(words("dates", "before")).difference(_MONTHS))
_BEFORE = rf"^(?:{_WEEKDAYS})(?:[.,]+\s*|\s)"
_WEEKDAY_BEHIND = rf"\s*[(（](?:[日月火水木金土一二三四五六일월화수목금토]|{_WEEKDAYS})\.?[)）]$"
_TIME = r"(?:\s*,?\s+(?:\p{L}{1,5}\.?\s*)?|t)(?:[0-9]{1,2}[:h][0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{3,}).*$"
_BEHIND = r"(?:([0-9])\s*(?:г|р|года|року|م))?[.\s]*$"
_SERIAL = r"^([0-9]{5})(?:[.,][0-9]+)?$"

#: Day 0 of the serial numbers of spreadsheets, and the span in which a number of five digits is taken for one.
_DAY_ZERO, _SERIALS = date(1899, 12, 30), (18_264, 73_050)  # 1950 to 2099

#: Ways to write in figures that there is no such day: nothing but zeros or nines, a day or month 0, the last serial.
_NO_DAY = (
    r"^[0\s./-]+$|^[9\s./-]+$|^00[./-]|[0-9][./-]00[./-]|^[0-9]{4}[./-][0-9]{1,2}[./-]00$|9999|^2958465(?:[.,][0-9]+)?$"
)

#: The same, where no sign stands between year, month and day: the first and the last day of a year.
_COMPACT = r"^(?:0[0-9]|1[0-8]|2[2-46-9]|[3-9][0-9])[0-9]{2}(?:0101|1230|1231)$|^19000101$"

#: The year of a date written in figures, at its beginning or its end.
_OWN_YEARS = (r"^([0-9]{4})(?:[^0-9]|[01][0-9][0-3][0-9]$)", r"[^0-9]([0-9]{4})(?:[^0-9]|$)")

#: The last day of 1999, or of 9999 in two digits.
_NINETY_NINE = r"^(?:31[./-]12|12[./-]31)[./-]99$"

#: A year of two digits lies at most so many years ahead: contracts end within ten years, people began within ninety.
YEARS_AHEAD = 10

#: A Thai year of two digits from here up is one of the Buddhist 2500s: nobody writes 1940 so.
_THAI = 40

#: A first number above is no month, so it is the day.
_MONTHS_A_YEAR = 12

#: What a spreadsheet shows where it took the code of a badge for a date: `1-2` is `01-Feb`, `3-2026` is `Mar-26`.
_D, _M, _Y = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_MONTH_NAME = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BY_SPREADSHEET = (
    rf"^(?:{_Y}-{_M}-{_D}(?: 00:00:00)?|{_D}[./]{_M}[./](?:{_Y}|[0-9]{{2}})"
    rf"|{_M}/{_D}/(?:{_Y}|[0-9]{{2}})|{_D}-{_MONTH_NAME}(?:-(?:{_Y}|[0-9]{{2}}))?|{_MONTH_NAME}-[0-9]{{2,4}})$"
)

#: The signs around a word that says never.
_AROUND = " .,;:!()[]<>{}\"'*~_–—-"


def read_dates(cells: pl.Series, today: date, *, day_first: bool) -> pl.Series:
    """Get the dates of text cells, null where a cell is blank, no date, impossible (31.02.) or a way to say never.

    `03/04/2026` is read day-first or month-first as said, unless only one of the two fits. A year of two digits is at
    most ten years after `today`. A month is its last day. Years of another calendar are read by their era or by the
    column (`calendar_of`). Keeps the order.
    """
    values = cells.drop_nulls().unique()
    bare = in_ascii_digits(values).alias("text").to_frame().select(_bare(pl.col("text"))).to_series()
    read = _whole(_parts(bare), today, day_first=day_first)
    calendar = pl.coalesce("calendar", pl.lit(calendar_of(read.filter(pl.col("calendar").is_null())), pl.String))
    found = read.select(gregorian(pl.col("year"), pl.col("month"), pl.col("day"), calendar).alias("day"))
    ends = pl.when(read.get_column("is_month")).then(pl.col("day").dt.month_end()).otherwise("day")
    dates = found.select(pl.coalesce(ends, _by_serial(pl.lit(bare)))).to_series()
    lived = dates.set(~dates.dt.year().is_between(*GREGORIAN), None)
    return cells.replace_strict(values, lived, default=None, return_dtype=pl.Date).alias(cells.name)


def is_day_first(cells: pl.Series) -> bool | None:
    """Get whether the column writes the day first, by the dates that fit only one order; None where nothing tells."""
    bare = in_ascii_digits(cells.drop_nulls().unique()).alias("text").to_frame().select(_bare(pl.col("text")))
    either = bare.select(pl.col("text").str.extract_groups(_EITHER)).unnest("text").cast(pl.Int32)
    day_first = bool((either.get_column("one") > _MONTHS_A_YEAR).any())
    month_first = bool((either.get_column("two") > _MONTHS_A_YEAR).any())
    return None if day_first == month_first else day_first


def begins_like_a_date(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is written as a date, possible or not, in one of the ways that are read; null stays null."""
    return _bare(with_ascii_digits(cell)).str.contains(_BEGINNINGS)


def says_never(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell says that there is no such day, in words or in figures (`31.12.9999`); null stays null.

    A year that another calendar could write today says nothing.
    """
    bare = _bare(with_ascii_digits(cell))
    year = _own_year(bare)
    unlived = (~year.is_between(*GREGORIAN) & ~could_be_of_another_calendar(year)).fill_null(value=False)
    no_day = bare.str.contains(f"{_NO_DAY}|{_COMPACT}")
    in_figures = no_day | (unlived & bare.str.contains(_BEGINNINGS))
    return is_placeholder(cell) | _spelled(cell).is_in(_never()) | in_figures


def may_say_never(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is the last day of 1999, or what two digits leave of 31.12.9999; null stays null."""
    return _bare(with_ascii_digits(cell)).str.contains(_NINETY_NINE)


def is_of_another_calendar(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell is written as a date with a year that another calendar writes today; null stays null."""
    bare = _bare(with_ascii_digits(cell))
    return bare.str.contains(_BEGINNINGS) & could_be_of_another_calendar(_own_year(bare)).fill_null(value=False)


def is_made_by_a_spreadsheet(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell looks like what a spreadsheet made of a code that it took for a date; null where blank."""
    return cell.str.contains(_BY_SPREADSHEET)


def _own_year(bare: pl.Expr) -> pl.Expr:
    return pl.coalesce(bare.str.extract(pattern) for pattern in _OWN_YEARS).cast(pl.Int32)


def _spelled(cell: pl.Expr) -> pl.Expr:
    return cell.str.to_lowercase().str.strip_chars(_AROUND)


def _never() -> list[str]:
    return [word.strip(_AROUND) for word in words("dates", "never")]


def _bare(cell: pl.Expr) -> pl.Expr:
    """Yield the date without weekday and time, in small letters."""
    dated = cell.str.to_lowercase().str.replace(_TIME, "").str.strip_chars().str.replace(_WEEKDAY_BEHIND, "")
    dated = dated.str.replace(_BEHIND, "$1")
    return dated.str.replace(_BEFORE, "").str.replace(_BEFORE, "").str.strip_chars()


def _parts(bare: pl.Series) -> pl.DataFrame:
    """Get the texts of `_PARTS` of every date, by the first form that fits; all null where none does."""
    forms = (*_FORMS, *_MONTH_FORMS)
    groups = pl.select(pl.lit(bare).str.extract_groups(form).alias(str(place)) for place, form in enumerate(forms))
    having = {part: [str(place) for place, form in enumerate(forms) if f"?P<{part}>" in form] for part in _PARTS}
    texts = (pl.coalesce(pl.col(place).struct.field(part) for place in places) for part, places in having.items())
    return groups.select(text.alias(part) for text, part in zip(texts, _PARTS, strict=True))


def _whole(parts: pl.DataFrame, today: date, *, day_first: bool) -> pl.DataFrame:
    """Get year, month, day (Int32), the `calendar` that the text names, and `is_month` where no day is said."""
    one, two = (pl.col(part).cast(pl.Int32) for part in ("one", "two"))
    first_is_day = (one > _MONTHS_A_YEAR) | ((two <= _MONTHS_A_YEAR) & day_first)
    name = pl.col("name").str.strip_chars(".")
    number = pl.coalesce(
        pl.col("month").cast(pl.Int32), name.replace_strict(_MONTHS, default=None, return_dtype=pl.Int32)
    )
    is_month = pl.col("day").is_null() & one.is_null()
    return parts.select(
        _year(today),
        pl.when(one.is_null()).then(number).when(first_is_day).then(two).otherwise(one).alias("month"),
        pl.when(is_month)
        .then(1)
        .when(one.is_null())
        .then(pl.col("day").cast(pl.Int32))
        .when(first_is_day)
        .then(one)
        .otherwise(two)
        .alias("day"),
        _named_calendar(name).alias("calendar"),
        is_month.alias("is_month"),
    )


def _year(today: date) -> pl.Expr:
    """Yield the year: one of two digits in its century, one of an era by the year in which that began."""
    number = pl.col("year").replace("元", "1").cast(pl.Int32)
    latest = (today.year + YEARS_AHEAD) % 100
    short = number + pl.when(_is_thai() & (number >= _THAI)).then(2500).when(number <= latest).then(2000).otherwise(
        1900
    )
    era = pl.col("era").replace_strict(ERAS, default=None, return_dtype=pl.Int32)
    is_short = (pl.col("year").str.len_chars() == 2) & era.is_null()
    return pl.when(is_short).then(short).otherwise(number + era.fill_null(0)).alias("year")


def _named_calendar(name: pl.Expr) -> pl.Expr:
    year = pl.col("year").cast(pl.Int32, strict=False)
    buddhist = _is_thai() & ((year >= 2400) | year.is_between(_THAI, 99))
    return pl.when(name.is_in(list(_PERSIAN_MONTHS))).then(pl.lit(PERSIAN)).when(buddhist).then(pl.lit(BUDDHIST))


def _is_thai() -> pl.Expr:
    return pl.col("name").str.contains(r"\p{Thai}").fill_null(value=False)


def _by_serial(bare: pl.Expr) -> pl.Expr:
    days = bare.str.extract(_SERIAL, 1).cast(pl.Int32)
    read = pl.lit(_DAY_ZERO) + pl.duration(days=days)
    return pl.when(days.is_between(*_SERIALS)).then(read)


def _beginnings() -> str:
    endings = {**dict.fromkeys(_FORMS, _END), **dict.fromkeys(_MONTH_FORMS, _MONTH_END)}
    begun = [form.removesuffix("$") + end for form, end in endings.items()]
    return re.sub(r"\?P<\w+>", "?:", "|".join([*begun, _SERIAL]))


#: What begins like a date, in one pattern without names.
_BEGINNINGS = _beginnings()
