"""Columns that name whose relative somebody is."""

from collections.abc import Sequence

import pytest

from keycafe_clean.words import words
from tests.runs import run

#: Who works here, as `Employee ID,First Name,Last Name,Email,Title`, with the last cell left open.
STAFF = (
    "8101,Hana,Brook,hana.brook@example.com,Clerk,",
    "8102,Idris,Cole,idris.cole@example.com,Driver,",
    "8103,Jo,Dane,jo.dane@example.com,Fitter,",
    "8104,Kit,Egan,kit.egan@example.com,Fitter,",
)


def asked(header: str, *rows: str, staff: Sequence[str] = STAFF) -> list[str]:
    """Get the cells of a column that are asked about as those of a relative."""
    head = f"Employee ID,First Name,Last Name,Email,Title,{header}"
    found = run("\n".join([head, *staff, *rows])).findings
    return found.filter(code="family_member").get_column("value").to_list()


@pytest.mark.parametrize(
    "header", ["Dependent Of", "DependantOf", "Spouse of (employee no.)", "Angehörige von", "Ayant droit de", "Hijo de"]
)
@pytest.mark.parametrize("cell", ["8101", "hana.brook@example.com", '"Brook, Hana"', "9000"])
def test_cell_that_says_whose_relative_somebody_is_asks(header: str, cell: str) -> None:
    """By its header, whether or not that somebody is in the file."""
    child = f"8201,Lil,Brook,lil@gmail.com,,{cell}"

    assert asked(header, child) == [cell.strip('"')]


@pytest.mark.parametrize("cell", ["", "No", "0", "n/a", "Self", "8201"])
def test_nothing_and_one_s_own_number_do_not_ask(cell: str) -> None:
    """The employee's own number, a word for the employee, and what stands where nothing should."""
    assert asked("Dependent Of", f"8201,Lil,Brook,lil@example.com,,{cell}") == []


def test_number_that_a_family_shares_asks_where_the_employee_s_cell_is_blank() -> None:
    """A relative may stand under the number of the employee."""
    assert asked("Dependent Of", "8101,Lil,Brook,,,8101") == ["8101"]


def test_number_that_a_family_shares_is_the_employee_s_own_where_every_row_has_one() -> None:
    """Nothing tells then who of them the employee is."""
    staff = [line + line.partition(",")[0] for line in STAFF]

    assert asked("Dependent Of", "8101,Lil,Brook,,,8101", staff=staff) == []


@pytest.mark.parametrize("header", ["Sponsor", "Sponsor ID", "Main member", "Subscriber No.", "Hauptversicherte/r"])
@pytest.mark.parametrize("cell", ["8102", "idris.cole@example.com", "Idris Cole"])
def test_key_of_somebody_else_below_an_unsure_header_asks(header: str, cell: str) -> None:
    """Of whoever has no address, or one where everybody may have one."""
    rows = (f"8202,Mo,Cole,,,{cell}", f"8203,Nel,Cole,nel88@gmail.com,,{cell}")

    assert asked(header, *rows) == [cell, cell]


def test_lost_zeros_and_capitals_make_no_other_key() -> None:
    """A spreadsheet takes zeros away, and anybody writes an address as they like."""
    rows = ("8202,Mo,Cole,,,008102", "8203,Nel,Dane,,,JO.DANE@EXAMPLE.COM")

    assert asked("Sponsor", *rows) == ["008102", "JO.DANE@EXAMPLE.COM"]


@pytest.mark.parametrize("row", ["8202,Mo,Vane,mo@contractor.example,Painter,8102", "8202,Mo,Vane,,Painter,Facilities"])
def test_whoever_is_vouched_for_and_works_here_is_not_asked_about(row: str) -> None:
    """An address at work says so, and a sponsor who is nobody's key is no employee of this file."""
    assert asked("Sponsor", row) == []


def test_column_that_nearly_everybody_has_names_who_leads_them() -> None:
    """Below a header that may say so, too, unless somebody stands beside their own key."""
    rows = [f"830{place},P{place},Vane,,Painter,8101" for place in range(9)]

    assert asked("Principal", *rows, staff=STAFF[:1]) == []
    assert asked("Principal", *rows, staff=[STAFF[0] + "8101"]) == ["8101"] * 9


def test_few_numbers_of_namesakes_ask_below_a_header_that_nobody_knows() -> None:
    """None of those who have one has an address at work, and most have the last name of whom they belong to."""
    assert asked("Zq", "8201,Lil,Brook,,,8101", "8202,Mo,Cole,mo@gmail.com,,8102") == ["8101", "8102"]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Zq", ("8201,Lil,Vane,,,8101", "8202,Mo,Tull,,,8102")),
        ("Zq", ("8201,Lil,Brook,lil.brook@example.com,Clerk,8101",)),
        ("Zq", ("8201,Lil,Brook,,,8101", "8202,Mo,Cole,,,A1", "8203,Nel,Brook,nel.brook@example.com,,8101")),
        ("Zq", tuple(f"82{place},P{place},Brook,,,8101" for place in range(10, 16))),
        ("Manager", ("8201,Lil,Brook,,,8101",)),
        ("Reports To", ("8201,Lil,Brook,,,8101", "8202,Mo,Cole,,,8102")),
        ("Vorgesetzter", ("8201,Lil,Brook,,,8101",)),
    ],
)
def test_manager_is_nobody_s_relative(header: str, rows: tuple[str, ...]) -> None:
    """Other last names, addresses at work, a column that most have, and a header that says so."""
    assert asked(header, *rows) == []


@pytest.mark.parametrize("kind", ["belongs_to", "may_belong_to", "key_words"])
def test_headers_are_sorted_and_stand_once(kind: str) -> None:
    """A spelling that is there twice, or in the wrong place, is found by nobody."""
    listed = list(words("relations", kind))
    assert listed == sorted(set(listed), key=lambda word: (word.casefold(), word))
