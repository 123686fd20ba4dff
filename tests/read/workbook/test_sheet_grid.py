"""Workbooks as text: what a spreadsheet shows, what it has lost, and what is refused."""

import datetime as dt
import struct
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.errors import ExportError, HostileFile, UnreadableExport
from keycafe_clean.export import Source
from keycafe_clean.read import read_export
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.workbook.sheet_grid import parse_workbook
from tests.read.binary_workbooks import cell, label, number, record, row, wide, xls, xlsb
from tests.read.workbooks import book, saved, with_sheet, workbook
from tests.shared import SHARED, needs_shared

HEADER = ["Employee ID", "First Name", "Last Name", "Email"]
ANN, BOB = [1, "Ann", "Lee", "a@example.com"], [2, "Bob", "Roe", "b@example.com"]


def source_of(data: bytes, name: str = "hr.xlsx", sheet: str | None = None) -> Source:
    """Read a workbook."""
    return read_export((name, data), sheet=sheet).sources[0]


def told(data: bytes, name: str = "hr.xlsx") -> str:
    """Get the sentence with which a file is refused."""
    with pytest.raises(ExportError) as refusal:
        source_of(data, name)
    return str(refusal.value)


def marked(source: Source) -> list[tuple[Any, ...]]:
    """Get row, column, code and value of the findings."""
    rows = dict(source.rows.select("row_id", "source_row").rows())
    found = source.findings.select("row_id", "column", "code", "value").rows()
    return [(rows.get(row_id), column, code, value) for row_id, column, code, value in found]


def test_a_workbook_is_read_whatever_it_is_called() -> None:
    """Content decides, not the name; row numbers are those of the sheet."""
    source = source_of(workbook([None], ["Staff"], HEADER, ANN), "hr.csv")

    assert (source.sheet, source.header_row, source.encoding) == ("Sheet", 3, None)
    assert source.cells.rows() == [("1", "Ann", "Lee", "a@example.com")]
    assert source.rows.get_column("source_row").to_list() == [4]


def test_zeros_that_a_format_shows_are_kept() -> None:
    """A number shown as 000042 is 000042; one without such a format is as it is."""

    def padded(sheet: Worksheet) -> None:
        sheet["A2"].number_format = "000000"

    source = source_of(workbook(HEADER, ANN, BOB, change=padded))

    assert source.cells.get_column("Employee ID").to_list() == ["000001", "2"]


def test_dates_are_iso_and_midnight_is_no_time() -> None:
    """A date has no time, a time has no date, both together have both."""
    day = dt.date(2024, 1, 2)
    days = [day, dt.datetime.combine(day, dt.time(13, 4)), dt.time(8, 30)]

    source = source_of(workbook(["Name", "Start Date", "Last seen", "Shift"], ["Ann Lee", *days]))

    assert source.cells.row(0) == ("Ann Lee", "2024-01-02", "2024-01-02 13:04:00", "08:30:00")


def test_empty_columns_at_the_left_do_not_count() -> None:
    """A table that begins in column C is the table, and its cells are where they are."""

    def error(sheet: Worksheet) -> None:
        sheet["D3"] = "#N/A"

    source = source_of(workbook([None], [None, None, "Name", "Email"], [None, None, "Ann Lee"], change=error))

    assert source.cells.rows() == [("Ann Lee", "#N/A")]
    assert marked(source) == [(3, "Email", "error_cell", "#N/A")]


def test_what_a_workbook_has_lost_is_told() -> None:
    """Long numbers, formulas never computed, and dates where names or numbers of people stand."""
    first = [1234567890123456789, "=1+1", dt.date(2024, 3, 1), "a@example.com"]

    assert sorted(marked(source_of(workbook(HEADER, first, BOB)))) == [
        (2, "Employee ID", "long_number", None),
        (2, "First Name", "formula_without_result", None),
        (2, "Last Name", "date_for_text", "2024-03-01"),
    ]


