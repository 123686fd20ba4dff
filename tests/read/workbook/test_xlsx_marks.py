"""What somebody has marked by hand in an xlsx sheet."""

from collections.abc import Callable

import polars as pl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from keycafe_clean.read import read_export
from keycafe_clean.read.workbook.cell_annotations import linked_address
from keycafe_clean.read.workbook.xlsx import xlsx_annotations
from keycafe_clean.read.workbook.xlsx_marks import filled_styles, fills, own_places, struck_styles, struck_texts
from tests.read.workbooks import workbook

HEADER = ["First Name", "Last Name", "Email"]
LINKED = ("Email Address", "linked_address")
Said = list[tuple[int, str | None, str, str | None, str | None]]


def said(change: Callable[[Worksheet], object], *row: str) -> Said:
    """Get the findings about a workbook of one person, changed."""
    person = row or ("Ann", "Lee", "ann@example.com")
    data = workbook(HEADER, list(person), ["Bo", "Roe", "bo@example.com"], change=change)
    findings = read_export(("staff.xlsx", data)).sources[0].findings
    return findings.select("row_id", "column", "code", "value", "suggestion").rows()


def strike(*cells: str) -> Callable[[Worksheet], None]:
    """Get a change that strikes cells through."""

    def change(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell].font = Font(strike=True)

    return change


def half_struck(sheet: Worksheet) -> None:
    """Strike a part of a name through."""
    sheet["B2"] = CellRichText("Lee ", TextBlock(InlineFont(strike=True), "Roe"))


def struck_by_rule(sheet: Worksheet) -> None:
    """Strike cells through where a rule says so."""
    rule = CellIsRule(operator="equal", formula=['"Ann"'])
    rule.dxf = DifferentialStyle(font=Font(strike=True))
    sheet.conditional_formatting.add("A1:C9", rule)


def linked(cell: str, target: str) -> Callable[[Worksheet], None]:
    """Get a change that links a cell."""

    def change(sheet: Worksheet) -> None:
        text = sheet[cell].value
        sheet[cell].hyperlink = target
        sheet[cell].value = text

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (strike("A2", "B2", "C2"), [(0, None, "struck_row", None, None)]),
        (strike("A2", "B2", "C2", "D2"), [(0, None, "struck_row", None, None)]),
        (strike("C2"), [(0, "Email", "struck_cell", "ann@example.com", None)]),
        (strike("A1", "B1", "C1", "A9"), []),
        (half_struck, [(0, "Last Name", "struck_cell", "Lee Roe", None)]),
        (struck_by_rule, []),
    ],
)
def test_a_person_that_is_struck_through_is_asked_about(change: Callable[[Worksheet], object], expected: Said) -> None:
    """The whole row, or some letters of it; column names, blank cells and rules of colour say nothing."""
    assert said(change) == expected


@pytest.mark.parametrize(
    ("cell", "row", "target", "expected"),
    [
        ("C2", ("Ann", "Lee", "Send mail"), "mailto:a@x.de", [(0, *LINKED, "Send mail", "a@x.de")]),
        ("C2", ("Ann", "Lee", "b@x.de"), "mailto:a@x.de?subject=x", [(0, *LINKED, "b@x.de", "a@x.de")]),
        ("C2", ("Ann", "Lee", "A@x.de"), "MAILTO:a%40x.de", []),
        ("C2", ("Ann", "Lee", "a@x.de"), "https://x.de/ann", []),
        ("A2", ("Ann", "Lee", "a@x.de"), "mailto:a@x.de", []),
        ("A2", ("Ann", "Lee", "b@x.de"), "mailto:a@x.de", [(0, "First Name", "linked_elsewhere", "a@x.de", None)]),
    ],
)  # fmt: skip
def test_the_address_of_a_link_is_a_suggestion(cell: str, row: tuple[str, ...], target: str, expected: Said) -> None:
    """Where the cell should be that address; elsewhere it is told, unless the row has it."""
    assert said(linked(cell, target), *row) == expected


