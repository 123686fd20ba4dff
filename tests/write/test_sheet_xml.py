import io
from datetime import date

import fastexcel
import polars as pl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.write.sheet_xml import LONGEST_CELL, lines_as_xml
from keycafe_clean.write.workbook import review_workbook

#: Signs that mean something to XML, or that it cannot hold.
TEXTS = ["<b>&amp;</b>", "_x0041_", "a\x00b\x1f", "\ufffe\uffff", " blank ", "a\nb\tc", 'say "x"', "'apostrophe"]


def workbook(cells: list[str | None]) -> bytes:
    """Get a workbook of ours with one column of cells."""
    summary = pl.DataFrame({"what": ["x"], "rows": [1]})
    return review_workbook({"notes": pl.DataFrame({"cell": cells}, {"cell": pl.String})}, summary, date(2026, 12, 3))


def read(workbook: bytes, sheet: str = "Notes") -> list[str | None]:
    """Get the cells below the header, as a reader of workbooks sees them."""
    column = fastexcel.read_excel(workbook).load_sheet(sheet, dtypes="string").to_polars().get_column("cell")
    return column.to_list()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1), min_size=1))
def test_what_is_written_is_read(cells: list[str]) -> None:
    """Every text is read as it was written; of a carriage return readers make what they like."""
    assert read(workbook([*cells])) == cells


@pytest.mark.parametrize("text", TEXTS)
def test_cell_by_cell_writes_the_same(text: str) -> None:
    """A cell is read as if XlsxWriter had written it by itself."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Notes").write_column(0, 0, ["cell", text])

    assert read(workbook([text])) == read(out.getvalue())


def test_longest_cell_counts_as_spreadsheets_do() -> None:
    """A sign beyond the basic plane counts two; it is never cut in halves."""
    told = read(workbook(["x" + "😀" * 20_000, "😀" * (LONGEST_CELL // 2)]))

    assert told == ["x" + "😀" * (LONGEST_CELL // 2), "😀" * (LONGEST_CELL // 2)]


def test_no_line_of_an_empty_table() -> None:
    """A table without rows has no lines."""
    assert lines_as_xml(pl.DataFrame({"cell": []}, {"cell": pl.String}), 1, ()) == ""


def test_null_and_nothing_are_empty_cells() -> None:
    """A cell of nothing keeps its style and holds no text; a number of null is no cell."""
    table = pl.DataFrame({"cell": ["", None], "rows": [None, 7]}, {"cell": pl.String, "rows": pl.Int64})

    assert lines_as_xml(table, 3, ["rows"]) == (
        '<row r="2"><c r="A2" s="3"/></row><row r="3"><c r="A3" s="3"/><c r="B3"><v>7</v></c></row>'
    )
