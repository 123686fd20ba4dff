"""From when a workbook counts its days: those of old Macs do from 1904, four years later than others."""

import io
import struct
import zipfile
from collections.abc import Iterator

from keycafe_clean.read.file_kind import ZIP
from keycafe_clean.read.workbook.compound import workbook_stream
from keycafe_clean.read.workbook.package import attributes_of, part_content, part_named, tags
from keycafe_clean.read.workbook.xlsb import records

#: What a workbook raises that is not as its records or parts should be.
_UNREADABLE = (ValueError, LookupError, struct.error, zipfile.BadZipFile)

#: The record of an xls workbook that says it, and the last record of what is said of all sheets.
_DATE_MODE, _END = 0x0022, 0x000A

#: The record of an xlsb workbook with what holds for all of it, and the bit of its first byte that says it.
_PROPERTIES, _IS_1904 = 153, 1


def counts_from_1904(data: bytes) -> bool:
    """Tell whether a workbook counts days from 1904; False where it cannot be told, and of kinds that count none."""
    try:
        if not data.startswith(ZIP):
            return _xls_does(workbook_stream(data))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            binary = part_content(archive, part_named(archive, "workbook.bin"))
            content = part_content(archive, part_named(archive, "workbook.xml"))
        return _xlsb_does(binary) if binary else _xlsx_does(content)
    except _UNREADABLE:
        return False


def _xlsx_does(content: bytes) -> bool:
    said = (attributes_of(tag).get("date1904") for tag in tags(content, "workbookPr"))
    return any(value in ("1", "true", "on") for value in said)


def _xlsb_does(content: bytes) -> bool:
    said = (about for record, about in records(content) if record == _PROPERTIES)
    return any(bool(about[0] & _IS_1904) for about in said if about)


def _xls_does(stream: bytes) -> bool:
    return any(record == _DATE_MODE and content[:2] == b"\x01\0" for record, content in _of_all_sheets(stream))


def _of_all_sheets(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, place)
        if record == _END:
            return
        yield record, stream[place + 4 : place + 4 + length]
        place += 4 + length
