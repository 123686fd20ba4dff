"""Which row holds the column names."""

import pytest

from keycafe_clean.read.table.header import Heading, find_heading, says_the_same

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
