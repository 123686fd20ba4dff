"""A grid as a table of people."""

import polars as pl
import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.people_table import table_of


def grid(*rows: list[str], first_row: int = 1) -> Grid:
    """Get a grid of these rows."""
    cells, widths = cells_of(list(rows))
    return Grid(cells, widths, first_row)


def test_a_table_has_names_rows_and_what_stands_above() -> None:
    """Rows are counted as a spreadsheet does; what stands above the names is kept as text."""
    table = table_of(grid(["Staff", "of", ""], ["Id", "First Name", "Email"], ["1", "Ann", ""], ["", "", ""]))

    assert table.preamble == ("Staff of",)
    assert (table.header_row, table.certain) == (2, True)
    assert table.cells.rows() == [("1", "Ann", None), (None, None, None)]
    assert table.rows.rows() == [(3, None), (4, "blank")]


def test_columns_without_name_and_cell_are_left_out() -> None:
    """A column with a name or a cell stays; cells right of the names are not lost."""
    table = table_of(grid(["First Name", "", "Email", ""], ["Ann", "", "a@example.com", "", "more"]))

    assert table.cells.columns == ["First Name", "Email", "Column 5"]
    assert table.width == 4


def test_labels_under_keys_are_a_header_too() -> None:
    """The second of two header rows that say the same is no person."""
    table = table_of(grid(["FIRSTNAME", "LASTNAME"], ["First Name", "Last Name"], ["Ann", "Lee"]))

    assert table.rows.get_column("not_people").to_list() == ["header", None]


def test_keys_above_the_labels_are_repeated_with_them() -> None:
    """Where pages begin with both header rows, both are headers wherever they stand."""
    keys, labels = ["ZZ1", "ZZ2", "ZZ3"], ["First Name", "Last Name", "Email"]

    table = table_of(grid(keys, labels, ["Ann", "Lee", "a@example.com"], keys, labels, ["Bob", "Roe", "b@example.com"]))

    assert table.rows.get_column("not_people").to_list() == [None, "header", "header", None]


@pytest.mark.parametrize(
    ("header", "names", "rows"), [(0, ("Column 1", "Column 2"), [1, 2, 3]), (2, ("1", "Ann"), [3])]
)
def test_the_header_can_be_given(header: int, names: tuple[str, ...], rows: list[int]) -> None:
    """No header, or another one than would be found; the rows are those below it."""
    table = table_of(grid(["Id", "First Name"], ["1", "Ann"], ["2", "Bob"]), header)

    assert (table.names, table.rows.get_column("source_row").to_list()) == (names, rows)


def test_rows_of_a_grid_may_begin_anywhere() -> None:
    """A grid that begins in row 5 has its header there."""
    table = table_of(grid(["Id", "First Name"], ["1", "Ann"], first_row=5))

    assert (table.header_row, table.rows.get_column("source_row").to_list()) == (5, [6])


def test_a_grid_of_blanks_is_blank() -> None:
    """Blanks and nulls are nothing, one letter is something."""
    assert Grid(pl.DataFrame({"0": [" ", None] * 50})).is_blank()
    assert not Grid(pl.DataFrame({"0": [" "] * 50 + ["x"]})).is_blank()
