"""What each row of a source found in another file by a key."""

import pytest

from keycafe_clean.join.matched import match_rows
from tests.join.pairs import STAFF, side

KEY = ("Personalnummer", "EmployeeID")


def met(*accounts: str, header: str = "EmployeeID;Mail") -> list[tuple[object, ...]]:
    """Get how the first of the staff met a file: met, place, differs, may_leave, name_there."""
    found = match_rows(side("staff.csv", *STAFF), side("ad.csv", header, *accounts), KEY).rows
    return found.select("met", "place", "differs", "may_leave", "name_there").row(0)


OTHERS = ("43;ben.bauer@firma.de", "44;cem.celik@firma.de")


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        (["42;anna.adler@firma.de"], ("found", "row 2 of ad.csv", None)),
        (["42;anna.adler@firma.de", "42;ANNA.ADLER@firma.de"], ("found", "rows 2 and 3 of ad.csv", None)),
        (["42;anna.adler@firma.de", "42;"], ("found", "rows 2 and 3 of ad.csv", None)),
        (["42;anna.adler@firma.de", "42;a.a@firma.de"], ("several", "rows 2 and 3 of ad.csv", "'Mail'")),
        (["42;anna.adler@firma.de", "00042;a.a@firma.de"], ("zeros", None, None)),
        (["42;ben.bauer@firma.de"], ("name", "row 2 of ad.csv", None)),
        (["99;x.y@firma.de"], ("nobody", None, None)),
    ],
)
def test_row_meets_the_file(accounts: list[str], expected: tuple[str, str | None, str | None]) -> None:
    """A row finds its own, or several rows that differ, or one that may be another's, or nothing."""
    assert met(*accounts, *OTHERS)[:3] == expected


def test_whoever_has_no_key_found_nobody() -> None:
    """A blank key meets nothing, and a row that is no person is not asked at all."""
    staff = ("Personalnummer;Vorname;Nachname", ";Anna;Adler", "43;Ben;Bauer", ";;")

    rows = match_rows(side("staff.csv", *staff), side("ad.csv", "EmployeeID;Mail", *OTHERS), KEY).rows

    assert rows.select("met", "value").rows() == [("nobody", None), ("found", "43"), (None, None)]


def test_cells_are_those_of_whoever_found_them() -> None:
    """Only who found theirs has cells; who differs, or found somebody else, has none."""
    accounts = ("EmployeeID;Mail;Ort", "42;anna@firma.de;Bonn", "42;a@firma.de;Bonn", "43;ben.bauer@firma.de;Ulm")

    matched = match_rows(side("staff.csv", *STAFF), side("ad.csv", *accounts), KEY)

    assert matched.cells.rows() == [(None, None), ("ben.bauer@firma.de", "Ulm"), (None, None), (None, None)]
    assert matched.wanted.to_list() == [0, 1, 2]


@pytest.mark.parametrize(
    ("header", "accounts", "leaves"),
    [
        ("EmployeeID;Mail", ["42;a.x@firma.de", "42;b.x@firma.de"], False),
        ("EmployeeID;Mail;Status", ["42;a.x@firma.de;aktiv", "42;b.x@firma.de;aktiv"], False),
        ("EmployeeID;Mail;Status", ["42;a.x@firma.de;aktiv", "42;a.x@firma.de;ausgetreten"], True),
        ("EmployeeID;Mail;Status", ["42;a.x@firma.de;aktiv", "00042;a.x@firma.de;aktiv"], True),
        ("EmployeeID;Mail", ["42;a.x@firma.de", "00042;a.x@firma.de"], False),
    ],
)
def test_what_was_not_taken_may_say_who_goes_in(header: str, accounts: list[str], *, leaves: bool) -> None:
    """Where a status differs, or is nobody's for certain, the person may have left; an address says no such thing."""
    assert met(*accounts, header=header)[3] is leaves


def test_other_logins_of_one_person_are_no_matter() -> None:
    """What nobody looks at, and a number of its own, may differ between two accounts of one person."""
    accounts = ("42;aadler;anna.adler@firma.de;1", "42;adm-aadler;;2", "43;bbauer;b@firma.de;3")

    assert met(*accounts, header="EmployeeID;SamAccountName;Mail;Zq")[:3] == (
        "found",
        "rows 2 and 3 of ad.csv",
        "'SamAccountName', 'Zq'",
    )
