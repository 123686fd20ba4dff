"""Rows of cells that span or skip others."""

from keycafe_clean.read.workbook.spans import SpannedRows


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
