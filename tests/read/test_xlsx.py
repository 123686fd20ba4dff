"""What the XML of an xlsx sheet says beside the text of its cells."""

import polars as pl
import pytest

from keycafe_clean.read.xlsx import xlsx_remarks
from tests.read.workbooks import zipped

STYLES = (
    b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="0.00"/>'
    b'</numFmts><cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
    b'<xf numFmtId="165"/></cellXfs></styleSheet>'
)
WORKBOOK = b'<workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId7"/></sheets></workbook>'
RELATIONS = b'<Relationships><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/></Relationships>'
CELLS = pl.DataFrame({"0": ["Site", "Leeds", None, None], "1": ["Id", "1", "2", "3"]})


def remarks(sheet: bytes, **parts: bytes) -> list[tuple[object, ...]]:
    """Get the remarks about a sheet."""
    usual = {
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": b"<worksheet>" + sheet + b"</worksheet>",
    }
    return xlsx_remarks(zipped(usual | parts), "A & B", CELLS).rows()


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
        (b'<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="Z1:Z9"/></mergeCells>', []),
    ],
)  # fmt: skip
def test_cells_are_remarked_upon(xml: bytes, expected: list[tuple[object, ...]]) -> None:
    """Formats, errors, formulas, long numbers, hidden rows and merges; nothing about other cells."""
    assert remarks(xml) == expected


def test_prefixed_tags_are_tags() -> None:
    """A namespace prefix, as some writers set, changes nothing."""
    sheet = b'<x:worksheet><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c></x:worksheet>'

    assert remarks(b"", **{"xl/worksheets/sheet1.xml": sheet}) == [(2, 1, "error_cell", "#REF!")]


@pytest.mark.parametrize(
    "parts",
    [{"xl/workbook.xml": b"<workbook/>"}, {"xl/_rels/workbook.xml.rels": b"<Relationships/>"}, {"xl/styles.xml": b""}],
)
def test_a_workbook_with_parts_missing_has_no_remarks(parts: dict[str, bytes]) -> None:
    """What cannot be found is not remarked upon."""
    assert remarks(b'<c r="B2" s="1"><v>42</v></c>', **parts) == []


def test_other_files_have_no_remarks() -> None:
    """Workbooks of another kind have nothing to say here."""
    assert xlsx_remarks(b"\xd0\xcf\x11\xe0", "A", CELLS).is_empty()
    assert xlsx_remarks(zipped({"content.xml": b""}), "A", CELLS).is_empty()
