"""OpenDocument spreadsheets: what is shown beside each value."""

import polars as pl
import pytest

from keycafe_clean.read.workbook.ods import ods_annotations
from tests.read.workbooks import zipped

BLANK = "<table:table-cell/>"
CELLS = pl.DataFrame({"0": ["IT", None, None], "1": ["2024-01-02 00:00:00", None, None]})


def annotations(rows: str) -> list[tuple[object, ...]]:
    """Get the annotations about a sheet with these rows."""
    other = f'<table:table table:name="C"><table:table-row>{cell("boolean", "", "x")}</table:table-row></table:table>'
    xml = f'<office:body>{other}<table:table table:name="A &amp; B">{rows}</table:table>{other}</office:body>'
    return ods_annotations(zipped({"content.xml": xml.encode()}), "A & B", CELLS).rows()


def cell(kind: str, value: str, shown: str, more: str = "") -> str:
    """Get the XML of a cell."""
    return f'<table:table-cell office:value-type="{kind}" {value} {more}><text:p>{shown}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (cell("float", 'office:value="42"', "000042"), [(1, 0, "as_shown", "000042")]),
        (cell("float", 'office:value="42"', "42"), []),
        (cell("float", 'office:value="421234"', "000-42-1234"), [(1, 0, "as_shown", "000-42-1234")]),
        (cell("float", 'office:value="1234"', "1,234"), []),
        (cell("float", 'office:value="1.23456789012346E+018"', "1.23E+18"), [(1, 0, "long_number", None)]),
        ('<table:table-cell table:formula="of:=1+1"/>', [(1, 0, "formula_without_result", None)]),
        (cell("string", "", "", 'table:formula="of:=B1"'), []),
        (BLANK + cell("string", "", "2024-01-02 00:00:00"), [(1, 1, "as_shown", "2024-01-02 00:00:00")]),
        (BLANK + cell("date", "", "02.01.24"), []),
        (cell("float", 'office:value="0.5"', "0.5"), []),
        (cell("string", "", "00042"), []),
        (cell("boolean", 'office:boolean-value="true"', "WAHR"), [(1, 0, "as_shown", "true")]),
        (cell("time", 'office:time-value="PT08H30M00S"', "08:30:00"), [(1, 0, "as_shown", "08:30:00")]),
        (cell("string", "", "#N/A", 'calcext:value-type="error"'), [(1, 0, "error_cell", "#N/A")]),
        (
            '<table:table-cell table:number-columns-repeated="2"/>'
            + cell("float", 'office:value="7"', "07", 'table:number-columns-repeated="2"'),
            [(1, 2, "as_shown", "07"), (1, 3, "as_shown", "07")],
        ),
    ],
)
def test_what_is_shown_is_found(xml: str, expected: list[tuple[object, ...]]) -> None:
    """Zeros, yes and no, times and errors are as the spreadsheet shows them; other cells are left alone."""
    assert annotations(f"<table:table-row>{xml}</table:table-row>") == expected


def test_repeated_and_hidden_rows_are_counted() -> None:
    """Rows that are stored once for many count as many."""
    padded = cell("float", 'office:value="1"', "01")
    blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    hidden = f'<table:table-row table:visibility="collapse" table:number-rows-repeated="2">{padded}</table:table-row>'

    assert sorted(annotations(blank + hidden), key=str) == [
        (4, 0, "as_shown", "01"),
        (4, None, "hidden_row", None),
        (5, 0, "as_shown", "01"),
        (5, None, "hidden_row", None),
    ]


def test_cells_merged_downwards_are_filled() -> None:
    """Covered cells have what the cell that covers them has; those merged to the right alone have nothing."""
    down = cell("string", "", "IT", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
    right = cell("string", "", "x", 'table:number-rows-spanned="1" table:number-columns-spanned="2"')
    covered = "<table:table-row><table:covered-table-cell/></table:table-row>"

    assert annotations(f"<table:table-row>{down}{BLANK}{right}</table:table-row>{covered}") == [
        (2, 0, "merged_cell", "IT")
    ]


def test_a_large_sheet_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost or counted twice where a piece ends."""
    monkeypatch.setattr("keycafe_clean.read.workbook.ods.PIECE", 100)
    rows = "".join(f"<table:table-row>{cell('boolean', '', 'x')}</table:table-row>" for _ in range(20))

    assert [place[0] for place in annotations(rows)] == list(range(1, 21))
