"""What a file is by its content: packed, a workbook, a page of markup, or text; its name decides nothing."""

import bz2
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from gzip import GzipFile
from typing import IO, BinaryIO

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.budget import UNPACKED_BYTES, OverBudgetError
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.workbook.web_archive import is_web_archive, page_of_archive

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


def unpacked(raw: RawFile) -> RawFile:
    """Get the one file in a gzip, bz2 or zip file, under the name of the outer one; any other file as it is.

    UnreadableExport: several files in a zip, a damaged archive, or something that is no table at all. OverBudgetError:
    it would unpack to more than any export holds.
    """
    inner = _opened(raw)
    if inner is not raw and _is_packed(inner):
        raise UnreadableExport(f"{raw.name} holds another packed file. Unpack it and choose the HR export.")
    data = inner.data
    kind = next((kind for beginning, kind in NO_TABLES.items() if data.startswith(beginning)), None)
    kind = kind or ("JSON" if _is_json(data) else "a SYLK file" if SYLK.match(data, 0, FIRST_BYTES) else None)
    if kind:
        raise UnreadableExport(f"{raw.name} is {kind}, not a table. Export it again as CSV or as a workbook.")
    return page_of_archive(inner) if is_web_archive(inner) else inner


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


def _opened(raw: RawFile) -> RawFile:
    data = raw.data
    if data.startswith(GZIP):
        return _unpacked(raw, lambda: GzipFile(fileobj=io.BytesIO(data)))
    if data.startswith(BZIP2):
        return _unpacked(raw, lambda: bz2.BZ2File(io.BytesIO(data)))
    return _unpacked(raw, lambda: _only_member(raw)) if _is_packed(raw) else raw


def _is_packed(raw: RawFile) -> bool:
    return raw.data.startswith((GZIP, BZIP2)) or (raw.data.startswith(ZIP) and not is_workbook(raw))


def is_workbook(raw: RawFile) -> bool:
    """Tell whether a file is a workbook, by its first bytes and what a zip holds."""
    if raw.data.startswith(OLE2):
        return True
    if not raw.data.startswith(ZIP):
        return False
    return any(re.split(r"[/\\]", name.casefold())[-1] in WORKBOOK_PARTS for name in _members(raw))


def is_markup(raw: RawFile) -> bool:
    """Tell whether a file is HTML or an XML spreadsheet, as some systems write under the name of a workbook."""
    begins = raw.data[:FIRST_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe")
    return TAG.match(begins) is not None and TABLE.search(begins) is not None


def _is_json(data: bytes) -> bool:
    if data.lstrip()[:1] not in (b"[", b"{"):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _members(raw: RawFile) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            return [name for name in archive.namelist() if not name.endswith("/") and not name.startswith("__MACOSX")]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _damaged(raw) from None


def _only_member(raw: RawFile) -> IO[bytes]:
    members = _members(raw)
    if len(members) != 1:
        raise UnreadableExport(
            f"{raw.name} holds {len(members):,} files, not one table. Unpack it and choose the HR export."
        )
    return zipfile.ZipFile(io.BytesIO(raw.data)).open(members[0])


def _unpacked(raw: RawFile, stream: Callable[[], BinaryIO | GzipFile | bz2.BZ2File | IO[bytes]]) -> RawFile:
    try:
        with stream() as opened:
            data = opened.read(UNPACKED_BYTES + 1)
    except RuntimeError:
        raise UnreadableExport(f"{raw.name} is protected by a password. Unpack it and choose the file in it.") from None
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError):
        raise _damaged(raw) from None
    if len(data) > UNPACKED_BYTES:
        raise OverBudgetError("unpacked_bytes")
    if not data:
        raise UnreadableExport(f"{raw.name} holds an empty file. Export it again from the HR system.")
    return replace(raw, data=data)


def _damaged(raw: RawFile) -> UnreadableExport:
    return UnreadableExport(f"{raw.name} is damaged and cannot be opened. Export or copy it again.")
