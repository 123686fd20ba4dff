"""Rows of column names further down."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.second_names import MOST, SecondNames, second_names, targets

NAMES = ["First Name", "Last Name", "Email", "Team"]


def found(*lines: str, names: list[str] = NAMES) -> list[int]:
    """Get the rows that hold names, from 0, of a table of two people and these lines."""
    rows = [names, ["Ann", "Lee", "ann@example.com", "Sales"], ["Bo", "Roe", "bo@example.com", "Active"]]
    cells, widths = cells_of([*rows, *(line.split(",") if line else [] for line in lines)])
    return [names.place for names in second_names(Grid(cells, widths), 1, names)]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Last Name,First Name,Email", True),
        ("LAST NAME, first  name", True),
        ("Last Name,First Name,Zimmer,Kürzel", True),
        ("Last Name,First Name,Zimmer,Kürzel,Haus", True),
        ("Last Name,First Name,xx,yy,zz", False),
        ("Last Name,First Name,Vorname,Nachname,Personalnummer", True),
        ("Last Name,First Name,7", False),
        ("Last Name,First Name,x@example.com", False),
        ("Email,Roe,Bo", False),
    ],
)
def test_two_names_of_the_first_table_and_little_else_are_names(line: str, *, is_found: bool) -> None:
    """In any order and any case; data beside them say that the row is none of names."""
    assert found(line) == ([3] if is_found else [])


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Nachname,Vorname", True),
        ("Apellidos,Nombre,Correo electrónico", True),
        ("Prénom,Nom de famille,xx,yy,zz", True),
        ("Prénom,Nom de famille,xx,yy,zz,qq,ww", False),
        ("Nachname,Sales", False),
        ("Active,Sales,Nachname", False),
    ],
)
@pytest.mark.parametrize("gap", ["", "Werkstatt"])
def test_names_in_other_words_stand_below_a_gap(gap: str, line: str, *, is_found: bool) -> None:
    """A blank line or a title comes first; a word that is a cell of the file too is no name."""
    assert found(gap, line) == ([4] if is_found else [])


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Nachname,Vorname,Abteilung", True),
        ("Name,Email,Status", True),
        ("Firma,Nachname,Vorname,Kürzel", True),
        ("Prénom,Téléphone,Société", True),
        ("Nachname,Vorname,xx", True),
        ("Surname,Called,Mail", True),
        ("Xyz,Team name,Mail", True),
        ("Surname,Called,Dept", True),
        ("Surname,Dept,Sales", False),
        ("Surname,Manager,Mail order", False),
        ("Surname,Roe,Dept", False),
        ("Xyz,Abc,Mail", False),
        ("Abteilung,Kostenstelle", False),
        ("Nachname,Sales,Abteilung", False),
    ],
)
def test_other_words_right_below_people(line: str, *, is_found: bool) -> None:
    """Nearly all of them are known, and some are about people; or two tell of which part of a person they are."""
    assert found(line) == ([3] if is_found else [])


def test_a_row_of_names_is_as_wide_as_it_was_written() -> None:
    """Cells right of it are not its own."""
    cells, widths = cells_of([NAMES, ["Last Name", "", "First Name"], ["a", "b", "c", "d"]])

    assert second_names(Grid(cells, widths), 1, NAMES) == [SecondNames(1, ("Last Name", "", "First Name"))]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Last Name", "First Name"], [1, 0]),
        (["Surname", "", "Given name"], [1, None, 0]),
        (["Email", "Email"], [2, None]),
        (["Shoe size", "Team"], [None, 3]),
        (["Team", "", "", "", "", "Email"], [3, None, None, None, 4, 2]),
    ],
)
def test_cells_belong_under_the_name_that_is_spelled_so_or_means_the_same(
    cells: list[str], expected: list[int | None]
) -> None:
    """Each name takes one cell; a cell that no name fits has none."""
    assert targets(cells, [*NAMES, "", ""]) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Surname", "Called", "Mail"], [1, 0, 2]),
        (["Surname", "Preferred name", "First name"], [1, None, 0]),
        (["Surname", "Preferred name", "Known as"], [1, None, None]),
        (["Surname", "Xyz", "Mail"], [1, None, 2]),
    ],
)
def test_what_people_go_by_is_the_first_name_where_no_other_is(cells: list[str], expected: list[int | None]) -> None:
    """One name alone: of two nobody knows which."""
    assert targets(cells, NAMES) == expected


def test_what_means_the_same_twice_is_not_known() -> None:
    """Two columns of the first table might be meant; private ones are never taken for each other."""
    assert targets(["E-mail"], ["Email", "Email Address"]) == [None]
    assert targets(["IBAN"], ["Salary"]) == [None]


def test_names_that_come_twice_come_twice_again() -> None:
    """The second one belongs under the second, wherever they stand."""
    assert targets(["Team", "Name", "Name"], ["Name", "Name", "Team"]) == [2, 1, 0]


def test_pages_without_number_are_looked_at_as_far_as_files_have_them() -> None:
    """Five thousand rows of names; further ones are read as any row."""
    assert len(found(*["Last Name,First Name"] * (MOST + 1))) == MOST
