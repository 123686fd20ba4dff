"""Which columns of two files may be their common key."""

import pytest

from keycafe_clean.join.possible_keys import possible_keys
from tests.join.pairs import ACCOUNTS, STAFF, side


def keys(mine: list[str], theirs: list[str]) -> list[tuple[str, str, bool]]:
    """Get the possible keys of two files, and whether each is likely."""
    return [(it.here, it.there, it.is_likely) for it in possible_keys(side("a.csv", *mine), side("b.csv", *theirs))]


def numbered(header: str, *rows: str, start: int = 0) -> list[str]:
    """Get a file of these rows, `#` being the number of the row."""
    return [header, *(row.replace("#", str(number)) for number, row in enumerate(rows, start))]


def test_employee_numbers_are_a_key_by_any_name() -> None:
    """A Personalnummer and an EmployeeID are the same number, and lost zeros are no matter."""
    assert keys([*STAFF], [*ACCOUNTS]) == [("Personalnummer", "EmployeeID", True)]


def test_employee_number_goes_before_address_and_address_before_others() -> None:
    """Of several possible keys the one that is made to tell people apart is the likeliest."""
    mine = ["Code;Mail;Personalnummer;Vorname;Nachname", "x1;a@firma.de;7;Anna;Adler", "x2;b@firma.de;8;Ben;Bauer"]
    theirs = ["Personalnummer;Code;E-Mail", "7;x1;a@firma.de", "8;x2;b@firma.de"]

    assert keys(mine, theirs) == [
        ("Personalnummer", "Personalnummer", True),
        ("Mail", "E-Mail", True),
        ("Code", "Code", True),
    ]


@pytest.mark.parametrize(("rows", "likely"), [(4, False), (5, True)])
def test_values_alone_need_enough_rows(rows: int, *, likely: bool) -> None:
    """Under unknown names, cells that are the same in nine tenths of five rows or more are a key."""
    mine = numbered("Zq;Vorname;Nachname", *["k#7;Anna;Adler"] * rows)
    theirs = numbered("Xw;Mail", *["k#7;m#@firma.de"] * rows)

    assert keys(mine, theirs) == [("Zq", "Xw", likely)]


@pytest.mark.parametrize(("shared", "likely"), [(17, False), (18, True)])
def test_values_alone_need_nine_tenths(shared: int, *, likely: bool) -> None:
    """Of twenty rows, eighteen must be there."""
    mine = numbered("Zq;Vorname;Nachname", *["k#7;Anna;Adler"] * 20)
    theirs = numbered("Xw;Mail", *["k#7;m#@firma.de"] * shared, *["z#7;m#@firma.de"] * (20 - shared))

    assert keys(mine, theirs) == [("Zq", "Xw", likely)]


@pytest.mark.parametrize(("shared", "likely"), [(9, False), (10, True)])
def test_same_header_needs_half(shared: int, *, likely: bool) -> None:
    """Under one name the half is enough: people who have left, and accounts of nobody, are many."""
    mine = numbered("Zq;Vorname;Nachname", *["k#7;Anna;Adler"] * 20)
    theirs = numbered("Zq;Mail", *["k#7;m#@firma.de"] * shared, *["z#7;m#@firma.de"] * (20 - shared))

    assert keys(mine, theirs) == [("Zq", "Zq", likely)]


def test_small_list_within_a_large_export_is_enough() -> None:
    """What counts is the file of which more rows find theirs: a list of a few addresses has its key too."""
    mine = numbered("Zq;Vorname;Nachname", *["k#7;Anna;Adler"] * 40)
    theirs = numbered("Xw;Mail", *["k#7;m#@firma.de"] * 6)

    assert keys(mine, theirs) == [("Zq", "Xw", True)]


def test_numbers_of_rows_are_no_key() -> None:
    """1, 2, 3 in both files says nothing of who it is, in any order of the rows; it is named, and never taken."""
    mine = numbered("ID;Vorname;Nachname", *["#;Anna;Adler"] * 6, start=1)
    theirs = ["ID;Login", *(f"{number};x{number}7" for number in (3, 1, 2, 6, 5, 4))]

    assert keys(mine, theirs) == [("ID", "ID", False)]


def test_column_that_does_not_tell_people_apart_is_no_key() -> None:
    """By a cost centre, everybody of it would get the address of its head."""
    mine = numbered(
        "Personalnummer;Vorname;Nachname;Kostenstelle", *["9#;Anna;Adler;100"] * 5, *["8#;Ben;Bauer;200"] * 5
    )

    assert keys(mine, ["Kostenstelle;Mail", "100;chef@firma.de", "200;chefin@firma.de"]) == []


def test_names_and_days_are_no_keys() -> None:
    """Two people may have one name, or have begun on one day, even where all are different so far."""
    mine = ["Vorname;Nachname;Eintritt", "Anna;Adler;01.02.2020", "Ben;Bauer;01.03.2021"]
    theirs = ["Vorname;Nachname;Eintritt;Mail", "Anna;Adler;01.02.2020;a@firma.de", "Ben;Bauer;01.03.2021;b@firma.de"]

    assert keys(mine, theirs) == []


def test_key_that_leads_to_other_people_is_none() -> None:
    """Numbers that stand beside other names in the other file are those of another system."""
    mine = ["ID;Vorname;Nachname", "107;Anna;Adler", "205;Ben;Bauer", "311;Cem;Celik"]
    theirs = ["ID;Name", "107;Bauer, Ben", "205;Celik, Cem", "311;Adler, Anna"]

    assert keys(mine, theirs) == []


def test_column_in_which_every_number_may_be_anothers_is_no_key() -> None:
    """Where each number is there with and without zeros in front, no row meets another for certain."""
    assert (
        keys(["Zq;Vorname;Nachname", "007;Anna;Adler", "7;Ben;Bauer"], ["Zq;Mail", "7;a@firma.de", "8;b@firma.de"])
        == []
    )
