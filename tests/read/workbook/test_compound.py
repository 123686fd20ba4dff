"""Workbooks in OLE2 files."""

import struct

import pytest

from keycafe_clean.read.workbook.compound import workbook_stream
from tests.read.binary_workbooks import FREE, LAST, SECTOR, directory_entry, ole2

LONG = bytes(range(256)) * 40
WHOLE = ole2(LONG)

#: Where the directory and its second entry begin, and an entry's size.
DIRECTORY, ENTRY = 2 * SECTOR, 128


def renamed(name: str) -> bytes:
    """Get the file with its part called otherwise."""
    entry = directory_entry(name, 2, 2, len(WHOLE) - 3 * SECTOR)
    return WHOLE[: DIRECTORY + ENTRY] + entry + WHOLE[DIRECTORY + 2 * ENTRY :]


@pytest.mark.parametrize("name", ["Workbook", "WORKBOOK", "Book"])
def test_the_workbook_is_found_whatever_its_case(name: str) -> None:
    """All of its sectors, in their order."""
    assert workbook_stream(renamed(name)) == LONG


def deep() -> bytes:
    """Get a file whose directory is a tree of one branch."""
    entries = [directory_entry("Root Entry", 5, LAST, 0, child=1)]
    for number in range(1, 4_000):
        entry = bytearray(directory_entry(f"e{number}", 2, LAST, 0))
        entry[68:72] = struct.pack("<I", number + 1 if number < 3_999 else FREE)
        entries.append(bytes(entry))
    directory = b"".join(entries)
    sectors = len(directory) // SECTOR
    tables = 8
    table = [0xFFFFFFFD] * tables + [*range(tables + 1, tables + sectors), LAST]
    table += [FREE] * (tables * 128 - len(table))
    header = bytearray(WHOLE[:SECTOR])
    header[44:52] = struct.pack("<II", tables, tables)
    header[76 : 76 + 4 * tables] = struct.pack(f"<{tables}I", *range(tables))
    return bytes(header) + struct.pack(f"<{len(table)}I", *table) + directory


def large_sectors() -> bytes:
    """Get a file whose small parts lie in sectors of 2**262 bytes."""
    header = WHOLE[:32] + struct.pack("<H", 262) + WHOLE[34:60] + struct.pack("<II", 2, 1) + WHOLE[68:DIRECTORY]
    entries = directory_entry("Root Entry", 5, 2, 4_096, child=1) + directory_entry("Workbook", 2, 0, 100)
    return header + entries + WHOLE[DIRECTORY + len(entries) :]


@pytest.mark.parametrize("data", [renamed("Other"), WHOLE[:SECTOR], b"\xd0\xcf\x11\xe0", deep(), large_sectors()])
def test_a_damaged_file_is_an_error(data: bytes) -> None:
    """No workbook in it, no directory, a header alone, a directory without end, sectors larger than any memory."""
    with pytest.raises(ValueError, match=r"^$"):
        workbook_stream(data)


def test_a_chain_in_a_circle_ends() -> None:
    """The workbook is as long as the file at the most, whatever length it says."""
    circle = bytearray(WHOLE)
    circle[SECTOR + 4 * 5 : SECTOR + 4 * 6] = (2).to_bytes(4, "little")
    size = DIRECTORY + ENTRY + 120
    circle[size : size + 4] = (0x7FFFFFFF).to_bytes(4, "little")

    assert len(workbook_stream(bytes(circle))) <= len(circle)
