"""Files that are no tables, by their bytes."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read import read_export
from keycafe_clean.read.file_kind import OLE2
from keycafe_clean.read.no_tables import EXPORT_AGAIN, SAVE_AGAIN
from tests.read.binary_workbooks import ole2
from tests.read.workbooks import zipped


def named(name: str) -> bytes:
    """Get an OLE2 file with one part of this name instead of a workbook."""
    return ole2(b"x", name)


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (b"%PDF-1.7", "a PDF", EXPORT_AGAIN),
        (b"\xff\xd8\xff\xe0", "a picture", EXPORT_AGAIN),
        (b"II*\0abcd", "a picture", EXPORT_AGAIN),
        (b"BM\x10\0\0\0\0\0\0\0", "a picture", EXPORT_AGAIN),
        (b"RIFF\1\0\0\0WEBP", "a picture", EXPORT_AGAIN),
        (b"\0\0\0\x18ftypheic", "a picture", EXPORT_AGAIN),
        (b"\0\x01\0\0Standard ACE DB\0", "a database", EXPORT_AGAIN),
        (b"ARROW1\0\0", "a file of data for programs", EXPORT_AGAIN),
        (b"\xfd7zXZ\0", "an archive of another kind than zip and gzip", EXPORT_AGAIN),
        (b"!BDN....", "an Outlook mailbox", EXPORT_AGAIN),
        (named("WordDocument"), "a text document", EXPORT_AGAIN),
        (named("PowerPoint Document"), "a presentation", EXPORT_AGAIN),
        (named("__properties_version1.0"), "an Outlook message", EXPORT_AGAIN),
        (zipped({"word/document.xml": b"", "x": b""}), "a text document", EXPORT_AGAIN),
        (zipped({"ppt/presentation.xml": b"", "x": b""}), "a presentation", EXPORT_AGAIN),
        (zipped({"Index/Document.iwa": b"", "x": b""}), "a document of Numbers, Pages or Keynote", SAVE_AGAIN),
        (b"\x09\x04\x06\0\0\0\x10\0", "a workbook of Excel 4 or older", SAVE_AGAIN),
        (b"\x09\0\x04\0\0\0\x10\0", "a workbook of Excel 4 or older", SAVE_AGAIN),
        (b"\0\0\x02\0\x06\x04\x06\0", "a Lotus 1-2-3 or Quattro Pro workbook", SAVE_AGAIN),
        (b"\0\0\x1a\0\0\x10\x04\0", "a Lotus 1-2-3 or Quattro Pro workbook", SAVE_AGAIN),
        (b"\x03\x7b\x0b\x1d\1\0\0\0", "a dBase table", SAVE_AGAIN),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "a DIF file", SAVE_AGAIN),
        (b'ID;PX\nB;X1\nC;X1;Y1;K"Name"\n', "a SYLK file", SAVE_AGAIN),
    ],
)
def test_the_true_kind_is_named(data: bytes, kind: str, advice: str) -> None:
    """One sentence says what the file is, whatever its name, and what to do."""
    with pytest.raises(UnreadableExport) as refused:
        read_export(("hr.csv", data))

    assert str(refused.value) == f"hr.csv is {kind}, not a table. {advice}"


def test_a_damaged_file_of_another_kind_is_damaged() -> None:
    """Nothing is said of what nobody can open."""
    with pytest.raises(UnreadableExport) as refused:
        read_export(("hr.xls", OLE2 + bytes(600)))

    assert str(refused.value) == (
        "hr.xls is damaged, or no workbook. Open it in a spreadsheet program and save it again."
    )
