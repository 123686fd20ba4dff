"""What somebody has marked by hand is found in workbooks of every kind."""

import struct

import polars as pl
import pytest

from keycafe_clean.read.workbook.ods import ods_annotations
from keycafe_clean.read.workbook.spreadsheet_xml import spreadsheet_tables
from keycafe_clean.read.workbook.xls import xls_annotations
from keycafe_clean.read.workbook.xlsb import xlsb_annotations
from tests.read.binary_workbooks import cell, label, number, part, record, row, wide, xls, xlsb
from tests.read.workbooks import zipped

CELLS = pl.DataFrame({"0": ["Ann", "7"], "1": ["Send mail", None]})
TO_ANN = "mailto:ann@example.com?subject=Hi"
EXPECTED = [(1, 0, "struck", None), (2, 0, "struck", None), (1, 1, "link", "ann@example.com")]

LINKS = (
    b'<Relationships><Relationship Id="r1" Target="%s" TargetMode="External"/>'
    b'<Relationship Id="r2" Target="https://example.com"/></Relationships>' % TO_ANN.encode()
)


def link(place: int, relation: str) -> bytes:
    """Get a link of an xlsb sheet at a cell of row 1."""
    return part((494, struct.pack("<4I", 0, 0, place, place) + wide(relation) + wide("") * 3))


def test_marks_of_xlsb() -> None:
    """Texts and numbers by the font of their style, links by their relation."""
    cells = [row(0, cell(6, 0, wide("Ann"), 1), cell(6, 1, wide("x"))), row(1, cell(5, 0, struct.pack("<d", 7), 1))]
    data = xlsb(*cells, link(1, "r1"), link(1, "r2"), formats=("0",), struck=True, links=LINKS)

    assert xlsb_annotations(data, "S", CELLS).rows() == EXPECTED


def test_marks_of_xls() -> None:
    """No font has the number 4; a link is a record with its target in it."""
    target = record(0x01B8, struct.pack("<4H", 0, 0, 1, 1) + bytes(40) + TO_ANN.encode("utf-16-le") + b"\0\0")
    other = record(0x01B8, struct.pack("<4H", 0, 0, 1, 1) + bytes(40) + "https://x.de".encode("utf-16-le") + b"\0\0")
    data = xls(label(0, 0, "Ann", 1), label(0, 1, "x"), number(1, 0, 7, 1), target, other, formats=("0",), struck=True)

    assert xls_annotations(data, 0, CELLS).rows() == EXPECTED


def test_marks_of_ods() -> None:
    """By the styles before the sheets; a comment is a mark, and no part of the cell."""
    styles = (
        '<style:style style:name="a"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="b"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    value = 'office:value-type="string"'
    comment = "<office:annotation><text:p>left</text:p><text:p>in May</text:p></office:annotation>"
    rows = (
        f'<table:table-row><table:table-cell table:style-name="a" {value}><text:p>Ann</text:p></table:table-cell>'
        f'<table:table-cell table:style-name="b" {value}><text:p><text:a xlink:href="{TO_ANN}">x</text:a></text:p>'
        f'</table:table-cell></table:table-row><table:table-row><table:table-cell table:style-name="a" {value}>'
        f"{comment}<text:p>7</text:p></table:table-cell></table:table-row>"
    )
    xml = f'<x>{styles}<office:body><table:table table:name="S">{rows}</table:table></office:body></x>'

    found = ods_annotations(zipped({"content.xml": xml.encode()}), "S", CELLS).rows()

    assert sorted(found, key=str) == sorted([*EXPECTED, (2, 0, "comment", "left in May")], key=str)


@pytest.mark.parametrize(("struck", "expected"), [("1", EXPECTED), ("0", EXPECTED[2:])])
def test_marks_of_xml_spreadsheets(struck: str, expected: list[tuple[object, ...]]) -> None:
    """By the style of the cell, and by the address that it has."""
    text = '<Data ss:Type="String">x</Data>'
    (sheet,) = spreadsheet_tables(
        f'<Workbook><Styles><Style ss:ID="a"><Font ss:StrikeThrough="{struck}"/></Style></Styles><Worksheet><Table>'
        f'<Row><Cell ss:StyleID="a">{text}</Cell><Cell ss:HRef="{TO_ANN}">{text}</Cell></Row>'
        f'<Row ss:StyleID="a"><Cell>{text}</Cell><Cell/></Row></Table></Worksheet></Workbook>'
    )

    assert sorted(sheet.annotations, key=str) == sorted(expected, key=str)
