"""Which row holds the column names."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.header import Heading, find_heading, may_be_names, says_the_same
from keycafe_clean.read.table.people_table import table_of

PEOPLE = [["1", "Ann", "Lee", "a@example.com"], ["2", "Bob", "Roe", "b@example.com"], ["3", "Cy", "Poe", ""]]


@pytest.mark.parametrize(
    ("above", "place"),
    [
        ([["Id", "First Name", "Last Name", "Email"]], 0),
        ([["Staff", "", "", ""], ["as of 2026", "", "", ""], ["", "", "", ""], ["Nr", "Vorname", "Name", "E-Mail"]], 3),
        ([["version:v1.0", "", "", ""], ["id", "givenName", "surname", "mail"]], 1),
        ([["# exported", "", "", ""], ["Id", "Prénom", "Nom", "Courriel"]], 1),
        ([["Worker", "", "Contact", ""], ["Employee ID", "First Name", "Last Name", "Email"]], 1),
        ([["Employee ID", "Name", "", "Status"], ["", "First Name", "Last Name", ""]], 1),
        ([["xx", "yy", "zz", "ww"]], 0),
    ],
)  # fmt: skip
def test_the_row_of_names_is_found(above: list[list[str]], place: int) -> None:
    """Titles, version rows, comments and group headings above do not hide it."""
    assert find_heading([*above, *PEOPLE]) == Heading(place, certain=True)


def test_a_file_without_names_is_seen() -> None:
    """Rows of data only are no names, and somebody is asked."""
    assert find_heading(PEOPLE) == Heading(None, certain=False)


def test_a_person_over_lines_of_a_report_is_no_row_of_names() -> None:
    """An address and numbers are data, however unlike the lines below they are."""
    person = ["E1", "Ann Lee", "40", "a@example.com"]

    assert find_heading([person, ["Printed on 2026-11-01", "", "", ""]]) == Heading(None, certain=False)


def test_a_heading_over_some_rows_is_no_row_of_names() -> None:
    """One cell with a word that we know, between rows of four, names nothing."""
    assert find_heading([*PEOPLE, ["Department", "", "", ""], *PEOPLE]) == Heading(None, certain=False)


def test_people_above_a_row_of_names_are_not_lost() -> None:
    """Where only later pages begin with names, nobody of the first page becomes a title; it is asked."""
    names = ["Id", "First Name", "Last Name", "Email"]

    assert find_heading([*PEOPLE, names, *PEOPLE]) == Heading(None, certain=False)


def test_a_person_below_does_not_continue_the_names() -> None:
    """A cell under an empty name, and a known word beside it, are data where an address stands with them."""
    rows = [["Id", "", "First Name", "Email", "Status"], ["E1", "x", "Ann", "a@example.com", "Terminated"]]

    assert find_heading(rows).place == 0


def test_words_that_come_again_are_data() -> None:
    """Cells like Active and Manager are known names too, but not where they stand in row after row."""
    rows = [["Ann Lee", "Manager", "Active"], ["Bob Roe", "Manager", "Active"], ["Cy Poe", "Clerk", "Active"]]

    assert find_heading(rows).place is None


def test_names_that_other_tables_say_again_are_no_data() -> None:
    """A header is one although tables below have some of its names, in another order and with others among them."""
    names, again = ["First Name", "Surname", "Email", "Site"], ["Surname", "First Name", "Team", "Email"]
    people = [["Ann", "Lee", "a@example.com", "Kiel"]] * 2

    assert find_heading([names, *people, again, *people, again, *people]) == Heading(0, certain=True)


def test_names_said_again_beside_data_are_data() -> None:
    """A cell that is called as a column, in row after row that has a number, is no name of one."""
    rows = [["qa", "qb", "qc", "qd"], *[["Name", "Role", "ww", str(code)] for code in range(5)]]

    assert find_heading(rows).place == 0


def test_names_nobody_knows_are_asked_about() -> None:
    """Where neither a word nor a kind tells names from data, the first row is taken, and that is asked."""
    assert find_heading([["Foo Bar", "Baz"], ["Quux", "Corge"], ["Grault", "Garply"]]) == Heading(0, certain=False)


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (["Status", "User ID", "First Name"], True),
        (["Active", "4711", "Ann"], False),
        (["Personnel Number", "Full Name", "Cost Center"], True),
        (["Active", "Manager", "Ann"], False),
        (["", "", ""], False),
    ],
)
def test_labels_under_keys_say_the_same(row: list[str], *, same: bool) -> None:
    """A second header row in other words is no person."""
    assert says_the_same(row, ["STATUS", "USERID", "FIRSTNAME"]) is same


@pytest.mark.parametrize(
    ("row", "expected"), [(["a", "b", "c", "1"], True), (["a", "b", "1"], False), (["", "1"], False)]
)
def test_a_quarter_of_a_row_of_names_may_be_data(row: list[str], *, expected: bool) -> None:
    """More addresses, dates and numbers are those of a person."""
    assert may_be_names(row) is expected


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (["Email", "xx", "yy"], 1),
        (["Email", "xx", "yy", "zz"], 0),
        (["Email", "First Name", "Status", *["xx"] * 7], 1),
        (["Email", "First Name", *["xx"] * 5], 0),
    ],
)
def test_a_third_of_a_row_or_three_names_are_enough(names: list[str], place: int) -> None:
    """Below a row of strange words, a row of names is found by a third that is known, or by three."""
    rows = [[f"w{letter}" for letter in "abcdefghij"[: len(names)]], names, *[["x"] * len(names)] * 3]

    assert find_heading(rows).place == place


@pytest.mark.parametrize(("filled", "place"), [(4, 0), (3, None)])
def test_names_fill_half_of_a_usual_row(filled: int, place: int | None) -> None:
    """A row of fewer cells is a heading over people, whatever its words are."""
    names = ["Email", "Status", "First Name", "Last Name"][:filled]
    rows = [[*names, *[""] * (8 - filled)], *[["1", "2", "3", "4", "a@example.com", "6", "7", "8"]] * 3]

    assert find_heading(rows).place == place


@pytest.mark.parametrize(("again", "place"), [(1, 1), (2, 0)])
def test_a_name_comes_again_in_a_tenth_of_the_rows_at_the_most(again: int, place: int) -> None:
    """Of ten rows near it; a word that stands in more of them is one of the cells."""
    people = [["1", "2"]] * (9 - again) + [["Manager", "2"]] * again

    assert find_heading([["qa", "qb"], ["Manager", "ww"], *people]).place == place


def test_names_are_looked_for_as_far_as_covers_reach() -> None:
    """In the first sixty rows, and in the first three hundred cells of each."""
    names = ["Id", "First Name", "Email"]

    assert table_of_rows([["cover", "", ""]] * 59, names) == 60
    assert table_of_rows([["cover", "", ""]] * 60, names) is None
    assert find_heading([["qq"] * 301, [*["xx"] * 297, *names, "xx"], *[["1"] * 301] * 3]).place == 1
    assert find_heading([["qq"] * 301, [*["xx"] * 298, *names], *[["1"] * 301] * 3]).place == 0


def table_of_rows(above: list[list[str]], names: list[str]) -> int | None:
    """Get the row of column names of a table below some rows."""
    people = [[f"{number}", "Ann", f"a{number}@example.com"] for number in range(80)]
    cells, widths = cells_of([*above, names, *people])
    return table_of(Grid(cells, widths)).header_row


@pytest.mark.parametrize(("cells", "place"), [(6, 1), (5, 2)])
def test_a_row_of_two_thirds_of_the_cells_is_full(cells: int, place: int) -> None:
    """Where no name is known, the first full row may be the names; a shorter one is a title."""
    title = [*["qq"] * cells, *[""] * (9 - cells)]

    assert find_heading([["", *[""] * 8], title, ["zz"] * 9, *[["1"] * 9] * 3]).place == place


@pytest.mark.parametrize(("others", "certain"), [(1, True), (2, False)])
def test_four_of_five_cells_say_what_a_column_holds(others: int, *, certain: bool) -> None:
    """A word above numbers names them; above a mixture it may be anything."""
    below = [["7"]] * (5 - others) + [["word"]] * others

    assert find_heading([["qq"], *below]) == Heading(0, certain=certain)


@pytest.mark.parametrize(
    ("row", "same"),
    [
        (["Status", "User ID", "xx", "yy"], True),
        (["Status", "User ID", "xx", "yy", "zz"], False),
        (["Status", "xx"], False),
        (["Email", "City", "Department", "xx"], True),
        (["Email", "City", "Department", "xx", "yy"], False),
    ],
)
def test_labels_are_enough_of_the_row(row: list[str], *, same: bool) -> None:
    """Two that mean the same and are half of the row; or three names that are three quarters of it."""
    assert says_the_same(row, ["STATUS", "USERID", "FIRSTNAME"]) is same


def test_codes_of_people_are_no_names() -> None:
    """A letter and a number in many columns: the first person is none of the names."""
    codes = [f"x{number}" for number in range(100_000, 100_600)]
    people = [[f"{row:05}", *codes[row * 10 : row * 10 + 10], f"p{row}@example.com"] for row in range(60)]

    heading = find_heading([["EmployeeID", *(f"C{place}" for place in range(10)), "Mail"], *people])

    assert (heading.place, heading.certain) == (0, True)
