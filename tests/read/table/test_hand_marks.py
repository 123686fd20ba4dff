import polars as pl
from openpyxl import Workbook
from openpyxl.styles import Font

from keycafe_clean.read import read_export
from tests.read.workbooks import saved

STRUCK = Font(strike=True)


def findings(book: Workbook) -> list[tuple[int, str, str | None]]:
    """Get row, code and value of what is said of marks in a workbook."""
    found = read_export(("staff.xlsx", saved(book))).sources[0].findings
    marks = found.filter(pl.col("code").is_in(["struck_row", "struck_cell", "linked_address", "linked_elsewhere"]))
    return marks.select("row_id", "code", "value").rows()


def staff() -> Workbook:
    """Get a workbook of two people."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["First Name", "Last Name", "E-mail"], ["Ana", "Ruiz", "ana@x.com"], ["Bo", "Ek", "Send mail"]):
        sheet.append(row)
    return book


def test_nothing_is_marked() -> None:
    """A workbook without marks says nothing."""
    assert findings(staff()) == []


def test_row_that_is_struck_through() -> None:
    """All cells of a row are one question about the row."""
    book = staff()
    for cell in book.worksheets[0][2]:
        cell.font = STRUCK

    assert findings(book) == [(0, "struck_row", None)]


def test_cell_that_is_struck_through() -> None:
    """One cell of a row is a question about the cell."""
    book = staff()
    book.worksheets[0]["B2"].font = STRUCK

    assert findings(book) == [(0, "struck_cell", "Ruiz")]


def test_link_to_an_address() -> None:
    """A link says what the address may be where the cell is none; one that the cell says itself is silent."""
    book = staff()
    book.worksheets[0]["C2"].hyperlink = "mailto:ana@x.com"
    book.worksheets[0]["C3"].hyperlink = "mailto:bo@x.com"

    assert findings(book) == [(1, "linked_address", "Send mail")]
