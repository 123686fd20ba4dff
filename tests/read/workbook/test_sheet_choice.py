"""Which sheet holds the people of today, and which others hold people too."""

import pytest

from keycafe_clean.read.workbook.sheet_choice import OtherSheet
from keycafe_clean.read.workbook.sheets import read_sheet
from tests.read.workbooks import book

PEOPLE = [["First Name", "Last Name", "Email"], ["Ann", "Lee", "a@example.com"]]
MORE = [*PEOPLE, ["Bob", "Roe", "b@example.com"]]
LEAVERS = [["Employee ID", "Name", "Email", "Termination Date"], *[["1", "Cy Day", "c@example.com", "2024-01-02"]] * 3]
PIVOT = [["Name", "Count"], ["IT", "2"]]
FIELDS = [["Column", "Meaning"], ["First Name", "Vorname"], ["Email", "E-Mail"]]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (book(Cover=[["Report"]], Staff=PEOPLE), "Staff"),
        (book(Pivot=PIVOT, Staff=PEOPLE), "Staff"),
        (book(Fields=FIELDS, Staff=PEOPLE), "Staff"),
        (book(Template=PEOPLE[:1], Staff=PEOPLE), "Staff"),
        (book(Sample=MORE, Staff=PEOPLE), "Staff"),
        (book(Terminated=LEAVERS, Active=PEOPLE), "Active"),
        (book(Ausgeschieden=MORE, Mitarbeiter=PEOPLE), "Mitarbeiter"),
        (book(Leavers=LEAVERS, Cover=[["Report"]]), "Leavers"),
        (book(Blank=[], Numbers=[["1", "2"]]), "Numbers"),
        (book(("Old",), Old=MORE, Staff=PEOPLE), "Staff"),
        (book(("Data",), Cover=[["Report"]], Data=PEOPLE), "Data"),
        (book(First=PEOPLE, Second=PEOPLE), "First"),
        (book(First=PEOPLE, Second=MORE), "Second"),
    ],
)
def test_people_are_found(data: bytes, name: str) -> None:
    """Covers, pivots, dictionaries, templates, leavers, blank and hidden sheets give way to the people of today."""
    assert read_sheet("workbook", data).name == name


def test_other_sheets_with_people_are_named() -> None:
    """With their rows, whether they are hidden, and whatever other columns they have; a pivot is none."""
    data = book(("Old",), Leeds=MORE, Old=PEOPLE, Pivot=PIVOT, Paris=PEOPLE, Leavers=LEAVERS, Fields=FIELDS)

    assert read_sheet("workbook", data).others == (
        OtherSheet("Old", 1, hidden=True),
        OtherSheet("Paris", 1, hidden=False),
        OtherSheet("Leavers", 3, hidden=False),
    )


def test_a_sheet_without_names_that_goes_on_is_named() -> None:
    """Its columns hold what those of the only person do."""
    data = book(Staff=[["First Name", "Email"], ["Ann", "a@example.com"]], More=[["Bob", "b@example.com"]])

    assert read_sheet("workbook", data).others == (OtherSheet("More", 1, hidden=False),)


@pytest.mark.parametrize(("addresses", "expected"), [(2, ["Contractors"]), (1, [])])
def test_a_sheet_with_addresses_is_named(addresses: int, expected: list[str]) -> None:
    """Whatever its column names are; one address may be that of who answers questions."""
    firms = [
        ["Company", "Contact", "Until"],
        *([f"Firm {at}", f"q{at}@example.com", "2027"] for at in range(addresses)),
    ]

    assert [other.name for other in read_sheet("workbook", book(Staff=PEOPLE, Contractors=firms)).others] == expected