def test_cells_merged_downwards_are_filled() -> None:
    """Each row of a merged cell has its value, and that is told."""

    def merged(sheet: Worksheet) -> None:
        sheet.merge_cells("C2:C3")

    source = source_of(
        workbook(["Name", "Email", "Department"], ["Ann", "a@example.com", "IT"], ["Bob"], change=merged)
    )

    assert source.cells.get_column("Department").to_list() == ["IT", "IT"]
    assert marked(source) == [(3, "Department", "merged_cell", "IT")]


def test_hidden_rows_are_kept_and_told() -> None:
    """A hidden row is read like any other."""

    def hidden(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    source = source_of(workbook(HEADER, ANN, BOB, change=hidden))

    assert source.rows.height == 2
    assert marked(source) == [(3, None, "hidden_row", None)]


def several_sheets() -> bytes:
    """Get a workbook with a cover, a dictionary, a hidden copy and the people."""
    made = Workbook()
    made.active.append(["Staff report"])  # type: ignore[union-attr]
    for title, rows in {
        "Fields": [["Field", "Meaning"], ["Email", "work address"]],
        "Old": [HEADER, ANN],
        "Staff": [HEADER, BOB],
    }.items():
        sheet = made.create_sheet(title)
        for cells in rows:
            sheet.append(cells)
    made["Old"].sheet_state = "hidden"
    return saved(made)  # fmt: skip


def test_the_sheet_that_holds_people_is_found() -> None:
    """Covers, dictionaries and hidden sheets are passed over."""
    assert source_of(several_sheets()).sheet == "Staff"


def test_the_sheet_that_is_asked_for_is_read() -> None:
    """Somebody who knows better is obeyed, without regard to case."""
    assert source_of(several_sheets(), sheet="old").cells.rows() == [("1", "Ann", "Lee", "a@example.com")]


def test_a_sheet_that_is_not_there_is_said() -> None:
    """The sentence names those that are."""
    with pytest.raises(UnreadableExport) as refusal:
        source_of(several_sheets(), sheet="Leavers")

    assert str(refusal.value) == "hr.xlsx has no sheet 'Leavers'. Its sheets: Sheet, Fields, Old, Staff."


def test_other_sheets_of_people_are_named() -> None:
    """One sheet is read; others are a question, hidden ones a note, each with its rows."""
    data = book(("Old",), Leeds=[HEADER, ["1"]], Köln=[HEADER, ["2"], ["3"]], Old=[HEADER, ["4"]])

    assert marked(source_of(data)) == [
        (None, None, "hidden_sheets", "'Old' (1 row)"),
        (None, None, "other_sheets", "'Leeds' (1 row)"),
    ]


def test_somebody_who_names_a_sheet_is_not_asked_about_others() -> None:
    """The answer is known."""
    assert marked(source_of(book(Leeds=[HEADER, ["1"]], Paris=[HEADER, ["2"]]), sheet="Leeds")) == []


XLS = [label(0, place, words) for place, words in enumerate(HEADER)]
XLSB = row(0, *(cell(6, place, wide(words)) for place, words in enumerate(HEADER)))


@pytest.mark.parametrize(
    "data",
    [
        xls(*XLS, number(1, 0, 42, 1), record(0x0205, struct.pack("<3HBB", 1, 1, 0, 0x2A, 1)), formats=("000000",)),
        xlsb(XLSB, row(1, cell(5, 0, struct.pack("<d", 42), 1), cell(3, 1, b"\x2a")), formats=("000000",)),
    ],
)
def test_binary_workbooks_are_read_as_they_are_shown(data: bytes) -> None:
    """Zeros of a format are kept, errors are told, whatever kind of workbook it is."""
    source = source_of(data)

    assert source.cells.row(0)[:2] == ("000042", "#N/A")
    assert marked(source) == [(2, "First Name", "error_cell", "#N/A")]


def test_what_was_never_computed_is_blank() -> None:
    """The zero that a writer of xls leaves for a result is none."""
    formula = struct.pack("<3HdHIHBH", 1, 1, 0, 0, 3, 0, 3, 0x1E, 1)

    source = source_of(xls(*XLS, label(1, 0, "E1"), record(0x0006, formula), label(1, 2, "Lee")))

    assert source.cells.row(0)[:3] == ("E1", None, "Lee")
    assert marked(source) == [(2, "First Name", "formula_without_result", None)]


def test_details_that_cannot_be_read_are_told() -> None:
    """The cells are there all the same."""
    whole = workbook(HEADER, ANN).replace(b"xl/_rels/workbook.xml.rels", b"xl/_rels/Workbook.xml.rels")

    assert marked(source_of(whole)) == [(None, None, "details_unread", "Sheet")]


def test_a_sheet_of_two_far_cells_is_refused() -> None:
    """The rectangle between the first and the last cell would take all memory; nothing is opened."""
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
        b"</sheetData></worksheet>"
    )

    assert told(with_sheet(xml)) == (
        "hr.xlsx would take more memory or time than a table of people needs. Export it again, as CSV."
    )


