"""Rows of cells that span or skip others."""

import pytest

from keycafe_clean.read.workbook.spans import SpannedRows, whole_number


def test_cells_reach_right_and_down() -> None:
    """Blank ones stand right of a cell that spans columns, also in the rows below."""
    grid = SpannedRows()
    grid.add("title", columns=2, rows=2)
    grid.add("x")
    grid.begin_row()
    grid.add("y")
    grid.begin_row()
    grid.add("z")

    assert grid.rows == [["title", "", "x"], ["title", "", "y"], ["z"]]


def test_cells_right_of_the_last_reach_down_too() -> None:
    """A row is as wide as the cells from above make it."""
    grid = SpannedRows()
    grid.add("a")
    grid.add("b", number=4, rows=3)
    grid.begin_row()
    grid.begin_row()
    grid.end_row()

    assert grid.rows == [["a", "", "", "b"], ["", "", "", "b"], ["", "", "", "b"]]


def test_rows_and_columns_can_be_skipped() -> None:
    """Where a cell stands is told."""
    grid = SpannedRows()
    grid.begin_row(3)

    assert grid.add("x", number=2) == (3, 1)
    assert grid.rows == [[], [], ["", "x"]]


def test_cells_span_and_skip_a_thousand_columns_at_the_most() -> None:
    """A cell that says more would fill memory with blanks."""
    grid = SpannedRows()
    grid.add("wide", columns=1_001)

    assert len(grid.rows[0]) == 1_000
    assert grid.add("far", number=5_000) == (1, 2_000)


def test_no_row_is_below_the_last_of_a_sheet() -> None:
    """A row that says so is the last one."""
    grid = SpannedRows()
    grid.begin_row(9_000_000)

    assert grid.add("x") == (1_048_576, 0)


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", 2), ("0", 1), ("1234567", 1_234_567), ("12345678", 7), ("-2", 7), ("\u0663", 7), ("", 7), (None, 7)],
)
def test_numbers_of_attributes_are_whole(text: str | None, number: int) -> None:
    """From one on, of seven digits at the most; what is none is what the caller says."""
    assert whole_number(text, 7) == number
