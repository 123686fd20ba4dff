"""Titles above the column names."""

import pytest

from keycafe_clean.read.table.grid import Grid, cells_of
from keycafe_clean.read.table.people_table import table_of
from keycafe_clean.read.table.titles_above import titles_above

NAMES = ["Name", "Email", "Team", "Last day", "", "Name", "Email"]
PEOPLE = ["Ann Lee", "a@x.de", "IT", "", "", "Bo Roe", "b@x.de"]


@pytest.mark.parametrize(
    ("above", "titles"),
    [
        (["Staff", "", "", "", "", "Leavers", ""], ["Staff"]),
        (["Staff", "", "", "", "Leavers", "", ""], ["Staff"]),
        (["", "", "", "", "", "Leavers", ""], []),
        (["Staff  list", "", "", "", "", "", ""], ["Staff list"]),
        (["", "", "Staff", "", "", "", ""], ["Staff"]),
        (["Staff", "", "Employment", "Termination", "", "", ""], ["Staff"]),
        (["Harbour", "Staff", "", "", "", "Leavers", ""], ["Harbour", "Staff"]),
        (["", "", "", "", "", "", ""], []),
    ],
)
def test_a_title_counts_for_the_columns_below_it(above: list[str], titles: list[str]) -> None:
    """To where the next one begins; of several, those above names and addresses, alone, any above the table."""
    table = table_of(Grid(cells_of([above, NAMES, PEOPLE])[0]), 2)

    assert titles_above(table, table.names[5:]) == [titles]


def test_without_names_that_are_known_all_columns_count() -> None:
    """Each row above the column names has its titles."""
    table = table_of(Grid(cells_of([["Leavers", "2026"], ["", "x"], ["a", "b"], ["1", "2"]])[0]), 3)

    assert titles_above(table, []) == [["Leavers", "2026"], ["x"]]
