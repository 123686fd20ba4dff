"""Dates of birth by how they are spread."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.table.birth_dates import are_birth_dates, are_dates, years

BIRTHS = ["1961-04-30", "1975-11-02", "1983-01-19", "1990-07-07", "1998-12-24", "2004-03-15", "1969-08-08"]
HIRES = ["1999-04-01", "2008-10-01", "2015-01-01", "2019-06-15", "2022-09-01", "2024-02-01", "2025-11-01"]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1975-11-02", 1975),
        ("1975-11-02 00:00:00", 1975),
        ("02.11.1975", 1975),
        ("2/11/1975", 1975),
        ("2. 11. 1975", 1975),
        ("02-Nov-1975", 1975),
        ("2 novembre 1975", 1975),
        ("November 2, 1975", 1975),
        ("02.11.75", 1975),
        ("02-Nov-04", 2004),
        ("19751102", 1975),
        ("1975年11月2日", 1975),
        ("1975", None),
        ("12345", None),
        ("+49 30 1975", None),
        ("Nov 1975", None),
        ("", None),
    ],
)
def test_years(cell: str, year: int | None) -> None:
    """The year of a day, however it is written; what is no day has none."""
    assert years(pl.Series([cell])).to_list() == ([] if year is None else [year])


@pytest.mark.parametrize(
    ("cells", "others", "expected"),
    [
        (BIRTHS, [], True),
        (BIRTHS, [HIRES], True),
        ([f"{cell[8:]}.{cell[5:7]}.{cell[2:4]}" for cell in BIRTHS], [], True),
        ([*BIRTHS, "unknown"], [], True),
        ([*BIRTHS, "1900-01-01"], [], True),
        (HIRES, [], False),
        (HIRES, [BIRTHS], False),
        (BIRTHS[:5], [], False),
        (["1992-01-01", "1993-05-01", "1994-02-11", "1993-09-30", "1994-08-01", "1992-03-03"], [], False),
        (["1993-01-01", "1985-05-01", "1994-02-11", "2002-09-30", "1990-08-01", "1997-03-03"], [["2003-01-01"]], False),
        (["2031-12-31", "2040-06-30", "2055-01-31", "2028-02-01", "2060-09-30", "2049-10-31"], [], False),
        ([*BIRTHS[:3], "Ann", "Bob", "Cy", "Di"], [], False),
        (["Ann", "Bob"], [], False),
        ([], [], False),
    ],
)
def test_are_birth_dates(cells: list[str], others: list[list[str]], *, expected: bool) -> None:
    """Births lie over decades and end before anybody was too young; hires go on until lately, and so does the file."""
    assert are_birth_dates(pl.Series(cells, dtype=pl.String), [pl.Series(other) for other in others]) is expected


@given(st.lists(st.integers(0, 9_000), min_size=6, max_size=60))
def test_days_until_lately_are_never_births(ago: list[int]) -> None:
    """Of days of the last 25 years, more than a tenth lie too late for it, or they are too few."""
    days = [f"{date(2026, 11, 3) - timedelta(days=days)}" for days in (*ago, *range(0, 4_000, 4_000 // len(ago)))]

    assert not are_birth_dates(pl.Series(days), [])


def test_a_few_words_among_dates_change_nothing() -> None:
    """Four of five cells must be dates."""
    assert (are_dates(pl.Series([*HIRES, "soon"])), are_dates(pl.Series([*HIRES[:3], "soon"]))) == (True, False)
