"""Tables in HTML pages, as systems call them workbooks."""

import pytest

from keycafe_clean.read import read_export
from keycafe_clean.read.workbook.tables_in_markup import page_tables


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", [["A", "B"], ["1", "2"]]),
        ("<table><td>1<td>2</table>", [["1", "2"]]),
        ("<table><tr><td colspan=2>T</td></tr><tr><td>1</td><td>2</td></tr></table>", [["T", ""], ["1", "2"]]),
        ("<table><tr><td rowspan=2>IT</td><td>a</td></tr><tr><td>b</td></tr></table>", [["IT", "a"], ["IT", "b"]]),
        ("<table><tr><td>a</td><td rowspan=2>IT</td></tr><tr><td>b</td></tr></table>", [["a", "IT"], ["b", "IT"]]),
        ("<table><tr><td>M&uuml;ller<br>KG</td><td> x \n y </td></tr></table>", [["Müller\nKG", "x y"]]),
        ("<table><tr><td><style>td{}</style>1<script>'<td>'</script></td></tr></table>", [["1"]]),
        ("<TABLE><TR><TD STYLE='mso-number-format:\"\\@\"'>00042</TD></TR></TABLE>", [["00042"]]),
        ("<table><!-- <tr><td>0</td></tr> --><tr><td></td><td>1</td></tr></table>", [["", "1"]]),
    ],
)
def test_cells_of_a_page_are_read(html: str, rows: list[list[str]]) -> None:
    """Open ends, spans, entities and line breaks are as a browser shows them."""
    assert [table.rows for table in page_tables(html)] == [rows]


PEOPLE = "<table><tr><th>First Name<th>Email<tr><td>Zo\u00eb<td>z@example.com</table>"


def test_the_table_that_holds_people_is_found() -> None:
    """Tables that only lay out the page are passed over."""
    page = f"<html><body><table><tr><td>Logo</table>{PEOPLE}</body></html>"

    source = read_export(("hr.xls", page.encode("utf-16"))).sources[0]

    assert (source.sheet, source.cells.rows()) == ("Table 2", [("Zoë", "z@example.com")])


@pytest.mark.parametrize(
    "begins", ["<!-- made by HR -->", "<style>td{}</style>", "<div>", "<h1>Staff</h1>", "\n<center>"]
)
def test_a_page_may_begin_with_any_tag(begins: str) -> None:
    """What makes it a page is the table in it."""
    assert read_export(("hr.xls", (begins + PEOPLE).encode())).sources[0].headers == ("First Name", "Email")


def test_a_table_that_goes_on_is_named() -> None:
    """Pages that begin a table of their own without column names are not lost in silence."""
    source = read_export(("hr.xls", f"{PEOPLE}<table><tr><td>Ann<td>a@example.com</table>".encode())).sources[0]

    assert source.findings.select("code", "value").rows() == [("other_sheets", "'Table 2' (1 row)")]
