"""One name for every column."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.table.header_names import column_names, with_groups


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
        (["Printed 01/12/2026 by Ann Lee", "", "Page 1/2", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Keller AG, 1.12.2026", "", "Personal", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Personal", "", "Geprüft: A. Vogel", ""], ["Id", "First", "Last", "Email"],
         ["Id", "First", "Last", "Email"]),
        (["Personal", "", "Seite 3", ""], ["Id", "First", "Last", "Email"], ["Id", "First", "Last", "Email"]),
        (["2025年", "", "2026年", ""], ["Id", "Team", "Id", "Team"],
         ["2025年: Id", "2025年: Team", "2026年: Id", "2026年: Team"]),
        ([], ["Id", "Email"], ["Id", "Email"]),
    ],
)  # fmt: skip
def test_group_headings_are_joined(above: list[str], names: list[str], joined: list[str]) -> None:
    """Headings over several columns say what the names below mean; titles, page numbers, days and people do not."""
    assert with_groups(names, above) == joined


def test_names_that_look_like_patterns_are_names() -> None:
    """Polars takes `*` and what stands between ^ and $ for patterns of names; with a blank behind they are none."""
    assert column_names(["*", "^a$", "^a", "a$", "*b"]) == ("* ", "^a$ ", "^a", "a$", "*b")
    assert read_export(("hr.csv", b"^(a+)+$,*,Email\nAnn,Lee,a@example.com\n")).sources[0].cells.shape == (1, 3)


def test_a_name_as_long_as_a_text_is_cut_off() -> None:
    """Two that begin alike are told apart by their numbers."""
    assert column_names(["a" * 300, "a" * 301, "a" * 302]) == ("a" * 300, "a" * 300 + "…", "a" * 300 + "… (2)")
