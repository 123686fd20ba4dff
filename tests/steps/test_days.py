from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.date_habits import Habits
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.days import read_days, read_readings, settle_days

CELLS = [
    "2026-11-03",
    "3.11.26",
    "3.11.36",
    "03.11.37",
    "3.11.99",
    "3.11.00",
    "3.11.05",
    "Nov 3, 49",
    "44000",
    "2040-01-01",
    "x",
    None,
]


def settled(cells: list[str | None], today: date) -> list[date | None]:
    """Get the days of cells, read without a day and settled by it."""
    rows = pl.DataFrame(read_days(pl.Series("cell", cells, dtype=pl.String), "cell", Habits()))
    days: list[date | None] = settle_days(rows, today).get_column("day.cell").to_list()
    return days


@pytest.mark.parametrize("today", [date(2026, 11, 29), date(2027, 1, 1), date(2039, 12, 31), date(2085, 1, 1)])
def test_days_are_the_dates_of_the_day(today: date) -> None:
    """Days that are read once and settled later are the dates that are read on that day."""
    assert settled(CELLS, today) == read_dates(pl.Series(CELLS), today).to_list()


@pytest.mark.parametrize(("cell", "year"), [("3.11.36", 2036), ("3.11.37", 1937)])
def test_year_of_two_digits_is_at_most_ten_years_ahead(cell: str, year: int) -> None:
    """Ten years after the day of the run is to come; eleven years after it is long past."""
    assert settled([cell], date(2026, 11, 29)) == [date(year, 11, 3)]


def test_settle_days_leaves_no_other_century() -> None:
    """Once settled, a date has one day."""
    rows = pl.DataFrame(read_days(pl.Series("cell", ["3.11.26"]), "cell", Habits()))

    assert settle_days(rows, date(2026, 11, 29)).columns == ["day.cell"]


READINGS = {"": Habits(), "other_year": Habits(year_first="/")}


@pytest.mark.parametrize(
    ("cells", "usual", "other"),
    [
        (["24/10/11"], [date(2011, 10, 24)], [date(2024, 10, 11)]),
        # 2030 lies too far ahead: it is no year
        (["30/10/24", "24/10/11"], [date(2024, 10, 30), date(2011, 10, 24)], [date(2024, 10, 30), date(2011, 10, 24)]),
        (["24/10/30"], [date(2030, 10, 24)], [date(2024, 10, 30)]),
    ],
)
def test_reading_that_lies_too_far_ahead_is_none(cells: list[str], usual: list[date], other: list[date]) -> None:
    """A column whose other reading gives days far ahead, and whose usual one gives none, leaves nothing open."""
    rows = pl.DataFrame(read_readings(pl.Series("cell", cells), "cell", READINGS))
    settled = settle_days(rows, date(2026, 11, 29))

    assert settled.get_columns()[0].to_list() == usual
    assert settled.get_columns()[1].to_list() == other


def test_reading_that_changes_nothing_is_left_out() -> None:
    """Where both give the same days, nothing depends on it."""
    columns = [days.name for days in read_readings(pl.Series("cell", ["2024-10-11"]), "cell", READINGS)]

    assert columns == ["day.cell", "past_day.cell"]


@pytest.mark.parametrize(
    ("starts", "is_open"),
    [
        (["27/06/18", "28/03/19"], False),
        (["27/06/18", "24/03/19"], True),
        (["27/06/18", "28/03/28"], True),
    ],
)
def test_first_days_far_ahead_tell_of_the_whole_file(starts: list[str], *, is_open: bool) -> None:
    """Several who would begin long after today, where the usual reading has nobody, tell of the last days too."""
    columns = {"start_date": starts, "exit_date": ["24/10/11", "24/10/12"]}
    days = [read_readings(pl.Series(name, cells), name, READINGS) for name, cells in columns.items()]
    settled = settle_days(pl.DataFrame([day for those in days for day in those]), date(2026, 11, 29))

    same = settled.get_column("day.exit_date").equals(settled.get_column("day.exit_date.other_year"))
    assert same is not is_open


def test_year_of_two_digits_is_read_in_both_centuries() -> None:
    """Of this one all are there, of the last one those that somebody may have lived; a whole year has one."""
    cells = pl.Series("cell", ["3.11.00", "3.11.01", "3.11.10", "3.11.99", "3.11.1999"])
    this, past = read_days(cells, "cell", Habits())

    assert this.dt.year().to_list() == [2000, 2001, 2010, 2099, 1999]
    assert past.dt.year().to_list() == [2000, None, 1910, 1999, None]


def read_both_ways(name: str, cells: list[str]) -> pl.DataFrame:
    """Get a column of days settled on a day of 2026, by years of ours and by Buddhist ones."""
    readings = {"": Habits(), "of_buddhists": Habits(calendar="buddhist")}
    return settle_days(pl.DataFrame(read_readings(pl.Series(name, cells), name, readings)), date(2026, 11, 29))


@pytest.mark.parametrize(
    ("cells", "is_open"),
    [
        (["5.6.61", "30.9.69"], True),
        (["5.6.61", "30.9.85"], False),
        (["5.6.61", "30.9.87"], False),
        (["5.6.61", "30.9.2001"], False),
    ],
)
def test_years_of_long_ago_may_be_buddhist_ones_of_today(cells: list[str], *, is_open: bool) -> None:
    """Only where all of the column is of long ago by our years, and none of it by the others."""
    rows = read_both_ways("start_date", cells)

    assert rows.get_column("day.start_date").equals(rows.get_column("day.start_date.of_buddhists")) is not is_open


@pytest.mark.parametrize(
    ("cells", "is_open"),
    [
        (["31.12.1984", "30.9.1969"], True),
        (["31.12.1984", "30.9.2021"], False),
        (["31.12.1984", "30.9.1987"], False),
        (["31.12.84", "30.9.81"], True),
        (["30.9.69", "30.4.70"], False),
    ],
)
def test_last_days_that_are_all_of_long_ago_may_be_none(cells: list[str], *, is_open: bool) -> None:
    """Nobody is in a list who left forty years before; Buddhist years of today are asked about as such."""
    assert ("day.exit_date.long_ago" in read_both_ways("exit_date", cells).columns) is is_open
