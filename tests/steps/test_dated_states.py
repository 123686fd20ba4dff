"""States with a day beside them."""

import polars as pl
import pytest

from keycafe_clean.steps.dated_states import without_day
from keycafe_clean.steps.status import status_meanings


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Uit dienst per 31-12-2026", "Uit dienst"),
        ("Sorti le 12/03/2026", "Sorti"),
        ("Aktiv (01.02.2027)", "Aktiv"),
        ("Starts 1 Feb 2027", "Starts"),
        ("2026/12/31 退職", "退職"),
        ("Active", None),
        ("31.12.2026", None),
    ],
)
def test_state_is_what_stands_beside_its_day(cell: str, said: str | None) -> None:
    """The day goes, and what joins them."""
    assert pl.select(without_day(pl.lit(cell))).item() == said


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Uit dienst per 31-08-2026", "inactive"),
        ("In dienst per 01-01-2027", "active"),
        ("Eintritt 01.02.2027", "active"),
        ("Austritt zum 31.12.2025", "inactive"),
        ("Embauche le 04/01/2027", "active"),
        ("Alta 01/02/2027", "active"),
        ("Börjar 2027-02-01", "active"),
        ("入社 2027年1月5日", "active"),
        ("Zq 01.02.2027", "unknown"),
        ("Eintritt", "unknown"),
        ("Nouveau collaborateur 01/02/2027", "active"),
        ("Neue Kollegin ab 01.02.2027", "active"),
    ],
)
def test_word_and_day_say_who_comes_and_who_leaves(cell: str, meaning: str) -> None:
    """A word for a first or a last day says so with its day alone."""
    assert status_meanings(pl.Series([cell])).item() == meaning
