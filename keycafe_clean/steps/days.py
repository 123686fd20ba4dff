"""Columns of dates as days: read once, whatever the day of the run, and settled when that day is known."""

from datetime import date, timedelta

import polars as pl

from keycafe_clean.digits import in_ascii_digits
from keycafe_clean.steps.date_habits import LONG_AGO, OF_BOTH, OF_BUDDHISTS, OF_REIWA, OTHER_YEAR, Habits
from keycafe_clean.steps.dates import YEARS_AHEAD, read_dates
from keycafe_clean.steps.frame_columns import FIRST_DAYS

#: A year of two digits is read in both centuries: days of 2000 to 2099 as `day.`, of 1900 to 1999 as `past_day.`.
_THIS_CENTURY, _LAST_CENTURY = date(2089, 1, 1), date(1990, 1, 1)

#: A date that names its century, in digits or as the serial number of a spreadsheet.
_HAS_WHOLE_YEAR = "[0-9]{4}"

_LAST_DAY = "day.exit_date"

#: The readings of which a year may be none.
_OF_DOUBTFUL_YEARS = (f".{OTHER_YEAR}", f".{OF_REIWA}", f".{OF_BUDDHISTS}", f".{OF_BOTH}")

#: A reading by which a day lies further ahead is none: nobody is known to come or go then.
_FARTHEST = timedelta(days=3 * 366)

#: Assumption: nobody is in a list of today who left so long ago, before there were files to export.
_LONG_AGO = timedelta(days=40 * 365.25)

#: Few begin so far ahead: a reading by which several do is none where the usual one has nobody.
_FAR_TO_BEGIN, _SEVERAL = timedelta(days=183), 2


def read_days(cells: pl.Series, name: str, habits: Habits) -> list[pl.Series]:
    """Get `day.<name>` and `past_day.<name>` (Date) of text cells, null where a cell is no date.

    `past_day.` is the other century of a year of two digits, null where the year is whole. Keeps the order.
    """
    cells = in_ascii_digits(cells)
    whole = cells.str.contains(_HAS_WHOLE_YEAR).fill_null(value=True)
    # Whole years tell whose the short ones are; where there are no short ones nothing is to be read.
    past = read_dates(cells.set(whole, None) if whole.all() else cells, _LAST_CENTURY, habits).set(whole, None)
    return [
        read_dates(cells, _THIS_CENTURY, habits).alias(f"day.{name}"),
        past.alias(f"past_day.{name}"),
    ]


def read_readings(cells: pl.Series, name: str, readings: dict[str, Habits]) -> list[pl.Series]:
    """Get the days by every reading (`read_days()`): the usual one of `name`, others of `<name>.<reading>`.

    A reading that gives the same days as the usual one is left out. Keeps the order.
    """
    usual = read_days(cells, name, readings[""])
    if cells.null_count() == cells.len():
        return usual
    others = [read_days(cells, f"{name}.{reading}", habits) for reading, habits in readings.items() if reading]
    return [*usual, *(day for days in others if _differ(usual, days) for day in days)]


def settle_days(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """Settle `day.<name>` by the day of the run, and take `past_day.<name>` off. Keeps every row, in order.

    A day of which a doubtful year makes one that lies far ahead is that of the usual reading; so are all of the file
    where the usual reading has none of those, and all of a column whose years cannot be Buddhist ones. Where all last
    days are of long ago, `day.exit_date.long_ago` has none.
    """
    names = [column.removeprefix("past_day.") for column in rows.columns if column.startswith("past_day.")]
    settled = rows.with_columns(_settled(name, today).alias(f"day.{name}") for name in names)
    doubtful = [f"day.{name}" for name in names if name.endswith(_OF_DOUBTFUL_YEARS)]
    is_told = _is_told(settled, [name for name in doubtful if name.endswith(OTHER_YEAR)], today)
    buddhist = [it for it in doubtful if it.endswith(OF_BUDDHISTS) and _may_be_of_buddhists(settled, it, today)]
    none = [it for it in doubtful if it.endswith(OTHER_YEAR) and is_told]
    none += [it for it in doubtful if it.endswith(OF_BUDDHISTS) and it not in buddhist]
    likely = settled.with_columns(_likely(name, today, is_told=name in none) for name in doubtful)
    return likely.with_columns(_without_long_ago(likely, today, buddhist)).drop(f"past_day.{name}" for name in names)


def _differ(days: list[pl.Series], others: list[pl.Series]) -> bool:
    return any(one.ne_missing(other).any() for one, other in zip(days, others, strict=True))


def _settled(name: str, today: date) -> pl.Expr:
    day, past = pl.col(f"day.{name}"), pl.col(f"past_day.{name}")
    is_past = past.is_not_null() & (day.dt.year() % 100 > (today.year + YEARS_AHEAD) % 100)
    return pl.when(is_past).then(past).otherwise(day)


def _is_told(rows: pl.DataFrame, doubtful: list[str], today: date) -> bool:
    """Get whether the other readings of all columns, and no usual one, have days that lie too far ahead."""
    if not doubtful:
        return False
    usual = [_usual(name) for name in doubtful]
    far, usual_far = (_count(rows, names, today + _FARTHEST) for names in (doubtful, usual))
    first = [name for name in doubtful if _usual(name).removeprefix("day.") in FIRST_DAYS]
    begin, usual_begin = (_count(rows, names, today + _FAR_TO_BEGIN) for names in (first, [_usual(it) for it in first]))
    return (far > 0 or begin >= _SEVERAL) and usual_far == usual_begin == 0


def _count(rows: pl.DataFrame, names: list[str], latest: date) -> int:
    return sum(int((rows.get_column(name) > latest).sum()) for name in names)


def _may_be_of_buddhists(rows: pl.DataFrame, name: str, today: date) -> bool:
    """Get whether all days of a column are of long ago by the usual reading, and none by that of Buddhist years."""
    usual, other = (rows.get_column(it).drop_nulls() for it in (_usual(name), name))
    return _are_of_long_ago(usual, today) and not bool((other < today - _LONG_AGO).any())


def _without_long_ago(rows: pl.DataFrame, today: date, buddhist: list[str]) -> list[pl.Expr]:
    """Get the reading of last days by which there are none, if all are of long ago, not `buddhist`; else nothing."""
    is_open = _LAST_DAY in rows.columns and f"{_LAST_DAY}.{OF_BUDDHISTS}" not in buddhist
    if not is_open or not _are_of_long_ago(rows.get_column(_LAST_DAY).drop_nulls(), today):
        return []
    return [pl.lit(None, pl.Date).alias(f"{_LAST_DAY}.{LONG_AGO}")]


def _are_of_long_ago(days: pl.Series, today: date) -> bool:
    return not days.is_empty() and bool((days < today - _LONG_AGO).all())


def _usual(doubtful: str) -> str:
    return doubtful.rpartition(".")[0]


def _likely(doubtful: str, today: date, *, is_told: bool) -> pl.Expr:
    usual, other = pl.col(_usual(doubtful)), pl.col(doubtful)
    is_far = other > today + _FARTHEST
    return pl.when(is_far | pl.lit(is_told)).then(usual).otherwise(other).alias(doubtful)
