import io
from datetime import date

import polars as pl
from openpyxl import load_workbook

from keycafe_clean.write.workbook import review_workbook

MADE = date(2026, 11, 22)


def workbook() -> bytes:
    """Get a workbook of a summary and one table with cells that spreadsheets like to break."""
    table = pl.DataFrame({"cell": ["00042", "=1+1", "https://example.com", None, "1e5"], "row": [2, 3, 4, 5, 6]})
    return review_workbook({"left_out": table}, pl.DataFrame({"what": ["ready"], "rows": [5]}), MADE)


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


def test_workbook_cell_without_end() -> None:
    """A cell longer than a workbook takes is cut there, and the cells below it stay."""
    table = pl.DataFrame({"cell": ["x" * 40_000, "below"]})

    content = review_workbook({"waiting": table}, pl.DataFrame({"what": ["ready"]}), MADE)

    sheet = load_workbook(io.BytesIO(content))["Waiting"]
    assert (len(sheet["A2"].value), sheet["A3"].value) == (32_767, "below")


def test_same_tables_same_workbook() -> None:
    """The same tables on the same day give the same bytes."""
    assert workbook() == workbook()


def test_sentences_have_room() -> None:
    """A column of sentences is wide and wraps; every table can be filtered."""
    table = pl.DataFrame({"row": [2], "sentence": ["Row 2: nothing."]})

    sheet = load_workbook(io.BytesIO(review_workbook({"notes": table}, pl.DataFrame({"what": ["x"]}), MADE)))["Notes"]

    assert (sheet.column_dimensions["B"].width > 60, sheet["B2"].alignment.wrap_text) == (True, True)
    assert sheet.auto_filter.ref == "A1:B2"
