"""What a file is by its content: packed, a workbook, a page of markup, or text; its name decides nothing."""

import io
import re
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_LE

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.no_tables import OLE2_PARTS, SAVE_AGAIN, no_table, no_table_by_beginning
from keycafe_clean.read.workbook.compound import has_part
from keycafe_clean.read.workbook.web_archive import is_web_archive

#: How packed files begin.
GZIP, BZIP2, ZIP = b"\x1f\x8b", b"BZh", b"PK\x03\x04"

#: How OLE2 files begin: xls workbooks, and workbooks protected by a password.
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: Parts that only workbooks have (xlsx and xlsm, xlsb, ods).
WORKBOOK_PARTS = {"workbook.xml", "workbook.bin", "content.xml"}

#: A tag or a comment, with which markup begins, and what makes it a table, among its first bytes.
TAG, TABLE = (
    re.compile(rb"\s*<[a-z!?]", re.IGNORECASE),
    re.compile(rb"<(?:\w+:)?(?:table|tr|workbook)\b", re.IGNORECASE),
)
#: Bytes of a file in which that must stand: pages have scripts and styles before their first table.
FIRST_BYTES = 200_000

#: A record of a cell in a SYLK file, among its first bytes; the first line alone may be that of a CSV.
SYLK = re.compile(rb"ID;P[^\r\n]*\r?\n(?:[A-Z]{1,2};[^\r\n]*\r?\n)*?C;(?:[YX]\d+;){1,2}K")


def may_be_plain_text(raw: RawFile) -> bool:
    """Tell quickly whether a file may be delimited text as it stands: not packed, no workbook, no markup."""
    begins = raw.data[:FIRST_BYTES]
    return (
        not begins.startswith((GZIP, BZIP2, ZIP, OLE2))
        and no_table_by_beginning(begins) is None
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
    """Get what is to be said of a file that cannot hold a table (`is a PDF, not a table. ...`); None for others."""
    begins = data[:FIRST_BYTES]
    if data.startswith(OLE2):
        kind = next((kind for part, kind in OLE2_PARTS.items() if has_part(data, part)), None)
        return no_table(kind) if kind else None
    return no_table_by_beginning(begins) or (no_table("a SYLK file", SAVE_AGAIN) if SYLK.match(begins) else None)


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
