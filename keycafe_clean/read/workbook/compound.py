"""Parts of an OLE2 file, as which xls workbooks are kept."""

import struct
from collections.abc import Iterator

#: Sector numbers from here on are no sectors but marks: the end of a chain, or free.
END = 0xFFFFFFFA

#: Bytes of an entry of the directory, and places in it: length of the name, first sector, size.
ENTRY, NAME_LENGTH, FIRST, SIZE = 128, 64, 116, 120

#: Places in the header: sizes of sectors as powers of two, then where the tables begin.
SHIFT, SMALL_SHIFT, DIRECTORY, SMALL_BELOW, SMALL_TABLE, MORE_TABLES, TABLES = 30, 32, 48, 56, 60, 68, 76

#: Sectors of the table that the header itself names.
IN_HEADER = 109


class CompoundFile:
    """An OLE2 file; `part` gets what lies under a name. Damaged ones raise ValueError, IndexError or struct.error."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._size = 1 << self._number(SHIFT, "<H")
        self._small_size = 1 << self._number(SMALL_SHIFT, "<H")
        self._table = _numbers(b"".join(self._sector(sector) for sector in self._table_sectors() if sector < END))
        self._directory = self._chain(self._number(DIRECTORY))

    def part(self, *names: str) -> bytes:
        """Get the first part of one of these names, whatever their case; no bytes where there is none."""
        for start in range(0, len(self._directory) - ENTRY + 1, ENTRY):
            entry = self._directory[start : start + ENTRY]
            length = max(struct.unpack_from("<H", entry, NAME_LENGTH)[0] - 2, 0)
            if entry[:length].decode("utf-16-le", "replace").casefold() in names:
                return self._content(entry)
        return b""

    def _content(self, entry: bytes) -> bytes:
        first, size = struct.unpack_from("<II", entry, FIRST)
        if size >= self._number(SMALL_BELOW):
            return self._chain(first)[:size]
        # Small parts lie in sectors of their own within the part of the root, the first entry of the directory.
        small = self._chain(struct.unpack_from("<I", self._directory, FIRST)[0])
        places = _followed(first, _numbers(self._chain(self._number(SMALL_TABLE))))
        return b"".join(small[at * self._small_size : (at + 1) * self._small_size] for at in places)[:size]

    def _number(self, place: int, form: str = "<I") -> int:
        return int(struct.unpack_from(form, self._data, place)[0])

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(map(self._sector, _followed(first, self._table)))

    def _table_sectors(self) -> Iterator[int]:
        """Yield the sectors that hold the table of what follows what: some named in the header, more in a chain."""
        yield from struct.unpack_from(f"<{IN_HEADER}I", self._data, TABLES)
        sector = self._number(MORE_TABLES)
        for _ in range(len(self._data) // self._size):
            if sector >= END:
                return
            *named, sector = _numbers(self._sector(sector))
            yield from named


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _followed(first: int, table: tuple[int, ...]) -> Iterator[int]:
    """Yield the sectors of a chain; one that goes in a circle ends with ValueError."""
    sector = first
    for _ in range(len(table) + 1):
        if sector >= END:
            return
        yield sector
        sector = table[sector]
    raise ValueError
