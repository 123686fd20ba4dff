"""A source with the cells that its rows found in another file."""

import polars as pl
import pytest

from keycafe_clean.join.add_cells import add_cells
from tests.join.pairs import ACCOUNTS, STAFF, joined, side


def test_rows_get_the_columns_that_their_source_lacks() -> None:
    """The cells go under the headers of their file, less its key; rows, and cells of the source, stay as they are."""
    found = joined()

    assert found.cells.select("SamAccountName", "Mail").rows() == [
        ("aadler", "anna.adler@firma.de"),
        ("bbauer", "ben.bauer@firma.de"),
        ("ccelik", "cem.celik@firma.de"),
        (None, None),
    ]
    assert found.headers == ("Personalnummer", "Vorname", "Nachname", "Abteilung", "SamAccountName", "Mail")
    assert found.cells.get_column("Personalnummer").to_list() == ["00042", "00043", "00044", "00045"]


def test_every_cell_tells_where_it_comes_from() -> None:
    """Each cell that was taken has its row and its file; blank ones are none."""
    taken = joined().joined[0].taken

    assert taken.filter(pl.col("header") == "Mail").rows() == [
        (0, "Mail", "row 3 of accounts.csv"),
        (1, "Mail", "row 5 of accounts.csv"),
        (2, "Mail", "row 2 of accounts.csv"),
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "cell"),
    [
        ("a@firma.de", "b@firma.de", "a@firma.de"),
        ("", "b@firma.de", "b@firma.de"),
        ("n/a", "b@firma.de", "b@firma.de"),
        ("n/a", "", "n/a"),
        ("a@firma.de", "n/a", "a@firma.de"),
    ],
)
def test_cell_of_the_source_stays_unless_it_is_blank(mine: str, theirs: str, cell: str) -> None:
    """Under a header that both have, the other file fills blanks, and words for nothing; it replaces nothing."""
    staff = ("Personalnummer;Vorname;Nachname;E-Mail", f"42;Anna;Adler;{mine}", "43;Ben;Bauer;ben@firma.de")

    found = joined(staff, ("Personalnummer;e-mail", f"42;{theirs}", "43;BEN@firma.de"))

    assert found.cells.get_column("E-Mail").to_list() == [cell, "ben@firma.de"]
    assert found.headers == ("Personalnummer", "Vorname", "Nachname", "E-Mail")


def told(mine: str, theirs: str) -> list[tuple[str, str, str, str, str | None]]:
    """Get what is said of a row with these cells in one file, and those in the other."""
    header = "Personalnummer;Vorname;Nachname;E-Mail;Austritt;Ort"
    found = joined((header, f"42;{mine}", "43;Ben;Bauer;b@firma.de;;"), (header, f"42;{theirs}", "43;Ben;Bauer;;;"))
    said = found.findings.filter(pl.col("row_id") == 0)
    return said.select("code", "column", "value", "reason", "suggestion").rows()


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("Anna;Adler;a@firma.de;;Bonn", "Anna;Adler;A@firma.de;;Ulm", None),
        (
            "Anna;Adler;a@firma.de;;",
            "Anna;Adler;x@firma.de;;",
            ("joined_cell_differs", "Email Address", "a@firma.de", "x@firma.de"),
        ),
        (
            "Anna;Adler;;31.12.2026;",
            "Anna;Adler;;30.06.2026;",
            ("joined_cell_differs", "Austritt", "31.12.2026", "30.06.2026"),
        ),
        ("Anna;Adler;;;", "Anna;Berg;;;", ("joined_cell_kept", "Last Name", "Adler", "Berg")),
    ],
)
def test_cells_that_differ_are_said(mine: str, theirs: str, said: tuple[str, str, str, str] | None) -> None:
    """What says who goes in, or where to, is asked about; a name is noted, and a place is not said at all."""
    expected = []
    if said:
        code, column, value, other = said
        suggestion = other if column == "Email Address" else None
        expected = [(code, column, value, f"row 2 of accounts.csv has '{other}'", suggestion)]

    assert told(mine, theirs) == expected


def test_what_was_left_blank_is_noted() -> None:
    """A column in which two rows of one person differ, and that says nothing of who goes in, is noted."""
    accounts = ("SamAccountName;Mail;EmployeeID", "aadler;a@firma.de;42", "adm-aadler;a@firma.de;42", "x;b@firma.de;43")

    said = joined(accounts=accounts).findings.filter(pl.col("code") == "joined_left_blank")

    assert said.select("row_id", "reason", "value").rows() == [(0, "rows 2 and 3 of accounts.csv", "'SamAccountName'")]


def test_private_columns_of_the_file_are_named_and_gone() -> None:
    """What is private in the other file is dropped while it is read, and told as that of the source."""
    accounts = ("EmployeeID;Mail;Geburtsdatum;IBAN", *(f"4{n};m{n}@firma.de;01.02.198{n};DE1" for n in range(2, 5)))

    found = joined(accounts=accounts)

    assert found.headers == ("Personalnummer", "Vorname", "Nachname", "Abteilung", "Mail")
    assert found.dropped == ("Geburtsdatum", "IBAN")


def test_source_without_the_key_found_nobody() -> None:
    """A source that lacks the key stays as it is; that each of its people found nothing is kept."""
    here = side("staff.csv", *STAFF)

    found = add_cells(here, side("accounts.csv", *ACCOUNTS), None)

    assert found.cells.equals(here.source.cells)
    assert found.joined[0].rows.get_column("met").to_list() == ["nobody"] * 4


def test_addresses_of_the_key_are_no_news() -> None:
    """Whoever lacks in a list that is joined by the address does not lack an address for that."""
    staff = ("Vorname;Nachname;E-Mail", "Anna;Adler;anna@firma.de", "Ben;Bauer;ben@firma.de")

    found = joined(staff, ("UPN;Status", "anna@firma.de;aktiv", "ben@firma.de;aktiv"))

    assert found.joined[0].addresses == ()
