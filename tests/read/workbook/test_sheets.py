"""The sheet that holds people, as it is found in the child."""

import pytest

from keycafe_clean.read.budget import OverBudgetError
from keycafe_clean.read.workbook.sheets import MOST_TABLES, UnusableWorkbookError, read_sheet
from tests.read.workbooks import book, with_sheet, workbook

PEOPLE = [["First Name", "Last Name", "Email"], ["Ann", "Lee", "a@example.com"]]


def test_a_sheet_can_be_asked_for() -> None:
    """Case does not count."""
    assert read_sheet("workbook", book(Leeds=PEOPLE, Paris=PEOPLE), "PARIS").name == "Paris"


@pytest.mark.parametrize(
    ("kind", "data", "wanted", "reason"),
    [
        ("workbook", workbook(["x"]), "Paris", "no_sheet"),
        ("workbook", b"PK\x05\x06" + b"\0" * 18, None, "damaged"),
        ("markup", b"<html><p>No table</p></html>", None, "empty"),
        ("markup", b"<?xml?><Workbook><Worksheet><Table><Row><Cell><Data>x", None, "damaged"),
        ("workbook", with_sheet(b"<worksheet><sheetData><row><c"), None, "damaged"),
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


def test_a_workbook_whose_details_cannot_be_read_is_read() -> None:
    """The cells are there; what a spreadsheet would show of them is not known."""
    whole = workbook(["x"])

    sheet = read_sheet("workbook", whole.replace(b"xl/_rels/workbook.xml.rels", b"xl/_rels/Workbook.xml.rels"))

    assert (sheet.cells.rows(), sheet.annotations) == ([("x",)], None)


def test_a_page_of_too_many_tables_is_hostile() -> None:
    """Looking at each would take too long."""
    with pytest.raises(OverBudgetError):
        read_sheet("markup", b"<table><tr><td>x</table>" * (MOST_TABLES + 1))
