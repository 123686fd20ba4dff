"""Rows of people as they are compared."""

import polars as pl
import pytest

from keycafe_clean.match.identity_keys import people_of


def key_of(name: str, cells: dict[str, str]) -> object:
    """Get one key of one row with these cells."""
    row = {"First Name": "Jana", "Last Name": "Novak", **cells}
    return people_of(pl.DataFrame({"row_id": [1], **{column: [cell] for column, cell in row.items()}})).item(0, name)


@pytest.mark.parametrize(
    ("name", "cells", "key"),
    [
        ("first", {"First Name": "  JÁNA "}, "jana"),
        ("last", {"Last Name": "O'Neill"}, "oneill"),
        ("email", {"Email Address": "Jana.Novak@Example.com"}, "jana.novak@example.com"),
        ("email", {"Email Address": "jnovak"}, None),
        ("email", {}, None),
        ("employee_id", {"employee_id": " E-042 "}, "e-042"),
        ("employee_id", {"employee_id": "   "}, None),
        ("employee_id", {}, None),
        ("is_active", {}, None),
        ("department", {}, None),
    ],
)
def test_a_key_is_folded_and_a_blank_is_null(name: str, cells: dict[str, str], key: object) -> None:
    """Case, blanks and accents are no difference; what is no address is none; a column that is not there is blank."""
    assert key_of(name, cells) == key


def test_every_row_is_kept_in_order() -> None:
    """Nobody is lost on the way to be compared."""
    rows = pl.DataFrame({"row_id": [5, 3, 4], "First Name": ["C", None, "B"], "Last Name": [None, "A", "B"]})

    assert people_of(rows).get_column("row_id").to_list() == [5, 3, 4]
