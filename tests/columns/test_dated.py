"""How many cells of a column look like days."""

import pytest

from keycafe_clean.columns.dated import share_of_days
from keycafe_clean.columns.profile import Table
from tests.columns.sources import source_of, suggested

FIGURES: list[str | None] = ["0990301", "1080211", "1160104"]


@pytest.mark.parametrize(
    ("header", "beside", "cells", "expected"),
    [
        ("到職日期", {}, FIGURES, 1.0),
        ("到職日期", {}, ["990301", "７５０１０１", None], 1.0),
        ("到職日期", {}, ["1161304", "0990332", "690301"], 0.0),
        ("Hire Date", {}, FIGURES, 0.0),
        ("Hire Date (ROC)", {}, FIGURES, 1.0),
        ("Hire Date", {"Last Day": ["105/06/01", None, None]}, FIGURES, 1.0),
        ("Hire Date", {"Shoe": ["105/06/01", None, None]}, FIGURES, 0.0),
        ("Hire Date", {}, ["105/06/01", "1160104", "soon"], 2 / 3),
        ("Hire Date", {}, ["1\u200f/\u200f3\u200f/\u200f2019", "２０２０／０１／３１", "soon"], 2 / 3),
    ],
)
def test_share_of_days(
    header: str, beside: dict[str, list[str | None]], cells: list[str | None], expected: float
) -> None:
    """Bare figures are days where the table writes years of the Republic of China, and hidden marks are not seen."""
    assert share_of_days(Table(source_of({header: cells, **beside})), header) == expected


def test_figures_under_a_first_day_of_a_chinese_file_are_taken() -> None:
    """A column of nothing but figures is the one of the first days."""
    assert suggested({"到職日期": FIGURES}) == {"start_date": ("到職日期",)}
