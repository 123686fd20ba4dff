"""Dates of birth by how they are spread."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.table.birth_dates import are_birth_dates, are_dates, may_be_dates, years

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
        ("02.11.30", 2030),
        ("02.11.31", 1931),
        ("٠٢/١١/٧٥", 1975),
        ("02.11.१९७५", 1975),
        ("02.11.\U0001ccf7\U0001ccf5", None),
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


def days(years: list[int]) -> pl.Series:
    """Get a day of each year, all of them different."""
    return pl.Series([f"{year}-01-{number:02}" for number, year in enumerate(years, 1)])


#: Years of eleven people: of each tenth one.
BORN = [1901, 1955, 1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2019]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({1: 1920}, True),
        ({1: 1919}, False),
        ({9: 2010}, True),
        ({9: 2011}, False),
        (dict.fromkeys((5, 6, 7, 8, 9), 2000), True),
        (dict.fromkeys((5, 6, 7, 8, 9), 2001), False),
        (dict.fromkeys(range(2, 10), 1963), True),
        (dict.fromkeys(range(2, 10), 1962), False),
    ],
)
def test_nine_of_ten_births_are_of_people_who_can_work(changes: dict[int, int], *, expected: bool) -> None:
    """Born since 1920, until 2010, half of them until 2000, and eight years apart; one of ten may be anything."""
    born = [changes.get(place, year) for place, year in enumerate(BORN)]

    assert are_birth_dates(days(born), []) is expected


@pytest.mark.parametrize(("newest", "expected"), [(2009, True), (2008, False)])
def test_births_lie_fourteen_years_before_the_newest_dates(newest: int, *, expected: bool) -> None:
    """Those of the other column that has the oldest newest ones; one of twenty may lie in the future."""
    others = [days([*[1999] * 19, newest, 2099]), days([2025] * 21)]

    assert are_birth_dates(days(BORN), others) is expected


@pytest.mark.parametrize(("count", "expected"), [(6, True), (5, False)])
def test_six_different_dates_are_enough(count: int, *, expected: bool) -> None:
    """Repeated ones count once."""
    born = days([1950, 1960, 1970, 1980, 1990, 1995][:count])

    assert are_birth_dates(pl.concat([born, born]), []) is expected


@pytest.mark.parametrize(("words", "expected"), [(2, True), (3, False)])
def test_four_of_five_cells_are_dates(words: int, *, expected: bool) -> None:
    """Of ten different cells, two may be words."""
    cells = pl.concat([days([2000] * (10 - words)), pl.Series([f"word {letter}" for letter in "abc"[:words]])])

    assert are_dates(cells) is expected


@pytest.mark.parametrize(("dates", "expected"), [(4, True), (3, False)])
def test_half_as_many_of_a_few_cells_are_worth_a_look(dates: int, *, expected: bool) -> None:
    """Few cells of a column may be odd ones by chance."""
    assert may_be_dates(["2001-01-01"] * dates + ["word"] * (10 - dates)) is expected


def test_no_cells_are_not_worth_a_look() -> None:
    """A column that nobody fills has no dates."""
    assert not may_be_dates([])
