"""Columns of periods."""

import polars as pl
import pytest

from keycafe_clean.columns.period_columns import has_half, with_other_half
from tests.columns.sources import source_of

PERIODS = ("02.03.2011 - 04.05.2022", "seit 07.03.2016")
DAYS = ("04.05.2022", "")


@pytest.mark.parametrize(
    ("cells", "columns", "expected"),
    [
        (PERIODS, {"exit_date": ("Zq",)}, {"exit_date": ("Zq",), "start_date": ("Zq",)}),
        (PERIODS, {"start_date": ("Zq",)}, {"exit_date": ("Zq",), "start_date": ("Zq",)}),
        (PERIODS, {"exit_date": ("Zq",), "start_date": ()}, {"exit_date": ("Zq",), "start_date": ()}),
        (DAYS, {"exit_date": ("Zq",)}, {"exit_date": ("Zq",)}),
    ],
)
def test_one_answer_says_both_days(
    cells: tuple[str, ...], columns: dict[str, tuple[str, ...]], expected: dict[str, tuple[str, ...]]
) -> None:
    """Whoever says what a period ends with has said what it begins with, unless it was said otherwise."""
    assert with_other_half(source_of({"Zq": list(cells)}), columns) == expected


def test_days_with_since_alone_are_halves_of_first_days() -> None:
    """They say of last days nothing."""
    cells = pl.Series(["seit 07.03.2016"])

    assert (has_half("start_date", cells), has_half("exit_date", cells)) == (True, False)
