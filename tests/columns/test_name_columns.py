"""Which headers may hold names."""

import pytest

from keycafe_clean.columns.name_columns import headers_of, of_addresses, share_in_addresses
from keycafe_clean.columns.profile import Table
from tests.columns.sources import source_of

FIRSTS: list[str | None] = ["Liya", "Dawit", None, "Zoë"]
NONE: list[str | None] = [None] * 4


def table(**columns: list[str | None]) -> Table:
    """Get a table of these columns; a `_` in their names is a blank."""
    return Table(source_of({name.replace("_", " "): cells for name, cells in columns.items()}).first_table)


def test_headers_are_of_names_by_header_and_cells() -> None:
    """Legal ones first, mostly empty ones last; cells that are no names rule a header out."""
    cells = table(Given_Name=NONE, First_Name=FIRSTS, Legal_First_Name=FIRSTS, Forename=["1", "2", "3", "4"])

    assert headers_of(cells, "First Name") == ["Legal First Name", "First Name", "Given Name"]


def test_addresses_are_told_by_cells() -> None:
    """Whatever their header says."""
    assert of_addresses(table(Reach=["a@example.com"] * 4, Email=FIRSTS)) == ["Reach"]


@pytest.mark.parametrize(
    ("mailboxes", "share"),
    [(["liya", "dawit.g", "x", "zoe"], 1.0), (["liya", "g", "x", "h"], 1 / 3), (["k", "g", "x", "h"], 0.0)],
)
def test_share_of_cells_in_the_addresses(mailboxes: list[str], share: float) -> None:
    """Of the cells that are there, letter case and accents apart."""
    addresses: list[str | None] = [f"{it}@example.com" for it in mailboxes]

    assert share_in_addresses(table(Name=FIRSTS, Email=addresses), "Name") == pytest.approx(share)


def test_nothing_stands_in_no_addresses() -> None:
    """Where the table has none."""
    assert share_in_addresses(table(Name=FIRSTS), "Name") == 0
