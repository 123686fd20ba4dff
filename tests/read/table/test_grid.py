import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.table.grid import Grid, cells_of, empty_as_null

texts = st.lists(st.lists(st.text("a \u00a0\n", max_size=3), max_size=4), max_size=5)


def grid_of(rows: list[list[str]], first_row: int = 1) -> Grid:
    """Get a grid of these rows."""
    cells, widths = cells_of(rows)
    return Grid(cells, widths, first_row)


@given(rows=texts)
def test_cells_are_those_of_the_rows(rows: list[list[str]]) -> None:
    """Short rows are filled up, and say how long they were."""
    grid = grid_of(rows)

    assert grid.widths is not None
    assert grid.widths.to_list() == [len(row) for row in rows]
    assert [grid.row(place)[: len(row)] for place, row in enumerate(rows)] == rows


@given(rows=texts)
def test_a_grid_is_blank_where_every_cell_is(rows: list[list[str]]) -> None:
    """Spaces, breaks and no-break spaces are nothing."""
    assert grid_of(rows).is_blank() is not any("a" in cell for row in rows for cell in row)


@pytest.mark.parametrize("blank_rows", [9, 10, 11, 500])
def test_a_lone_cell_far_down_is_no_blank_file(blank_rows: int) -> None:
    """However many blank rows stand above it."""
    assert not grid_of([[" "]] * blank_rows + [["Jana"]]).is_blank()


@pytest.mark.parametrize(("first_row", "rows"), [(1, [1, 2]), (7, [7, 8])])
def test_rows_are_numbered_as_a_spreadsheet_shows_them(first_row: int, rows: list[int]) -> None:
    """From the first row on."""
    assert grid_of([["a"], ["b"]], first_row).source_rows.to_list() == rows


@pytest.mark.parametrize(("rows", "shown"), [(0, []), (1, [["a", ""]]), (9, [["a", ""], ["", "b"]])])
def test_the_top_has_as_many_rows_as_there_are(rows: int, shown: list[list[str]]) -> None:
    """Empty text where a cell is null."""
    assert grid_of([["a"], ["", "b"]]).top(rows) == shown


def test_only_a_cell_without_any_text_is_null() -> None:
    """A space is a cell that somebody filled."""
    cells = pl.DataFrame({"0": ["", " ", "a", None]}).with_columns(empty_as_null())

    assert cells.get_column("0").to_list() == [None, " ", "a", None]
