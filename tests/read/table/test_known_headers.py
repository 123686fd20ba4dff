"""Which cells are column names that we know."""

import pytest

from keycafe_clean.read.table.known_headers import known_names, meaning


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("First Name", "First Name"),
        (" e-mail ", "Email Address"),
        ("NACHNAME", "Last Name"),
        ("社員番号", "employee_id"),
        ("Password", "sensitive"),
        ("Ann", None),
        ("", None),
        (" ", None),
        ("Email " * 20, None),
    ],
)
def test_a_cell_means_a_column_or_nothing(cell: str, expected: str | None) -> None:
    """Spellings of any language are known; people, blanks and long texts are no names of columns."""
    assert meaning(cell) == expected


def test_each_name_is_counted_once() -> None:
    """A repeated name is one name."""
    assert known_names(["Email", "Email", "Ann", "", "Vorname"]) == {"Email", "Vorname"}
