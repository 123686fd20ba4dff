"""Tables in HTML and XML, as systems call them workbooks."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.markup import markup_tables

XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>'
    '<Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell><Data ss:Type="String">Id</Data></Cell>'
    '<Cell><Data ss:Type="String">Email</Data></Cell></Row>'
    '<Row><Cell><Data ss:Type="String">Ann &amp; Co</Data></Cell>'
    '<Cell ss:Index="3"><Data ss:Type="String">a@example.com</Data></Cell></Row></Table></Worksheet></Workbook>'
)


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", [["A", "B"], ["1", "2"]]),
        ("<table><tr><td colspan=2>T</td></tr><tr><td>1</td><td>2</td></tr></table>", [["T", ""], ["1", "2"]]),
        ("<table><tr><td rowspan=2>IT</td><td>a</td></tr><tr><td>b</td></tr></table>", [["IT", "a"], ["IT", "b"]]),
        ("<table><tr><td>M&uuml;ller<br>KG</td><td> x \n y </td></tr></table>", [["Müller\nKG", "x y"]]),
        ("<TABLE><TR><TD>00042</TD></TR></TABLE>", [["00042"]]),
        ("<table><tr><td></td><td>1</td></tr></table>", [["", "1"]]),
    ],
)
def test_cells_of_a_page_are_read(html: str, rows: list[list[str]]) -> None:
    """Open ends, spans, entities and line breaks are as a browser shows them."""
    assert markup_tables(html) == [rows]


def test_an_xml_spreadsheet_is_read_as_a_workbook() -> None:
    """Cells that are left out leave their columns blank."""
    source = read_export(("hr.xls", XML.encode())).sources[0]

    assert source.cells.rows() == [("Ann & Co", None, "a@example.com")]


def test_the_table_that_holds_people_is_found() -> None:
    """Tables that only lay out the page are passed over."""
    people = "<table><tr><th>First Name<th>Email<tr><td>Zo\u00eb<td>z@example.com</table>"
    page = f"<html><body><table><tr><td>Logo</table>{people}</body></html>"

    source = read_export(("hr.xls", page.encode("utf-16"))).sources[0]

    assert (source.sheet, source.cells.rows()) == ("Table 2", [("Zoë", "z@example.com")])
