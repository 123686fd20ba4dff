"""The day in a status until which it holds."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.status import status_meanings
from keycafe_clean.steps.status_days import days_since, days_until


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Active (until 30.09.2026)", date(2026, 9, 30)),
        ("aktiv bis 30.9.26", date(2026, 9, 30)),
        ("Actif jusqu'au 30/09/2026", date(2026, 9, 30)),
        ("Activo hasta el 30 de septiembre 2026", date(2026, 9, 30)),
        ("Active till September 2026", date(2026, 9, 30)),
        ("Active 2026-09-30", date(2026, 9, 30)),
        ("Active from 2020-01-01 until 2026-09-30", date(2026, 9, 30)),
        ("Active until 09/10/2026", date(2026, 9, 10)),
        ("Active until 10/09/2026", date(2026, 9, 10)),
        ("aktiv bis 31.12.99", date(2099, 12, 31)),
        ("Terminated as of 31.03.2027", date(2027, 3, 31)),
        ("Active since 2019-02-01", None),
        ("aktiv seit 01.02.2019", None),
        ("Starts 2027-02-05", None),
        ("beginnt am 05.02.2027", None),
        ("Active", None),
        ("Active 12", None),
        (None, None),
    ],
)
def test_day_until_which_a_status_holds(cell: str | None, expected: date | None) -> None:
    """A day with a word for the end or none is read, the earlier one of two; a first day is none."""
    cells = pl.Series([cell, "Active", "Active"], dtype=pl.String)

    assert days_until(cells, status_meanings(cells), "until.status_1").to_list() == [expected, None, None]


def test_day_that_most_cells_have_is_that_of_the_status() -> None:
    """Where more than half of the cells have a day with no word beside it, it says when the status was set."""
    cells = pl.Series(["Active 2019-02-01", "Active 2020-02-01", "Active"])

    assert days_until(cells, status_meanings(cells), "until.status_1").null_count() == 3


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["Active 2019-02-01", "Active"], 1),
        (["Active 2019-02-01", "Active 2019-02-01", "Active"], 0),
        (["Active until 30.09.2026"] * 3, 3),
        (["Terminated 31.03.2027"] * 3, 3),
        (["Active since 01.02.2019", "Active", "Active"], 0),
    ],
)
def test_day_is_an_end_where_few_have_one_or_a_word_says_so(cells: list[str], read: int) -> None:
    """Half of the cells are few; who has left did so on that day, however many there are."""
    column = pl.Series(cells)

    assert days_until(column, status_meanings(column), "until.status_1").count() == read


@pytest.mark.parametrize(
    ("cells", "first", "latest"),
    [
        (["In dienst per 13-01-2027"], date(2027, 1, 13), date(2027, 1, 13)),
        (["Active from 2027-01-05"], date(2027, 1, 5), date(2027, 1, 5)),
        (["Starts 05/02/2027"], date(2027, 2, 5), date(2027, 5, 2)),
        (["Starts 05/02/2027", "Starts 05/31/2027"], date(2027, 5, 2), date(2027, 5, 2)),
        (["Active until 2027-01-05"], None, None),
        (["Terminated from 2027-01-05"], None, None),
    ],
)
def test_day_since_which_a_status_holds(cells: list[str], first: date | None, latest: date | None) -> None:
    """Whoever works here does so since then; an order of day and month that the column leaves open gives two days."""
    told = pl.Series("status_1", cells)
    days = days_since(told, status_meanings(told), "status_1")

    assert [day.name for day in days] == ["since.status_1", "latest_since.status_1"]
    assert [day[0] for day in days] == [first, latest]
