"""Employee numbers that a spreadsheet has damaged."""

import polars as pl
import pytest

from keycafe_clean.steps.numbers import forget_shortened_numbers, forget_words_for_numbers, write_ascii_digits


@pytest.mark.parametrize(
    ("number", "kept"), [("1.2E+10", None), ("1,23e+12", None), ("00042", "00042"), ("E-17", "E-17"), (None, None)]
)
def test_shortened_numbers_tell_nobody_apart(number: str | None, kept: str | None) -> None:
    """What is left of two numbers may be the same; other numbers stay as they are."""
    rows = pl.DataFrame(
        {"row_id": [1], "employee_id": [number]}, schema={"row_id": pl.UInt32, "employee_id": pl.String}
    )

    assert forget_shortened_numbers(rows).rows() == [(1, kept)]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        (["E-17", "18", "TBD", "pending", None], ["E-17", "18", None, None, None]),
        (["jdoe", "alis", "E-17"], ["jdoe", "alis", "E-17"]),
        ([None, None], [None, None]),
    ],
)
def test_words_among_numbers_tell_nobody_apart(numbers: list[str | None], kept: list[str | None]) -> None:
    """Where half of the numbers have a digit, a word is none; a column of logins stays."""
    rows = pl.DataFrame({"employee_id": numbers}, schema={"employee_id": pl.String})

    assert forget_words_for_numbers(rows).get_column("employee_id").to_list() == kept


@pytest.mark.parametrize("column", ["employee_id", "Badge Code", "exit_date", "SmartBox User", "status_1"])
@pytest.mark.parametrize("cell", ["٠٠٤٢", "००४२", "๐๐๔๒", "۰۰۴۲", "0042"])
def test_numbers_are_written_in_ascii(column: str, cell: str) -> None:
    """A code, a date, a flag and a state have the same digits whatever script they were typed in."""
    assert write_ascii_digits(pl.DataFrame({column: [cell, None]})).get_column(column).to_list() == ["0042", None]


@pytest.mark.parametrize("column", ["First Name", "full_name", "Email Address", "department", "raw.employee_id"])
def test_names_and_addresses_keep_their_digits(column: str) -> None:
    """What a person reads, and what would be another address, stays."""
    frame = pl.DataFrame({column: ["کلاس ۲"]})

    assert write_ascii_digits(frame).equals(frame)


def test_a_file_without_numbers_stays_as_it_is() -> None:
    """Nothing is added."""
    rows = pl.DataFrame({"row_id": [1]})

    assert forget_words_for_numbers(forget_shortened_numbers(rows)).equals(rows)
