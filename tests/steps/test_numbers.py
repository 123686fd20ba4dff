"""Employee numbers that a spreadsheet has damaged."""

import polars as pl
import pytest

from keycafe_clean.steps.numbers import forget_shortened_numbers


@pytest.mark.parametrize(
    ("number", "kept"), [("1.2E+10", None), ("1,23e+12", None), ("00042", "00042"), ("E-17", "E-17"), (None, None)]
)
def test_shortened_numbers_tell_nobody_apart(number: str | None, kept: str | None) -> None:
    """What is left of two numbers may be the same; other numbers stay as they are."""
    rows = pl.DataFrame(
        {"row_id": [1], "employee_id": [number]}, schema={"row_id": pl.UInt32, "employee_id": pl.String}
    )

    assert forget_shortened_numbers(rows).rows() == [(1, kept)]


def test_a_file_without_numbers_stays_as_it_is() -> None:
    """Nothing is added."""
    rows = pl.DataFrame({"row_id": [1]})

    assert forget_shortened_numbers(rows).equals(rows)