def test_a_workbook_that_unpacks_to_too_much_is_hostile() -> None:
    """A small file of one thing over and over is not opened."""
    with pytest.raises(HostileFile):
        source_of(with_sheet(b"<worksheet><sheetData>" + b"<row/>" * 8_000_000 + b"</sheetData></worksheet>"))


def test_a_damaged_workbook_is_said() -> None:
    """Half a workbook is none."""
    data = workbook(HEADER, ANN)

    assert told(data[: len(data) // 2]) == "hr.xlsx is damaged and cannot be opened. Export or copy it again."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html><p>No table</p></html>", "has no table in it. Export it again from the HR system."),
        (
            b"<?xml?><Workbook><Worksheet><Table><Row><Cell><Data>Ann</Data></Cell></Row><Row>",
            "is damaged, or no workbook. Open it in a spreadsheet program and save it again.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password. Open it, save it without one, and choose that file.",
        ),
    ],
    ids=["page", "cut off", "password"],
)
def test_what_cannot_be_used_is_one_sentence(data: bytes, sentence: str) -> None:
    """Each reason names the file and says what to do."""
    with pytest.raises(UnreadableExport) as refusal:
        parse_workbook(RawFile("hr.xls", data), ReadingOptions())

    assert str(refusal.value) == f"hr.xls {sentence}"


def test_a_workbook_without_a_cell_is_said() -> None:
    """Nothing in it is said as such."""
    assert told(workbook()) == "hr.xlsx has no cell with anything in it. Export it again from the HR system."


@needs_shared
@pytest.mark.parametrize("name", ["pass_protected.xlsx", "pass_protected.xlsb", "pass_protected.ods", "issue_385.xls"])
def test_a_password_is_said(name: str) -> None:
    """Protected workbooks of every kind have one sentence."""
    data = (SHARED / "data" / "nasty" / "calamine" / name).read_bytes()

    assert told(data, name) == f"{name} is protected by a password. Open it, save it without one, and choose that file."


@needs_shared
@pytest.mark.parametrize("name", ["OOM_alloc3.xls", "issue_594_dos.ods", "ptgexp-truncated-operand.xls"])
def test_workbooks_that_break_the_library_are_said(name: str) -> None:
    """What makes the library give up, or fall over, is one sentence."""
    assert told((SHARED / "data" / "nasty" / "calamine" / name).read_bytes(), name) == (
        f"{name} is damaged, or no workbook. Open it in a spreadsheet program and save it again."
    )


@needs_shared
@pytest.mark.parametrize("name", ["date_1904.xlsx", "date_1904.xls", "date_1904.xlsb", "date.xlsx", "date.xls"])
def test_both_date_systems_give_the_same_day(name: str) -> None:
    """Days counted from 1904 and from 1900 are the same days."""
    cells = source_of((SHARED / "data" / "nasty" / "calamine" / name).read_bytes(), name).cells

    assert cells.item(0, 0) == "2021-01-01"
