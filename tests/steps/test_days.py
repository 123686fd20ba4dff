from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.days import order_of, read_days, settle_days

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
    rows = pl.DataFrame(read_days(pl.Series("cell", cells, dtype=pl.String), "cell", day_first=True))
    days: list[date | None] = settle_days(rows, today).get_column("day.cell").to_list()
    return days


@pytest.mark.parametrize("today", [date(2026, 11, 29), date(2027, 1, 1), date(2039, 12, 31), date(2085, 1, 1)])
def test_days_are_the_dates_of_the_day(today: date) -> None:
    """Days that are read once and settled later are the dates that are read on that day."""
    assert settled(CELLS, today) == read_dates(pl.Series(CELLS), today, day_first=True).to_list()


@pytest.mark.parametrize(("cell", "year"), [("3.11.36", 2036), ("3.11.37", 1937)])
def test_year_of_two_digits_is_at_most_ten_years_ahead(cell: str, year: int) -> None:
    """Ten years after the day of the run is to come; eleven years after it is long past."""
    assert settled([cell], date(2026, 11, 29)) == [date(year, 11, 3)]


def test_settle_days_leaves_no_other_century() -> None:
    """Once settled, a date has one day."""
    rows = pl.DataFrame(read_days(pl.Series("cell", ["3.11.26"]), "cell", day_first=True))

    assert settle_days(rows, date(2026, 11, 29)).columns == ["day.cell"]


@pytest.mark.parametrize(
    ("cells", "said", "expected"),
    [
        (["13/01/2026"], False, True),
        (["01/13/2026"], True, False),
        (["01/02/2026"], None, None),
        (["01/02/2026"], False, False),
        (["01/02/2026"], True, True),
    ],
)
def test_order_of(cells: list[str], *, said: bool | None, expected: bool | None) -> None:
    """The dates tell the order; where they do not, what was said does."""
    assert order_of(pl.Series(cells), said=said) is expected


def test_year_of_two_digits_is_read_in_both_centuries() -> None:
    """Of this one all are there, of the last one those that somebody may have lived; a whole year has one."""
    cells = pl.Series("cell", ["3.11.00", "3.11.01", "3.11.10", "3.11.99", "3.11.1999"])
    this, past = read_days(cells, "cell", day_first=True)

    assert this.dt.year().to_list() == [2000, 2001, 2010, 2099, 1999]
    assert past.dt.year().to_list() == [2000, None, 1910, 1999, None]
