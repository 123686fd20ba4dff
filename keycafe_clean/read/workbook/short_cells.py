"""Cells of xlsb workbooks that do not name their column, because they stand right of the cell before them.

Some writers leave it out wherever they may (MS-XLSB, BrtShortRk and others), and the library then sees no cell.
"""

import io
import struct
import zipfile
from itertools import islice

from keycafe_clean.read.file_kind import ZIP
from keycafe_clean.read.workbook.xlsb import records

#: Records of cells in full, and in short form; those are higher by so much.
CELLS, SHORT, HIGHER = {*range(1, 12), 62}, range(12, 19), 11

#: Records among which a writer that leaves out columns has done so.
LOOKED_AT = 5_000


def lengthened(data: bytes) -> bytes:
    """Get a workbook whose cells all name their columns; as it is, where they do, and where it is of another kind."""
    if not data.startswith(ZIP):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if "worksheets" in name and name.endswith(".bin")]
        short = {name for name in sheets if _has_short_cells(archive.read(name))}
        return _with_long_cells(archive, short) if short else data


def _has_short_cells(content: bytes) -> bool:
    return any(record in SHORT for record, _ in islice(records(content), LOOKED_AT))


def _with_long_cells(archive: zipfile.ZipFile, short: set[str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name in archive.namelist():
            content = archive.read(name)
            written.writestr(name, _long(content) if name in short else content)
    return buffer.getvalue()


def _long(content: bytes) -> bytes:
    """Write every cell of a sheet with its column."""
    place, written = 0, io.BytesIO()
    for record, about in records(content):
        kind, cell = record, about
        if record in SHORT:
            place += 1
            kind, cell = record - HIGHER, struct.pack("<I", place) + about
        elif record in CELLS:
            place = struct.unpack_from("<I", about)[0]
        written.write(_sized(kind) + _sized(len(cell)) + cell)
    return written.getvalue()


def _sized(number: int) -> bytes:
    """Write a number in as many bytes as it needs, seven bits in each."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
