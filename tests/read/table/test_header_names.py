"""One name for every column."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.table.header_names import column_names


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


def test_names_that_look_like_patterns_are_names() -> None:
    """Polars takes `*` and what stands between ^ and $ for patterns of names; with a blank behind they are none."""
    assert column_names(["*", "^a$", "^a", "a$", "*b"]) == ("* ", "^a$ ", "^a", "a$", "*b")
    assert read_export(("hr.csv", b"^(a+)+$,*,Email\nAnn,Lee,a@example.com\n")).sources[0].cells.shape == (1, 3)


def test_a_name_as_long_as_a_text_is_cut_off() -> None:
    """Two that begin alike are told apart by their numbers."""
    assert column_names(["a" * 300, "a" * 301, "a" * 302]) == ("a" * 300, "a" * 300 + "…", "a" * 300 + "… (2)")
