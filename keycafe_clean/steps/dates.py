"""Dates as HR systems write them, read by the evidence of their column."""

from datetime import date

import polars as pl

from keycafe_clean.ascii import are_ascii
from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.calendars import (
    BUDDHIST,
    ERAS,
    ETHIOPIAN,
    GREGORIAN,
    ISLAMIC,
    MINGUO,
    NEPALI,
    OURS,
    PERSIAN,
    SHORT_SINCE,
    calendar_of,
    calendar_of_short,
    calendar_of_year,
    gregorian,
    with_century,
)
from keycafe_clean.steps.date_forms import (
    CROATIAN_MONTHS,
    MINGUO_FIGURES,
    MONTHS,
    PERSIAN_MONTHS,
    SERIAL,
    bare_days,
    is_islamic,
    parts_of,
    with_whole_minguo,
    year_first_form,
)
from keycafe_clean.steps.date_habits import Habits
from keycafe_clean.steps.utc_midnights import is_evening

#: Day 0 of the serial numbers of spreadsheets, and the span in which a number of five digits is taken for one.
_DAY_ZERO, _SERIALS = date(1899, 12, 30), (18_264, 73_050)  # 1950 to 2099

#: A year of two digits lies at most so many years ahead: contracts end within ten years, people began within ninety.
YEARS_AHEAD = 10

#: The year before the first one of Reiwa.
_BEFORE_REIWA = 2018

#: What a spreadsheet shows where it took the code of a badge for a date: `1-2` is `01-Feb`, `3-2026` is `Mar-26`.
_D, _M, _Y = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)[0-9]{2}"
_MONTH_NAME = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BY_SPREADSHEET = (
    rf"^(?:{_Y}-{_M}-{_D}(?: 00:00:00)?|{_D}[./]{_M}[./](?:{_Y}|[0-9]{{2}})"
    rf"|{_M}/{_D}/(?:{_Y}|[0-9]{{2}})|{_D}-{_MONTH_NAME}(?:-(?:{_Y}|[0-9]{{2}}))?|{_MONTH_NAME}-[0-9]{{2,4}})$"
)

_USUAL = Habits()


def read_dates(cells: pl.Series, today: date, habits: Habits = _USUAL) -> pl.Series:
    """Get the dates of text cells, null where a cell is blank, no date, impossible (31.02.) or a way to say never.

    `03/04/2026` and `26/09/30` are read as `habits` say, unless only another order fits. A year of two digits is at
    most ten years after `today`. A month is its last day. Years of another calendar are read by their era, by
    themselves, by the language of the file or by the column (`calendar_of`). Keeps the order.
    """
    values = cells.drop_nulls().unique()
    if values.is_empty():
        # Patterns are compiled for nothing, too.
        return pl.repeat(None, cells.len(), dtype=pl.Date, eager=True).alias(cells.name)
    text = in_ascii_digits(values).alias("text")
    bared = bare_days(text)
    if habits.calendar == MINGUO:
        bared = bared.to_frame().select(with_whole_minguo(pl.col("text"))).to_series()
    forms = [year_first_form(habits.year_first)] if habits.year_first else []
    forms += [MINGUO_FIGURES] if habits.calendar == MINGUO else []
    read = _whole(parts_of(bared, *forms), habits).with_columns(is_of_the_moon=_are_of_the_moon(text))
    dated = _with_calendars(read, today, habits)
    found = dated.select(gregorian(pl.col("year"), pl.col("month"), pl.col("day"), pl.col("calendar")).alias("day"))
    ends = pl.when(read.get_column("is_month")).then(pl.col("day").dt.month_end()).otherwise("day")
    dates = found.select(pl.coalesce(ends, _by_serial(pl.lit(bared)))).to_series()
    if habits.of_midnights:
        next_day = pl.when(is_evening(pl.lit(text))).then(pl.lit(dates.dt.offset_by("1d")))
        dates = pl.select(next_day.otherwise(pl.lit(dates))).to_series()
    lived = dates.set(~dates.dt.year().is_between(*GREGORIAN), None)
    return cells.replace_strict(values, lived, default=None, return_dtype=pl.Date).alias(cells.name)


