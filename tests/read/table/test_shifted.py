"""By how many columns the cells of a row may be shifted."""

import polars as pl
import pytest

from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.shifted import ANYWHERE, shifts
from keycafe_clean.read.text.delimited import text_grid

HEADER = "First Name,Last Name,Email,Team"
PERSON = "Ann,Lee,ann@example.com,IT"


def shifts_of(*lines: str) -> list[int]:
    """Get the shifts of the rows below a header of four names and two people."""
    grid = text_grid("\n".join([HEADER, PERSON, PERSON, *lines]).encode(), ",")
    table = table_of(grid)
    return shifts(table.grid, table).to_list()[2:]


def shifts_in_workbook(*rows: list[str | None]) -> list[int]:
    """Get the shifts of the rows below a header of two names; rows of a workbook have no width."""
    header = ["First Name", "Last Name", *[None] * (len(rows[0]) - 2)]
    schema = [(str(place), pl.String) for place in range(len(header))]
    grid = Grid(pl.DataFrame([header, *rows], schema=schema, orient="row"))
    return shifts(grid, table_of(grid)).to_list()


@pytest.mark.parametrize(
    ("line", "shift"),
    [
        ("Bob,Roe,b@example.com,IT", 0),
        ("Bob,Roe,b@example.com", 1),
        ("Bob,Roe", 2),
        ("Bob,Roe,jr,b@example.com,,IT", 2),
    ],
)
def test_cells_too_many_or_too_few_are_the_shift(line: str, shift: int) -> None:
    """In a text every row has a width, and it should be that of the column names."""
    assert shifts_of(line) == [shift]


@pytest.mark.parametrize(("rows", "shift"), [(4, 1), (5, 0)])
def test_blank_cells_at_the_end_of_five_rows_are_how_the_file_is_written(rows: int, shift: int) -> None:
    """Fewer rows with a comma at their end may be shifted."""
    grid = text_grid("\n".join([HEADER, *[f"{PERSON},"] * rows]).encode(), ",")

    assert shifts(grid, table_of(grid)).to_list() == [shift] * rows


def test_the_usual_width_is_that_of_people() -> None:
    """Totals of another width, however many, do not say how many cells a row has."""
    totals = ["Total: 1,,,,,"] * 6

    assert shifts_of(*totals, PERSON)[-1] == 0


@pytest.mark.parametrize(("filled", "shift"), [(2, ANYWHERE), (3, 0)])
def test_a_column_of_a_workbook_that_most_rows_fill_only_lacks_its_name(filled: int, shift: int) -> None:
    """Where half of the rows or fewer have a cell right of the last name, those may be shifted by any number."""
    rows: list[list[str | None]] = [["Ann", "Lee", "x" if number < filled else None] for number in range(4)]

    assert shifts_in_workbook(*rows) == [shift] * filled + [0] * (4 - filled)


def test_what_stands_further_right_in_a_workbook_is_no_part_of_the_table() -> None:
    """A note two columns right of the names shifts nothing."""
    assert shifts_in_workbook(
        ["Ann", "Lee", None, "see Bob"], ["Bob", "Roe", None, None], ["Cy", "Day", None, None]
    ) == [
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("line", "shift"),
    [
        ('Bob,"Roe\njr",b@example.com,IT', 0),
        ('Bob,"Roe\njr",b@example.com', ANYWHERE),
        ('Bob,"Roe,b@example.com\nIT",x,y', 0),
        ('Bob,"Roe,b@example.com,IT\nCy,Day",x,y', ANYWHERE),
        ('Bob,"Roe,b@example.com,IT,x",x,y', 0),
    ],
)
def test_a_cell_with_line_breaks_may_hold_another_row(line: str, shift: int) -> None:
    """In a row of another width, or with as many delimiters as a row has; without a line break it is a text."""
    assert shifts_of(line) == [shift]


@pytest.mark.parametrize(
    ("line", "shift"),
    [
        ("Last Name,7,First Name,y", ANYWHERE),
        ("Last Name,First Name,2026-01-01,y", ANYWHERE),
        ("Last Name,First Name,Team,Email", 0),
        ("Last Name,x,y,z", 0),
        ("a,Email,b,c", 0),
        ("First Name,x,Email,Team", 0),
    ],
)
def test_rows_below_names_in_another_order_are_uncertain(line: str, shift: int) -> None:
    """Two names in other places beside data may be column names; one may be anything; nothing else is settled."""
    assert shifts_of(line, PERSON)[1] == shift


def test_rows_above_names_in_another_order_are_certain() -> None:
    """The second table begins with its column names."""
    assert shifts_of(PERSON, "Last Name,First Name,Team,7") == [0, ANYWHERE]
