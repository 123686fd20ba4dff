"""What a file is by its content: packed, a workbook, a page of markup, or text; its name decides nothing."""

import io
import json
import re
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_LE

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.workbook.web_archive import is_web_archive

#: How packed files begin.
GZIP, BZIP2, ZIP = b"\x1f\x8b", b"BZh", b"PK\x03\x04"

#: How OLE2 files begin: xls workbooks, and workbooks protected by a password.
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: Parts that only workbooks have (xlsx and xlsm, xlsb, ods).
WORKBOOK_PARTS = {"workbook.xml", "workbook.bin", "content.xml"}

#: Beginnings of files that are no tables, and what they are.
NO_TABLES = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet file",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"{\\rtf": "a text document",
}

#: A tag or a comment, with which markup begins, and what makes it a table, among its first bytes.
TAG, TABLE = (
    re.compile(rb"\s*<[a-z!?]", re.IGNORECASE),
    re.compile(rb"<(?:\w+:)?(?:table|tr|workbook)\b", re.IGNORECASE),
)
FIRST_BYTES = 200_000

#: A record of a cell in a SYLK file, among its first bytes; the first line alone may be that of a CSV.
SYLK = re.compile(rb"ID;P[^\r\n]*\r?\n(?:[A-Z]{1,2};[^\r\n]*\r?\n)*?C;(?:[YX]\d+;){1,2}K")


def may_be_plain_text(raw: RawFile) -> bool:
    """Tell quickly whether a file may be delimited text as it stands: not packed, no workbook, no markup, no JSON."""
    begins = raw.data[:FIRST_BYTES]
    others = (GZIP, BZIP2, ZIP, OLE2, *NO_TABLES)
    return (
        not begins.startswith(others)
        and begins.lstrip()[:1] not in (b"[", b"{")
        and not is_markup(raw)
        and not is_web_archive(raw)
        and not SYLK.match(begins)
    )


def is_packed(raw: RawFile) -> bool:
    """Tell whether a file holds others: gzip, bz2, or a zip that is no workbook."""
    return raw.data.startswith((GZIP, BZIP2)) or (raw.data.startswith(ZIP) and not is_workbook(raw))


def is_workbook(raw: RawFile) -> bool:
    """Tell whether a file is a workbook, by its first bytes and what a zip holds."""
    if raw.data.startswith(OLE2):
        return True
    if not raw.data.startswith(ZIP):
        return False
    return any(re.split(r"[/\\]", name.casefold())[-1] in WORKBOOK_PARTS for name in zip_members(raw))


def is_markup(raw: RawFile) -> bool:
    """Tell whether a file is HTML or an XML spreadsheet, as some systems write under the name of a workbook."""
    begins = raw.data[:FIRST_BYTES].removeprefix(BOM_UTF8).replace(b"\0", b"").lstrip(BOM_UTF16_LE)
    return TAG.match(begins) is not None and TABLE.search(begins) is not None


def other_than_table(data: bytes) -> str | None:
    """Get what a file is that cannot hold a table (`a PDF`); None for one that may."""
    kind = next((kind for beginning, kind in NO_TABLES.items() if data.startswith(beginning)), None)
    return kind or ("JSON" if _is_json(data) else "a SYLK file" if SYLK.match(data, 0, FIRST_BYTES) else None)


def _is_json(data: bytes) -> bool:
    if data.lstrip()[:1] not in (b"[", b"{"):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def zip_members(raw: RawFile) -> list[str]:
    """Get the names of the files in a zip. UnreadableExport: it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            return [name for name in archive.namelist() if not name.endswith("/") and not name.startswith("__MACOSX")]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise damaged(raw) from None


def damaged(raw: RawFile) -> UnreadableExport:
    """Get the error that says that a file is damaged."""
    return UnreadableExport(f"{raw.name} is damaged and cannot be opened. Export or copy it again.")
