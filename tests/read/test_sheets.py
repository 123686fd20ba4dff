"""The sheet that holds people, as it is found in the child."""

import pytest
from openpyxl import Workbook

from keycafe_clean.read.sheets import UnusableWorkbookError, read_sheet
from tests.read.workbooks import saved, workbook

PEOPLE = [["First Name", "Last Name", "Email"], ["Ann", "Lee", "a@example.com"]]
PIVOT = [["Name", "Count"], ["IT", "2"]]


def book(hidden: tuple[str, ...] = (), **sheets: list[list[str]]) -> bytes:
    """Get a workbook of these sheets."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    return saved(made)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (book(Cover=[["Report"]], Staff=PEOPLE), "Staff"),
        (book(Pivot=PIVOT, Staff=PEOPLE), "Staff"),
        (book(Template=PEOPLE[:1], Staff=PEOPLE), "Staff"),
        (book(Blank=[], Numbers=[["1", "2"]]), "Numbers"),
        (book(("Old",), Old=PEOPLE, Staff=PEOPLE), "Staff"),
        (book(("Data",), Cover=[["Report"]], Data=PEOPLE), "Data"),
        (book(First=PEOPLE, Second=PEOPLE), "First"),
    ],
)
def test_people_are_found(data: bytes, name: str) -> None:
    """Covers, pivots, templates, blank and hidden sheets give way to a table of people."""
    assert read_sheet("workbook", data).name == name


def test_other_sheets_of_the_same_kind_are_named() -> None:
    """Hidden ones and those with other columns are not."""
    data = book(("Old",), Leeds=PEOPLE, Old=PEOPLE, Pivot=PIVOT, Paris=PEOPLE)

    assert read_sheet("workbook", data).others == ("Paris",)


def test_a_sheet_can_be_asked_for() -> None:
    """Case does not count."""
    assert read_sheet("workbook", book(Leeds=PEOPLE, Paris=PEOPLE), "PARIS").name == "Paris"


@pytest.mark.parametrize(
    ("kind", "data", "wanted", "reason"),
    [
        ("workbook", workbook(["x"]), "Paris", "no_sheet"),
        ("workbook", b"PK\x05\x06" + b"\0" * 18, None, "damaged"),
        ("markup", b"<html><p>No table</p></html>", None, "empty"),
    ],
)
def test_what_cannot_be_read_has_a_reason(kind: str, data: bytes, wanted: str | None, reason: str) -> None:
    """The parent makes a sentence of it."""
    with pytest.raises(UnusableWorkbookError) as told:
        read_sheet(kind, data, wanted)

    assert told.value.reason == reason


def test_cells_are_where_the_sheet_has_them() -> None:
    """Blank rows on top and blank columns at the left are there."""
    cells = read_sheet("workbook", workbook([None], [None, "x"])).cells

    assert cells.rows() == [(None, None), (None, "x")]
