from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.dates import is_day_first, read_dates

TODAY = date(2026, 11, 22)


def day(cell: str | None, *, day_first: bool = True) -> date | None:
    """Get the date of one cell."""
    answer: date | None = read_dates(pl.Series([cell], dtype=pl.String), TODAY, day_first=day_first).item()
    return answer


@pytest.mark.parametrize(
    "cell",
    [
        "2019-03-15", "2019/03/15", "20190315", "03/15/2019", "15/03/2019", "15.03.2019", "15. 3. 2019", "15.3.19",
        "3/15/19", "15-Mar-2019", "15-MAR-19", "March 15, 2019", "Mar 15 2019", "15 March 2019", "15th March 2019",
        "15. März 2019", "15 mars 2019", "15 de marzo de 2019", "15 marca 2019", "Fr, 15.03.2019", "2019-Mar-15",
        "03/15/2019 12:00:00 AM", "2019-03-15T00:00:00.000Z", "2019-03-15 00:00:00", "43539", "43539.0",
        "2019年3月15日",
    ],
)  # fmt: skip
def test_date_is_read_however_it_is_written(cell: str) -> None:
    """Every form that HR systems write gives the same day."""
    assert day(cell) == date(2019, 3, 15)


@pytest.mark.parametrize(
    "cell",
    [None, "", "n/a", "31.02.2026", "00.00.0000", "1900-01-00", "01.01.1900", "9999-12-31", "soon", "12345", "2019"],
)
def test_date_is_null_when_there_is_no_such_day(cell: str | None) -> None:
    """Blanks, impossible days and ways to say never are no dates."""
    assert day(cell) is None


@pytest.mark.parametrize(("day_first", "expected"), [(True, date(2019, 5, 3)), (False, date(2019, 3, 5))])
def test_date_follows_the_order_of_its_column(*, day_first: bool, expected: date) -> None:
    """A date that fits both orders is read as its column is."""
    assert day("3/5/19", day_first=day_first) == expected


@pytest.mark.parametrize(("cell", "year"), [("1.1.36", 2036), ("1.1.37", 1937), ("1.1.99", 1999), ("1.1.00", 2000)])
def test_year_of_two_digits_is_at_most_ten_years_ahead(cell: str, year: int) -> None:
    """The century is chosen by the day of the run."""
    assert day(cell) == date(year, 1, 1)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["15/03/2019", "01/02/2019"], True),
        (["03/15/2019", "01/02/2019"], False),
        (["01/02/2019"], None),
        (["15/03/2019", "03/15/2019"], None),
        (["15.03.2019", "2019-03-15", None], None),
    ],
)
def test_column_writes_the_day_first_by_its_own_evidence(cells: list[str | None], *, expected: bool | None) -> None:
    """Only dates that fit one order tell."""
    assert is_day_first(pl.Series(cells, dtype=pl.String)) is expected
