import io
from datetime import date, datetime

import polars as pl
import pytest
from openpyxl import load_workbook

from keycafe_clean.write import workbook as workbook_module
from keycafe_clean.write.workbook import review_workbook

MADE = date(2026, 11, 22)

SUMMARY = pl.DataFrame({"what": ["ready"], "rows": [5]})


def workbook() -> bytes:
    """Get a workbook of a summary and one table with cells that spreadsheets like to break."""
    table = pl.DataFrame({"cell": ["00042", "=1+1", "https://example.com", None, "1e5"], "row": [2, 3, 4, 5, 6]})
    return review_workbook({"left_out": table}, SUMMARY, MADE)


def test_workbook_has_a_sheet_a_table() -> None:
    """The workbook has the summary first and a sheet a table, each named for people."""
    assert load_workbook(io.BytesIO(workbook())).sheetnames == ["Summary", "Left out"]


def test_workbook_cells_are_text() -> None:
    """Every cell is text as it stands: no zero is lost, nothing is run and nothing is a link."""
    sheet = load_workbook(io.BytesIO(workbook()))["Left out"]

    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert cells == [
        *([["cell", "row"], ["00042", "2"], ["=1+1", "3"], ["https://example.com", "4"]]),
        *([[None, "5"], ["1e5", "6"]]),
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet["A3"].data_type == "s"
    assert [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}


def test_workbook_numbers_where_they_are_asked_for() -> None:
    """A column that is added up holds numbers; null is an empty cell there too."""
    table = pl.DataFrame({"cell": ["00042", "x"], "row": [2, None]})

    sheet = load_workbook(io.BytesIO(review_workbook({"left_out": table}, SUMMARY, MADE, numbers=["row"])))["Left out"]

    assert [*sheet.iter_rows(min_row=2, values_only=True)] == [("00042", 2), ("x", None)]


def test_workbook_cell_without_end() -> None:
    """A cell longer than a workbook takes is cut there, and the cells below it stay."""
    table = pl.DataFrame({"cell": ["x" * 40_000, "below"]})

    content = review_workbook({"waiting": table}, SUMMARY, MADE)

    sheet = load_workbook(io.BytesIO(content))["Waiting"]
    assert (len(sheet["A2"].value), sheet["A3"].value) == (32_767, "below")


def test_workbook_sheet_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet holds at most 50,000 lines; its last one, and the summary, say where all of them are."""
    assert workbook_module._MOST_LINES == 50_000
    monkeypatch.setattr(workbook_module, "_MOST_LINES", 3)

    book = load_workbook(io.BytesIO(workbook()))

    assert [[cell.value for cell in row] for row in book["Left out"].iter_rows(min_row=4)] == [
        ["https://example.com", "4"],
        ["Only the first 3 of 5 lines are here; left_out.csv has all.", None],
    ]
    assert [[cell.value for cell in row] for row in book["Summary"].iter_rows(min_row=2)] == [
        ["ready", 5],
        ["lines of left_out.csv, the first 3 of which are in this workbook", 5],
    ]


def test_workbook_was_made_on_the_day_of_the_run() -> None:
    """The workbook says the day that it is given, not the clock's."""
    assert load_workbook(io.BytesIO(workbook())).properties.created == datetime(2026, 11, 22)  # noqa: DTZ001 - as written


def test_header_stays_in_sight() -> None:
    """The header is bold and underlined, and stays on top while people scroll down."""
    sheet = load_workbook(io.BytesIO(workbook()))["Left out"]

    assert [(cell.font.bold, cell.border.bottom.style) for cell in sheet[1]] == [(True, "thin")] * 2
    assert sheet.freeze_panes == "A2"
    assert sheet["A2"].font.bold is False


def test_table_of_nothing() -> None:
    """A table without rows is a sheet of its header, which can be filtered once there are some."""
    table = pl.DataFrame(schema={"file": pl.String, "reason": pl.String})

    sheet = load_workbook(io.BytesIO(review_workbook({"not_people": table}, SUMMARY.clear(), MADE)))["Not people"]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["file", "reason"]]
    assert sheet.auto_filter.ref == "A1:B2"


def test_same_tables_same_workbook() -> None:
    """The same tables on the same day give the same bytes."""
    assert workbook() == workbook()


def test_columns_have_room() -> None:
    """Row numbers are narrow, sentences wide and wrapped, and what else there is lies between; all can be filtered."""
    cells = {"row": "2", "sentence": "Row 2: nothing.", "advice": "None.", "file": "a.csv", "reason": "why"}
    table = pl.DataFrame(cells)

    sheet = load_workbook(
        io.BytesIO(review_workbook({"notes": table}, pl.DataFrame({"what": ["x"], "rows": [1]}), MADE))
    )["Notes"]

    assert [int(sheet.column_dimensions[letter].width) for letter in "ABCDE"] == [8, 70, 50, 22, 50]
    assert {(cell.alignment.wrap_text, cell.alignment.vertical) for cell in sheet[2]} == {(True, "top")}
    assert sheet.auto_filter.ref == "A1:E2"
