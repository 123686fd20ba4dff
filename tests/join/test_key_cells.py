"""The cells of a key as they are compared."""

import polars as pl
import pytest

from keycafe_clean.join.key_cells import as_compared, filled_cells, key_cells
from tests.join.pairs import source


@pytest.mark.parametrize(
    ("cell", "exact", "loose"),
    [
        ("00042", "00042", "42"),
        (" AB-7 ", "ab-7", "ab-7"),
        ("42.0", "42", "42"),
        ("0007.0", "0007", "7"),
        ("42.00", "42", "42"),
        ("000", "000", "0"),
        ("5.3.2020", "2020-03-05", "2020-03-05"),
        ("05.03.2020", "2020-03-05", "2020-03-05"),
        ("2020-03-05 00:00:00", "2020-03-05", "2020-03-05"),
        ("2020-03-05T00:00", "2020-03-05", "2020-03-05"),
        ("2020-03-05 12:30:00", "2020-03-05 12:30:00", "2020-03-05 12:30:00"),
        ("05/03/2020", "05/03/2020", "5/03/2020"),
        ("31.02.2020", "31.02.2020", "31.02.2020"),
        ("43895", "43895", "43895"),
        ("٤٢", "42", "42"),
        ("4\u200b2", "42", "42"),
        ("Jana@Example.com", "jana@example.com", "jana@example.com"),
    ],
)
def test_key(cell: str, exact: str, loose: str) -> None:
    """A key is compared as it stands, and without zeros in front; what nobody sees does not count."""
    keys = key_cells(source("a.csv", "Personalnummer;Vorname;Nachname", f"{cell};Anna;Adler"), "Personalnummer")

    assert keys.select("exact", "loose").rows() == [(exact, loose)]


@pytest.mark.parametrize("cell", ["", "  ", "n/a", "-", "N.N."])
def test_row_without_a_key_is_not_there(cell: str) -> None:
    """A blank key, or a word for one, is nobody's: two such rows have nothing in common."""
    read = source("a.csv", "Personalnummer;Vorname;Nachname", f"{cell};Anna;Adler", "7;Ben;Bauer")

    assert key_cells(read, "Personalnummer").get_column("value").to_list() == ["7"]


def test_rows_that_are_no_people_have_no_key() -> None:
    """A total has no key, whatever stands in its cells; the others keep their row."""
    read = source("a.csv", "Personalnummer;Vorname;Nachname", "7;Anna;Adler", ";;", "8;Ben;Bauer", "Total;2;")

    assert key_cells(read, "Personalnummer").select("row_id", "source_row").rows() == [(0, 2), (2, 4)]


def test_filled_cells_are_null_where_they_say_nothing() -> None:
    """What is blank, or says that there is nothing, is null; whatever else stands there stays."""
    frame = pl.DataFrame({"Mail": [None, "", " ", "n/a", "a@b.de ", "Zürich"]})

    assert frame.select(filled_cells(["Mail"])).get_column("Mail").to_list() == [
        None,
        None,
        None,
        None,
        "a@b.de ",
        "Zürich",
    ]


def test_cells_are_compared_without_case_and_outer_blanks() -> None:
    """A@B.de and a@b.de are one cell; null stays null."""
    frame = pl.DataFrame({"Mail": [" A@B.de ", None]})

    assert frame.select(as_compared("Mail")).get_column("Mail").to_list() == ["a@b.de", None]
