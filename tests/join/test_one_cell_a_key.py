"""The rows of a file as one a key."""

import pytest

from keycafe_clean.join.key_cells import key_cells
from keycafe_clean.join.one_cell_a_key import one_row_a_key
from tests.join.pairs import source


def lines(*rows: str) -> list[tuple[object, ...]]:
    """Get target, place, differing and the two cells of each key of a file."""
    read = source("ad.csv", "EmployeeID;Mail;Office", *rows)
    told = one_row_a_key(key_cells(read, "EmployeeID"), read, ["Mail", "Office"])
    return told.select("target", "place", "differing", "there.Mail", "there.Office").rows()


def test_key_of_one_row_has_its_cells() -> None:
    """A key that stands once has the cells of its row, as they are; a blank one is null."""
    assert lines("7; a@b.de ;", "8;c@d.de;Bonn") == [
        ("7", "row 2 of ad.csv", [], " a@b.de ", None),
        ("8", "row 3 of ad.csv", [], "c@d.de", "Bonn"),
    ]


def test_rows_that_say_the_same_are_one() -> None:
    """Rows of one key that differ in case or in a blank cell alone complete each other."""
    assert lines("7;a@b.de;", "7;A@B.DE;Bonn", "7;n/a;") == [("7", "rows 2, 3 and 4 of ad.csv", [], "a@b.de", "Bonn")]


def test_cells_that_differ_are_nobodys() -> None:
    """A cell in which rows of one key differ is not taken from any of them, and is named."""
    assert lines("7;a@b.de;Bonn", "7;c@d.de;Bonn") == [("7", "rows 2 and 3 of ad.csv", ["Mail"], None, "Bonn")]


@pytest.mark.parametrize(
    ("count", "place"), [(4, "rows 2, 3, 4 and 1 more of ad.csv"), (9, "rows 2, 3, 4 and 6 more of ad.csv")]
)
def test_many_rows_are_counted(count: int, place: str) -> None:
    """Three rows of a key are named, and the others counted."""
    assert lines(*["7;a@b.de;Bonn"] * count)[0][1] == place


def test_headers_with_names_of_ours_are_cells() -> None:
    """A file may call its columns as frames of ours are called."""
    read = source("ad.csv", "EmployeeID;target;row_id;source_row;exact", "7;a;b;c;d", "7;a;x;c;d")
    headers = ["target", "row_id", "source_row", "exact"]

    told = one_row_a_key(key_cells(read, "EmployeeID"), read, headers)

    assert told.select(f"there.{header}" for header in headers).rows() == [("a", None, "c", "d")]


def test_file_of_keys_alone_has_no_cells() -> None:
    """A file with nothing beside its key gives nothing."""
    read = source("ad.csv", "EmployeeID", "7", "8", "8")

    assert one_row_a_key(key_cells(read, "EmployeeID"), read, []).get_column("differing").to_list() == [[], []]
