"""One name for every column."""

import pytest

from keycafe_clean.read.names import column_names, with_groups


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["Id", "Email"], ("Id", "Email")),
        (["Email", "Email", "Email"], ("Email", "Email (2)", "Email (3)")),
        (["", "Email", " "], ("Column 1", "Email", "Column 3")),
        (["Email (2)", "Email", "Email"], ("Email (2)", "Email", "Email (3)")),
        (["\t\nFirst\n Name "], ("First Name",)),
    ],
)
def test_names_are_unique(cells: list[str], names: tuple[str, ...]) -> None:
    """Empty and repeated cells get a name of their own."""
    assert column_names(cells) == names


@pytest.mark.parametrize(
    ("above", "names", "joined"),
    [
        (["Worker", "", "Manager", ""], ["Id", "Email", "Id", "Email"],
         ["Worker: Id", "Worker: Email", "Manager: Id", "Manager: Email"]),
        (["Id", "Name", "", "Status"], ["", "First", "Last", ""], ["Id", "Name: First", "Name: Last", "Status"]),
        (["Staff as of today", "", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["Printed", "2026-11-01", "", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        ([], ["Id", "Email"], ["Id", "Email"]),
    ],
)  # fmt: skip
def test_group_headings_are_joined(above: list[str], names: list[str], joined: list[str]) -> None:
    """Headings over several columns say what the names below mean; title lines do not."""
    assert with_groups(names, above) == joined