def is_made_by_a_spreadsheet(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell looks like what a spreadsheet made of a code that it took for a date; null where blank."""
    return cell.str.contains(_BY_SPREADSHEET)


def _are_of_the_moon(text: pl.Series) -> pl.Series:
    return (
        pl.repeat(value=False, n=text.len(), eager=True)
        if are_ascii(text)
        else text.to_frame().select(is_islamic(pl.col("text"))).to_series()
    )


def _whole(parts: pl.DataFrame, habits: Habits) -> pl.DataFrame:
    """Get year, month, day (Int32), `is_short` of a year of two digits, the `calendar` that the text names, `is_month`.

    `is_month` is true where no day is said.
    """
    one, two = (pl.col(part).cast(pl.Int32) for part in ("one", "two"))
    first_is_day = (one > habits.months) | ((two <= habits.months) & habits.day_first)
    name = pl.col("name").str.strip_chars(".")
    months = {**MONTHS, **CROATIAN_MONTHS} if habits.of_croatia else MONTHS
    number = pl.coalesce(
        pl.col("month").cast(pl.Int32), name.replace_strict(months, default=None, return_dtype=pl.Int32)
    )
    is_month = pl.col("day").is_null() & one.is_null()
    day = pl.when(is_month).then(1).when(one.is_null()).then(pl.col("day").cast(pl.Int32))
    return parts.select(
        *_year(),
        pl.when(one.is_null()).then(number).when(first_is_day).then(two).otherwise(one).alias("month"),
        day.when(first_is_day).then(one).otherwise(two).alias("day"),
        _named_calendar(name, habits).alias("calendar"),
        is_month.alias("is_month"),
    )


def _year() -> tuple[pl.Expr, pl.Expr]:
    """Yield the year, one of an era by the year in which that began, and whether it still lacks its century."""
    number = pl.col("year").replace("元", "1").cast(pl.Int32)
    era = pl.col("era").replace_strict(ERAS, default=None, return_dtype=pl.Int32)
    is_short = (pl.col("year").str.len_chars() <= 2) & era.is_null()
    return (number + era.fill_null(0)).alias("year"), is_short.alias("is_short")


def _named_calendar(name: pl.Expr, habits: Habits) -> pl.Expr:
    year = pl.col("year").cast(pl.Int32, strict=False)
    is_thai = name.str.contains(r"\p{Thai}").fill_null(value=False)
    buddhist = is_thai & ((year >= 2400) | year.is_between(SHORT_SINCE[BUDDHIST], 99))
    told = pl.when(name.is_in(list(PERSIAN_MONTHS))).then(pl.lit(PERSIAN)).when(buddhist).then(pl.lit(BUDDHIST))
    # The months of Ethiopia and Nepal have other names.
    return told.when(name.is_not_null()).then(pl.lit(OURS)) if habits.calendar in (ETHIOPIAN, NEPALI) else told


def _with_calendars(read: pl.DataFrame, today: date, habits: Habits) -> pl.DataFrame:
    """Get the dates with whole years and whose they are (`calendar`; null: ours).

    Whole years tell of the short ones.
    """
    marked = pl.when("is_of_the_moon").then(pl.lit(ISLAMIC))
    of_year = calendar_of_year(pl.col("year"), habits.calendar, is_named=habits.short_years is not None)
    by_itself = pl.when(~pl.col("is_short")).then(of_year)
    named = read.with_columns(calendar=pl.coalesce("calendar", marked, by_itself))
    whole = named.filter(~pl.col("is_short"))
    column = calendar_of(whole.filter(pl.col("calendar").is_null()), habits.calendar)
    short = pl.coalesce("calendar", pl.lit(column or _of_short(whole, habits), pl.String))
    short = calendar_of_short(pl.col("year"), short, habits.short_years)
    century = with_century(pl.col("year"), today.year + YEARS_AHEAD, short)
    if habits.of_reiwa:
        century = pl.col("year") + _BEFORE_REIWA
    return named.with_columns(
        year=pl.when("is_short").then(century).otherwise("year"),
        calendar=pl.when("is_short").then(short).otherwise(pl.coalesce("calendar", pl.lit(column, pl.String))),
    )


def _of_short(whole: pl.DataFrame, habits: Habits) -> str | None:
    """Get the calendar of years of two digits: the one that is known, the only other one in the column, or Iran's.

    So is that of Thailand.
    """
    if habits.short_years:
        return habits.calendar
    told = whole.get_column("calendar").drop_nulls().unique().to_list()
    if len(told) == 1 and told != [ISLAMIC]:
        return str(told[0])
    return habits.calendar if habits.calendar in (PERSIAN, BUDDHIST) else None


def _by_serial(bared: pl.Expr) -> pl.Expr:
    days = bared.str.extract(SERIAL, 1).cast(pl.Int32)
    read = pl.lit(_DAY_ZERO) + pl.duration(days=days)
    return pl.when(days.is_between(*_SERIALS)).then(read)
