"""Which cells are column names that we know."""

import polars as pl
import pytest

from keycafe_clean.read.table.known_headers import is_what_people_go_by, known_names, may_be_known, meaning


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("First Name", "First Name"),
        (" e-mail ", "Email Address"),
        ("NACHNAME", "Last Name"),
        ("社員番号", "employee_id"),
        ("Password", "sensitive"),
        ("Ann", None),
        ("Phone 12", "other"),
        ("Phone 112", None),
        ("x941235", None),
        ("x94 ", "counter"),
        ("", None),
        (" ", None),
        ("Email " * 20, None),
    ],
)
def test_a_cell_means_a_column_or_nothing(cell: str, expected: str | None) -> None:
    """Spellings of any language are known; people, blanks and long texts are no names of columns."""
    assert meaning(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("Called", True), ("known as", True), ("Manager known as", False), ("Surname", False), ("", False)],
)
def test_a_name_that_people_go_by_is_their_own(cell: str, *, expected: bool) -> None:
    """A manager's is none."""
    assert is_what_people_go_by(cell) == expected


def test_each_name_is_counted_once() -> None:
    """A repeated name is one name."""
    assert known_names(["Email", "Email", "Ann", "", "Vorname"]) == {"Email", "Vorname"}


def test_column_names_have_eighty_letters_at_the_most() -> None:
    """Longer cells are text, whatever stands in them."""
    assert (meaning("Password " + "x" * 71), meaning("Password " + "x" * 72)) == ("sensitive", None)


def test_three_hundred_cells_of_a_row_are_looked_at() -> None:
    """So many tell whether it is one of names."""
    assert known_names([*["xx"] * 299, "Email", "Vorname"]) == {"Email"}


def test_what_may_be_a_name_is_told_by_its_letters() -> None:
    """Whatever signs and capitals it has; people's cells are none."""
    cells = pl.Series(["First-Name", " E-MAIL ", "社員番号", "Prénom", "이름", "Ann Lee", None])

    assert may_be_known(cells).to_list() == [*[True] * 5, False, None]
