from datetime import date

import pytest

from keycafe_clean.wording import counted, day_in_words, month_alone, month_name


@pytest.mark.parametrize(("month", "name"), [("2026-11", "November 2026"), ("2027-01", "January 2027")])
def test_month_name(month: str, name: str) -> None:
    """A month is called by its name and year."""
    assert month_name(month) == name


@pytest.mark.parametrize(("number", "text"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1_204, "1,204 rows")])
def test_counted(number: int, text: str) -> None:
    """A count has separators, and its noun agrees with it."""
    assert counted(number, "row") == text


def test_counted_with_a_plural_of_its_own() -> None:
    """A noun may have a plural of its own."""
    assert (counted(1, "person", "people"), counted(2, "person", "people")) == ("1 person", "2 people")


def test_days_and_months_in_short() -> None:
    """Where the year goes without saying, and where there is little room."""
    assert (month_alone("2026-11"), day_in_words(date(2026, 11, 3))) == ("November", "3 Nov 2026")