def test_a_formula_may_be_a_link() -> None:
    """It has the address, and the words that are shown."""
    data = workbook(HEADER, ["Ann", "Lee", '=HYPERLINK("mailto:a@x.de","Mail")'])

    found = xlsx_annotations(data, "Sheet", pl.DataFrame({"0": ["First Name", "Ann"]})).select("code", "value").rows()

    assert ("link", "a@x.de") in found


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("left  in\nMay", "left in May"),
        ("[Threaded comment]\nYour version of a program.\nComment:\n    on leave", "on leave"),
        ("x" * 201, "x" * 200 + "…"),
    ],
)
def test_what_a_comment_says_is_told(comment: str, told: str) -> None:
    """Without what the program writes before it, and not for ever."""

    def change(sheet: Worksheet) -> None:
        sheet["B3"].comment = Comment(comment, "hr")

    assert said(change) == [(1, "Last Name", "comment", told, None)]


@pytest.mark.parametrize(("target", "address"), [("mailto:", None), ("a@x.de", None), ("mailto: a@x.de ", "a@x.de")])
def test_what_is_no_link_to_an_address(target: str, address: str | None) -> None:
    """It begins with its scheme, and has an address behind it."""
    assert linked_address(target) == address


@pytest.mark.parametrize(
    ("stroke", "is_struck"),
    [(b"<strike/>", True), (b'<strike val="1"/>', True), (b'<strike val="0"/>', False), (b"<b/>", False)],
)
def test_a_stroke_may_be_taken_back(stroke: bytes, *, is_struck: bool) -> None:
    """Fonts without a stroke say so, or say nothing."""
    fonts = b"<fonts><font/><font><sz/></font><font>" + stroke + b"</font></fonts>"
    styles = b"<s>" + fonts + b'<cellXfs><xf fontId="0"/><xf fontId="2"/></cellXfs></s>'
    texts = b"<sst><si/><si><t>x</t></si><si><r><rPr>" + stroke + b"</rPr><t>y</t></r></si></sst>"

    assert (struck_styles(styles), struck_texts(texts)) == (({b"1"}, {b"2"}) if is_struck else (set(), set()))


def test_colours_of_cells() -> None:
    """The styles with a colour; whole rows of one, and the other cells that have it, blank ones too."""
    styles = (
        b'<fills><fill><patternFill patternType="none"/></fill>'
        b'<fill><patternFill patternType="solid"><fgColor rgb="FFFF8888"/></patternFill></fill>'
        b'<fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill></fills>'
        b'<cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/></cellXfs>'
    )
    xml = (
        b'<row r="2"><c r="A2" s="1" t="s"><v>0</v></c><c s="1" r="B2"/><c r="C2" s="1"><v>7</v></c></row>'
        b'<row r="3"><c r="A3" s="2"><v>1</v></c><c r="C3" s="1"/></row>'
    )
    cells = pl.DataFrame({"0": ["Name", "Ann", "1", "Bo"], "1": [None] * 4, "2": ["No", "7", None, "8"]})

    assert filled_styles(styles) == {b"1": "rgb=FFFF8888"}
    assert list(fills(xml, filled_styles(styles), cells)) == [
        (2, None, "filled_row", "rgb=FFFF8888"),
        (3, 2, "filled_cell", "rgb=FFFF8888"),
    ]
    assert list(fills(xml, {}, cells)) == []


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (["ab c", "ab  ", "ab  "], [0, 1]),
        (["abc ", "ab  ", "ab  "], [0, 1]),
        (["abc ", "abc ", "ab  "], [0, 1, 2]),
        (["a b cd", "  b cd", "  b cd"], [4, 5]),
        (["a b c", "a b c", "a b  "], [0, 2, 4]),
        (["a", "a"], [0]),
        ([], []),
    ],
)
def test_columns_of_the_table_in_a_sheet(rows: list[str], places: list[int]) -> None:
    """Neither what stands behind a blank column nor the last ones that few rows fill, unless each stands alone."""
    cells = [[letter.strip() or None for letter in row] for row in rows]
    width = len(rows[0]) if rows else 0
    frame = pl.DataFrame(cells, schema={str(place): pl.String for place in range(width)}, orient="row")

    assert own_places(frame) == places
