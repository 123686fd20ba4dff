"""What a file did to its rows, as findings."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.reading_findings import reading_findings
from keycafe_clean.read.table.tables_beside import beside_of

HEADER = ["Employee ID", "First Name", "Email", "Department"]
PEOPLE = [[f"10{place}", name, f"{name}@example.com", "IT"] for place, name in enumerate(["ann", "bob", "cy", "di"])]


def found(*rows: list[str], header: list[str] = HEADER) -> list[tuple[int | None, str | None, str, str | None]]:
    """Get row_id, column, code and value of the findings about four people and these rows."""
    cells, widths = cells_of([header, *PEOPLE, *rows])
    grid = Grid(cells, widths)
    table = table_of(grid)
    return reading_findings(grid, table, beside_of(table)).select("row_id", "column", "code", "value").rows()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["105", "Ed", "ed@example.com", "IT"], []),
        (["105", "Ed", "ed@example.com"], [(4, "Department", "short_row", None)]),
        (["105", "Ed", "ed@example.com", "IT", "oops"], [(4, "Column 5", "long_row", "oops")]),
        (["105", "Ed", "ed@example.com", "IT", ""], []),
        (["", "", "", ""], []),
        (["Total: 4"], []),
    ],
)
def test_rows_with_too_few_or_too_many_cells_are_told(
    row: list[str], expected: list[tuple[int | None, str | None, str, str | None]]
) -> None:
    """Only people are: a blank row and a total may be as short as they like."""
    assert found(row) == expected


@pytest.mark.parametrize(
    "word",
    [
        "Example:",
        "e.g.",
        "Beispiel:",
        "z. B.",
        "Exemple :",
        "Ejemplo:",
        "Exemplo:",
        "Esempio:",
        "Voorbeeld:",
        "Przykład:",
        "Exempel:",
        "例：",
    ],
)
def test_the_example_of_a_template_is_asked_about(word: str) -> None:
    """It looks like a person and is none; nobody but a person can be sure."""
    row = [f"{word} Chris Green", "Chris", "chris@example.com", "IT"]

    assert found(row) == [(4, "Last Name", "example_row", f"{word} Chris Green")]


@pytest.mark.parametrize("cell", ["Example", "Muster", "Ann Example", "es.martin", "np.smith"])
def test_people_called_like_an_example_are_people(cell: str) -> None:
    """Without a colon behind it, the word is a name."""
    assert found([cell, "Chris", "chris@example.com", "IT"]) == []


def test_a_cell_alone_is_asked_about() -> None:
    """It may be a heading over the rows below, or a person of whom nothing else is known."""
    assert found(["", "Human Resources", "", ""]) == [(4, "Last Name", "lone_cell", "Human Resources")]


@pytest.mark.parametrize(
    "row", [["105", "", "", ""], ["", "", "ed@example.com", ""], ["105", "Ed", "", ""], ["Sales", "", "", ""]]
)
def test_other_thin_rows_are_not_asked_about(row: list[str]) -> None:
    """A number or an address alone, two cells, and a heading that is told by itself."""
    assert found(row) == []


def test_a_total_that_may_be_a_name_is_asked_about() -> None:
    """Sum Yi, of whom only a number is known, may be a total of a group called Yi."""
    assert found(["", "Sum Yi", "", "40"]) == [(4, "Last Name", "lone_cell", "Sum Yi")]


def test_a_file_without_column_names_is_asked_about_once() -> None:
    """The finding is about the whole file."""
    assert found(header=["99", "zoe", "zoe@example.com", "IT"]) == [(None, None, "no_header", None)]
