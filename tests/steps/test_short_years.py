from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.date_habits import OF_BOTH, readings_of
from keycafe_clean.steps.dates import read_dates
from keycafe_clean.steps.short_years import speak_of_both, speak_of_buddhists


@pytest.mark.parametrize(
    ("cells", "buddhist", "both"),
    [
        (["5/6/61", "30/9/69"], True, False),
        (["5/6/61", "30/9/29"], False, True),
        (["5/6/61", "30/9/98"], True, True),
        (["5/6/61", "30/9/2019"], False, True),
        (["5/6/61", "30/9/2569"], True, False),
        (["5/6/39", "30/9/26"], False, False),
        (["5/6/2561"], False, False),
        ([], False, False),
    ],
)
def test_short_years_may_be_buddhist_ones(cells: list[str], *, buddhist: bool, both: bool) -> None:
    """Those from 40 to 79 may be, unless years of ours stand beside them: then either may be meant."""
    bared = pl.Series(cells, dtype=pl.String)

    assert speak_of_buddhists(bared, year_first=False) is buddhist
    assert speak_of_both(bared, year_first=False) is both


def test_short_year_may_stand_first() -> None:
    """Which number is the year is known from the column."""
    cells = pl.Series(["69/09/30"])

    assert speak_of_buddhists(cells, year_first=True)
    assert not speak_of_buddhists(cells, year_first=False)


@pytest.mark.parametrize(
    ("short", "ours", "other"),
    [("00", 2000, 1957), ("01", 2001, 1958), ("29", 2029, 1986), ("39", 1939, 1996)],
)
def test_year_that_is_ours_beside_buddhist_ones_may_be_one_of_the_2500s(short: str, ours: int, other: int) -> None:
    """From the first one on: both days are looked at before anybody is left out by either."""
    column = pl.Series([f"15/6/{short}", "30/9/69"])
    readings = readings_of(column, "Thai")

    read = [read_dates(column, date(2026, 11, 22), readings[name])[0] for name in ("", OF_BOTH)]
    assert read == [date(ours, 6, 15), date(other, 6, 15)]
