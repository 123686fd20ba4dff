"""Cells that hold whole rows."""

import polars as pl
import pytest

from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text.unclosed_quotes import unclosed_quotes


def annotations(cell: str, *, delimiter: str = ",", columns: int = 3) -> list[tuple[int, int, str, str]]:
    """Get the annotations of a grid with this cell in its second row and second column."""
    rows = [["x"] * columns, ["x", cell, *["x"] * (columns - 2)]]
    schema = [str(place) for place in range(columns)]
    return unclosed_quotes(Grid(pl.DataFrame(rows, schema=schema, orient="row")), delimiter).rows()


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("Ann\n2,Bob,Roe\n3", "1"),
        ("Ann\r\n2,Bob,Roe\r\n3,Cy,Poe\r\n4", "2"),
        ("2,Bob,Roe\n3,Cy,Poe", "2"),
    ],
)
def test_lines_that_are_as_wide_as_the_table_are_counted(cell: str, count: str) -> None:
    """The annotation names the row and the column, and how many rows seem to be in the cell."""
    assert annotations(cell) == [(2, 1, "swallowed_rows", count)]


@pytest.mark.parametrize(
    "cell", ["High Street 1\nLeeds", "1, High Street\nLeeds, UK", "2,Bob,Roe", "a,b,c,d\ne", "\n\n"]
)
def test_texts_of_several_lines_are_no_rows(cell: str) -> None:
    """Addresses, notes, and a cell of one line hold no rows, whatever commas they have."""
    assert annotations(cell) == []


def test_two_halves_of_rows_are_one_row() -> None:
    """A quote mark that is opened in one row and closed in the same column of the next one joins them."""
    assert annotations("Ann,Lee,x,y\r\n2,Bob", columns=5) == [(2, 1, "swallowed_rows", "1")]
    assert annotations("Ann,Lee,x\n2,Bob", columns=5) == []


def test_the_delimiter_is_the_one_of_the_file() -> None:
    """Commas in a table of semicolons are ordinary signs."""
    assert annotations("Ann\n2,Bob,Roe\n3", delimiter=";") == []
    assert annotations("Ann\n2|Bob|Roe\n3", delimiter="|") == [(2, 1, "swallowed_rows", "1")]


def test_narrow_tables_say_nothing() -> None:
    """A line with one comma is too little to be a row of a table with two columns."""
    assert annotations("Leeds, UK\nYork, UK", columns=2) == []


@pytest.mark.parametrize(("broken", "rows", "found"), [(2, 10, 2), (3, 10, 0), (3, 300, 3), (4, 300, 0)])
def test_line_breaks_are_rare_in_two_cells_or_one_in_a_hundred(broken: int, rows: int, found: int) -> None:
    """Where a column has more of them, two halves of rows may be any text."""
    cells = ["Ann,Lee,x,y\n2,Bob"] * broken + ["x"] * (rows - broken)
    grid = Grid(pl.DataFrame({"0": ["1"] * rows, "1": cells, **dict.fromkeys("234", ["x"] * rows)}))

    assert unclosed_quotes(grid, ",").height == found


@pytest.mark.parametrize(
    ("cell", "columns", "found"), [("a,b,c\nd,e", 4, 1), ("a,b\nc,d", 3, 0), ("a,b,c\nd", 4, 0), ("a,b\nd,e", 4, 0)]
)
def test_halves_of_rows_fit_together_in_a_table_of_four_columns(cell: str, columns: int, found: int) -> None:
    """In narrower ones a delimiter on each line is too little."""
    assert len(annotations(cell, columns=columns)) == found
