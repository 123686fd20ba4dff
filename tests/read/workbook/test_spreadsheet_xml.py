"""XML spreadsheets of 2003."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.workbook.spreadsheet_xml import spreadsheet_tables

BEGIN = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1">'
    '<NumberFormat ss:Format="00000"/></Style></Styles><Worksheet ss:Name="A &amp; B"><Table>'
)
PADDED, THIRD, WIDE = 'ss:StyleID="s1"', 'ss:Index="3"', 'ss:MergeAcross="1" ss:MergeDown="1"'
END = "</Table></Worksheet></Workbook>"


def cell(kind: str, value: str, more: str = "") -> str:
    """Get a cell of a type."""
    return f'<Cell {more}><Data ss:Type="{kind}">{value}</Data></Cell>'


@pytest.mark.parametrize(
    ("xml", "rows", "annotations"),
    [
        (f"<Row>{cell('String', '00042')}</Row>", [["00042"]], []),
        (f"<Row>{cell('Number', '42')}</Row>", [["42"]], []),
        (f"<Row>{cell('Number', '42', PADDED)}</Row>", [["42"]], [(1, 0, "as_shown", "00042")]),
        (f'<Row ss:StyleID="s1">{cell("Number", "42")}</Row>', [["42"]], [(1, 0, "as_shown", "00042")]),
        (f"<Row>{cell('Number', '1.5')}</Row>", [["1.5"]], []),
        (f"<Row>{cell('Number', '1.5E+17')}</Row>", [["150000000000000000"]], [(1, 0, "long_number", None)]),
        (f"<Row>{cell('DateTime', '2024-02-01T00:00:00.000')}</Row>", [["2024-02-01"]], []),
        (f"<Row>{cell('DateTime', '2024-02-01T08:30:00.000')}</Row>", [["2024-02-01 08:30:00"]], []),
        (f"<Row>{cell('Boolean', '1')}{cell('Boolean', '0')}</Row>", [["true", "false"]], []),
        (f"<Row>{cell('Error', '#N/A')}</Row>", [["#N/A"]], [(1, 0, "error_cell", "#N/A")]),
        (f'<Row><Cell ss:Formula="=A1"/>{cell("String", "x")}</Row>', [["", "x"]],
         [(1, 0, "formula_without_result", None)]),
        (f'<Row ss:Index="2" ss:Hidden="1">{cell("String", "x")}</Row>', [[], ["x"]], [(2, None, "hidden_row", None)]),
        (f"<Row>{cell('String', 'x', THIRD)}</Row>", [["", "", "x"]], []),
        (f"<Row>{cell('String', 'x', WIDE)}</Row><Row/>", [["x", ""], ["x", ""]], []),
        (f"<Row>{cell('String', 'x')[:-7]}<Comment><ss:Data>note</ss:Data></Comment></Cell></Row>", [["x"]], []),
    ],
)  # fmt: skip
def test_cells_are_as_workbooks_give_them(
    xml: str, rows: list[list[str]], annotations: list[tuple[object, ...]]
) -> None:
    """Numbers, days, formats, errors, merges, hidden and skipped rows; comments are no part of a cell."""
    (sheet,) = spreadsheet_tables(BEGIN + xml + END)

    assert (sheet.name, sheet.rows, sheet.annotations) == ("A & B", rows, annotations)


@pytest.mark.parametrize(
    "foreign",
    [
        '<x:Cell xmlns:x="urn:schemas-microsoft-com:office:excel">1</x:Cell>',
        '<z:row xmlns:z="#RowsetSchema" Name="x"/>',
        '<PivotTable xmlns="urn:schemas-microsoft-com:office:excel"><Row><Cell/></Row></PivotTable>',
        '<html:Table xmlns:html="http://www.w3.org/TR/REC-html40"><html:Row>x</html:Row></html:Table>',
    ],
)
def test_elements_of_other_namespaces_are_none_of_the_sheet(foreign: str) -> None:
    """Rows and cells of pivot tables, record sets and pages have the same names."""
    row = f"<Row>{cell('String', 'x')}</Row>"

    (sheet,) = spreadsheet_tables(f"{BEGIN}{row}{foreign}{row}{END}")

    assert sheet.rows == [["x"], ["x"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Ann</B> Lee</ss:Data>', "Ann Lee"),
        ('<Data ss:Type="String">Ann</Data><x:PhoneticText xmlns:x="urn:x">An</x:PhoneticText>', "Ann"),
    ],
)
def test_letters_of_other_namespaces_count_within_a_value_only(value: str, text: str) -> None:
    """Bold letters are letters; how a name is spoken is no part of it."""
    (sheet,) = spreadsheet_tables(f"{BEGIN}<Row><Cell>{value}</Cell></Row>{END}")

    assert sheet.rows == [[text]]


def test_sheets_have_their_names_and_may_be_hidden() -> None:
    """The hidden sheet gives way, as in any workbook."""
    header = f"<Row>{cell('String', 'Name')}{cell('String', 'Email')}</Row>"
    old = header + f"<Row>{cell('String', 'Ann')}{cell('String', 'a@example.com')}</Row>"
    new = header + f"<Row>{cell('String', 'Bob')}{cell('String', 'b@example.com')}</Row>"
    hidden = "</Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>"
    xml = f'{BEGIN}{old}{hidden}<Worksheet ss:Name="New"><Table>{new}{END}'

    source = read_export(("hr.xls", xml.encode())).sources[0]

    assert (source.sheet, source.cells.rows()) == ("New", [("Bob", "b@example.com")])
    assert source.findings.select("code", "value").rows() == [("hidden_sheets", "'A & B' (1 row)")]
