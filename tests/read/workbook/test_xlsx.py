"""What the XML of an xlsx sheet says beside the text of its cells."""

import polars as pl
import pytest

from keycafe_clean.read.workbook.xlsx import xlsx_annotations
from tests.read.workbooks import zipped

STYLES = (
    b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="0.00"/>'
    b'</numFmts><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    b'<xf numFmtId="165"/></cellXfs></styleSheet>'
)
WORKBOOK = b'<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets></workbook>'
RELATIONS = b'<Relationships><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
CELLS = pl.DataFrame({"0": ["Site", "Leeds", None, None], "1": ["Id", "1", "2", "3"]})


def package(**parts: bytes) -> bytes:
    """Get a workbook with these parts beside the usual ones."""
    usual = {"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/styles.xml": STYLES}
    return zipped(usual | parts)


def annotations(sheet: bytes, **parts: bytes) -> list[tuple[object, ...]]:
    """Get the annotations about a sheet."""
    whole = {"xl/worksheets/sheet1.xml": b"<worksheet>" + sheet + b"</worksheet>"} | parts
    return xlsx_annotations(package(**whole), "A & B", CELLS).rows()


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (b'<c r="B2" s="1"><v>42</v></c>', [(2, 1, "as_shown", "000042")]),
        (b'<c s="1" r="B2" t="n"><v>42.0</v></c>', [(2, 1, "as_shown", "000042")]),
        (b'<c r="B2" s="1"><f>A1</f><v>42</v></c>', [(2, 1, "as_shown", "000042")]),
        (b'<c r="B2" s="1"/><c r="C2"><v>42</v></c>', []),
        (b'<c r="B2" s="1" t="s"><v>42</v></c>', []),
        (b'<c r="B2" s="2"><v>42</v></c>', []),
        (b'<c r="B2"><v>42</v></c>', []),
        (b'<c r="AA3" t="e"><v>#DIV/0!</v></c>', [(3, 26, "error_cell", "#DIV/0!")]),
        (b'<c r="B2"><f>1+1</f></c>', [(2, 1, "formula_without_result", None)]),
        (b'<c r="B2"><f>1+1</f><v/></c>', [(2, 1, "formula_without_result", None)]),
        (b'<c r="B2"><f t="shared" si="0"/><v></v></c>', [(2, 1, "formula_without_result", None)]),
        (b'<c r="B2" t="str"><f>A1</f><v></v></c>', []),
        (b'<c r="B2"><f>1+1</f><v>2</v></c>', []),
        (b'<c r="B2"><v>1234567890123456</v></c>', [(2, 1, "long_number", None)]),
        (b'<c r="B2"><v>1.234567890123457E+17</v></c>', [(2, 1, "long_number", None)]),
        (b'<c r="B2" t="s"><v>1234567890123456</v></c>', []),
        (b'<c r="B2"><v>123456789012345</v></c>', []),
        (b'<row r="3" hidden="1"><c r="B3"><v>1</v></c></row>', [(3, None, "hidden_row", None)]),
        (b'<row r="3" hidden="0"><c r="B3"><v>1</v></c></row>', []),
        (b'<mergeCells><mergeCell ref="A2:A4"/></mergeCells>',
         [(3, 0, "merged_cell", "Leeds"), (4, 0, "merged_cell", "Leeds")]),
        (b'<c r="B2" s="1"><v>42</v></c><mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
         [(2, 1, "as_shown", "000042"), (3, 1, "merged_cell", "000042")]),
        (b'<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="Z1:Z9"/></mergeCells>', []),
    ],
)  # fmt: skip
def test_cells_are_remarked_upon(xml: bytes, expected: list[tuple[object, ...]]) -> None:
    """Formats, errors, formulas, long numbers, hidden rows and merges; nothing about other cells."""
    assert annotations(xml) == expected


def test_prefixed_tags_are_tags() -> None:
    """A namespace prefix, as some writers set, changes nothing."""
    sheet = b'<x:worksheet><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c></x:worksheet>'

    assert annotations(b"", **{"xl/worksheets/sheet1.xml": sheet}) == [(2, 1, "error_cell", "#REF!")]


def test_a_text_that_looks_like_a_day_is_a_text() -> None:
    """Days are numbers; a text of the same letters keeps its midnight."""
    sheet = (
        b'<worksheet><c r="A2" t="s"><v>0</v></c><c r="A3"><v>45293</v></c>'
        b'<c r="B2" t="str"><f>X</f><v>2024-01-02 00:00:00</v></c></worksheet>'
    )
    cells = pl.DataFrame({"0": ["Day", *["2024-01-02 00:00:00"] * 2], "1": ["Text", "2024-01-02 00:00:00", None]})
    texts = b"<sst><si><t>2024-01-02 00:00:00</t></si></sst>"

    data = package(**{"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": texts})

    assert xlsx_annotations(data, "A & B", cells).rows() == [
        (2, 0, "as_shown", "2024-01-02 00:00:00"),
        (2, 1, "as_shown", "2024-01-02 00:00:00"),
    ]


def test_a_workbook_without_styles_has_no_formats() -> None:
    """Numbers are as they are then."""
    assert annotations(b'<c r="B2" s="1"><v>42</v></c>', **{"xl/styles.xml": b""}) == []


@pytest.mark.parametrize(
    "parts", [{"xl/workbook.xml": b"<workbook/>"}, {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}]
)
def test_a_sheet_that_is_nowhere_is_an_error(parts: dict[str, bytes]) -> None:
    """Nothing can be said about it."""
    with pytest.raises(LookupError):
        annotations(b"", **parts)
