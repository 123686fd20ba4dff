"""Cells that say that somebody begins on a day to come."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.coming_notes import say_who_comes

TODAY = date(2026, 11, 15)


@pytest.mark.parametrize(
    ("header", "cell", "comes"),
    [
        ("Zq", "In dienst per 01-01-2027", True),
        ("Zq", "Neueintritt zum 13.12.2026", True),
        ("Zq", "Starts 05/02/2027", True),
        ("Zq", "Starts 2026-11-30", False),
        ("Zq", "Starts 2019-01-07", False),
        ("Zq", "Left 2027-01-31", False),
        ("Laptop", "Starts 2027-01-31", False),
        ("Zq", "Part-time since 2027-01-31", False),
        ("Zq", None, False),
    ],
)
def test_word_and_day_of_a_later_month_say_who_comes(header: str, cell: str | None, *, comes: bool) -> None:
    """Not a day of this month, a last day, a thing or a kind of contract."""
    cells = pl.Series("cell", [cell, "Zq"], dtype=pl.String)

    assert say_who_comes(cells, header, TODAY).to_list() == [comes, False]
