"""What files are by their content."""

import pytest

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.file_kind import (
    is_markup,
    is_packed,
    is_workbook,
    may_be_plain_text,
    other_than_table,
    zip_members,
)
from keycafe_clean.read.files import RawFile
from tests.read.binary_workbooks import xls, xlsb
from tests.read.workbooks import workbook, zipped

CSV = b"First Name,Email\nAnn,a@example.com\n"
PAGE = b"<html><body><table><tr><td>x</td></tr></table></body></html>"
SYLK = b'ID;PX\nB;X1\nC;X1;Y1;K"Name"\n'
ARCHIVE = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"


def kinds(data: bytes) -> tuple[bool, bool, bool, bool]:
    """Get whether a file may be plain text, is a workbook, markup, packed."""
    raw = RawFile("hr", data)
    return may_be_plain_text(raw), is_workbook(raw), is_markup(raw), is_packed(raw)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (CSV, "text"),
        (b"Name,Note\n<Ann>,<table>\n", "text"),
        (b"<Name>,Email\nAnn,a@example.com\n", "text"),
        (workbook(["x"]), "workbook"),
        (xls(), "workbook"),
        (xlsb(), "workbook"),
        (zipped({"content.xml": b""}), "workbook"),
        (zipped({"xl\\Workbook.xml": b""}), "workbook"),
        (PAGE, "markup"),
        (b"\xef\xbb\xbf" + PAGE, "markup"),
        (PAGE.decode().encode("utf-16"), "markup"),
        (b'<?xml version="1.0"?><ss:Workbook>', "markup"),
        (zipped({"hr.csv": CSV}), "packed"),
        (b"\x1f\x8b\x08", "packed"),
        (b"BZh9", "packed"),
        (SYLK, "other"),
        (b"%PDF-1.7", "other"),
        (ARCHIVE, "other"),
    ],
)
def test_content_says_what_a_file_is(data: bytes, kind: str) -> None:
    """Each file is of one kind, and its name decides nothing."""
    expected = tuple(kind == one for one in ("text", "workbook", "markup", "packed"))

    assert kinds(data) == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "is a PDF, not a table. Export it again as CSV or as a workbook."),
        (
            SYLK,
            "is a SYLK file, not a table. Open it in a spreadsheet program, save it as .xlsx, and choose that file.",
        ),
        (b'{"a": 1}', None),
        (CSV, None),
    ],
)
def test_what_cannot_hold_a_table_is_named(data: bytes, said: str | None) -> None:
    """By its bytes; what a text is that is no table is found when its letters are known."""
    assert other_than_table(data) == said


def test_members_are_the_files_of_a_zip() -> None:
    """Folders, and what a Mac adds, are none."""
    assert zip_members(RawFile("hr.zip", zipped({"a/": b"", "a/hr.csv": CSV, "__MACOSX/hr.csv": b""}))) == ["a/hr.csv"]


def test_a_damaged_zip_is_said() -> None:
    """The sentence says what to do."""
    with pytest.raises(UnreadableExport) as told:
        zip_members(RawFile("hr.zip", b"PK\x03\x04"))

    assert str(told.value) == "hr.zip is damaged and cannot be opened. Export or copy it again."
