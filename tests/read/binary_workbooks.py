"""Small binary workbooks for tests, as bytes: xls and xlsb, written record by record."""

import struct

from tests.read.workbooks import zipped

#: Size of a sector of an OLE2 file; the marks of the end of a chain, of a sector of the table, of a free one.
SECTOR, LAST, TABLE, FREE = 512, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF

RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    b'Target="worksheets/sheet1.bin"/></Relationships>'
)


def xls(*cells: bytes, formats: tuple[str, ...] = (), struck: bool = False) -> bytes:
    """Get an xls workbook of one sheet `S` with these records; style 1 has the first of the formats, and so on.

    `struck`: the letters of the last style are struck through.
    """
    kinds = [record(0x0085, struct.pack("<IBB", 0, 0, 0) + short_text("S"))]
    kinds += [record(0x041E, struct.pack("<H", 164 + place) + text(code)) for place, code in enumerate(formats)]
    keys = [0, *range(164, 164 + len(formats))]
    # No font has the number 4: the fifth one is called 5.
    fonts = [0] * (len(keys) - 1) + [5 if struck else 0]
    kinds += [record(0x0031, struct.pack("<HH", 200, 8 * (font == 4)).ljust(16, b"\0")) for font in range(5)]
    kinds += [
        record(0x00E0, struct.pack("<HH", font, key).ljust(20, b"\0")) for font, key in zip(fonts, keys, strict=True)
    ]
    start = len(b"".join([beginning(5), *kinds, record(0x000A)]))
    kinds[0] = record(0x0085, struct.pack("<IBB", start, 0, 0) + short_text("S"))
    return ole2(b"".join([beginning(5), *kinds, record(0x000A), beginning(0x10), *cells, record(0x000A)]))


def beginning(kind: int) -> bytes:
    """Get the first record of a part of an xls workbook: 5 is the list of sheets, 0x10 a sheet."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def record(number: int, content: bytes = b"") -> bytes:
    """Get a record of an xls workbook."""
    return struct.pack("<HH", number, len(content)) + content


def label(row: int, place: int, words: str, style: int = 0) -> bytes:
    """Get a cell of an xls workbook that holds a text; row and place count from 0."""
    return record(0x0204, struct.pack("<3H", row, place, style) + text(words))


def number(row: int, place: int, value: float, style: int = 0) -> bytes:
    """Get a cell of an xls workbook that holds a number."""
    return record(0x0203, struct.pack("<3Hd", row, place, style, value))


def text(words: str) -> bytes:
    """Get a text as xls workbooks keep it."""
    return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")


def short_text(words: str) -> bytes:
    """Get a text of up to 255 characters as xls workbooks keep it."""
    return struct.pack("<BB", len(words), 1) + words.encode("utf-16-le")


def ole2(stream: bytes, name: str = "Workbook") -> bytes:
    """Get an OLE2 file with one part."""
    sectors = max(-(-len(stream) // SECTOR), 8)
    # Sector 0 is the table, sector 1 the directory, the part comes after them.
    table = [TABLE, LAST, *range(3, sectors + 2), LAST]
    root = directory_entry("Root Entry", 5, LAST, 0, child=1)
    part = directory_entry(name, 2, 2, sectors * SECTOR)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<7I", 1, 1, 0, 4096, LAST, 0, LAST) + struct.pack("<I", 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    whole = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    return header + whole + (root + part).ljust(SECTOR, b"\0") + stream.ljust(sectors * SECTOR, b"\0")


def directory_entry(name: str, kind: int, first: int, size: int, child: int = FREE) -> bytes:
    """Get an entry of the directory of an OLE2 file."""
    spelled = name.encode("utf-16-le") + b"\0\0"
    entry = spelled.ljust(64, b"\0") + struct.pack("<HBBIII", len(spelled), kind, 1, FREE, FREE, child) + bytes(36)
    return entry + struct.pack("<IQ", first, size)


def xlsb(*cells: bytes, formats: tuple[str, ...] = (), struck: bool = False, links: bytes = b"") -> bytes:
    """Get an xlsb workbook of one sheet `S` with these records; style 1 has the first of the formats, and so on.

    `struck`: the letters of the last style are struck through. `links` are the relations of the sheet.
    """
    sheets = part((131,), (143,), (156, struct.pack("<II", 0, 1) + wide("rId1") + wide("S")), (144,), (132,))
    kinds = [(44, struct.pack("<H", 164 + place) + wide(code)) for place, code in enumerate(formats)]
    kinds += [(43, struct.pack("<HH20x", 200, 8 * font)) for font in range(2)]
    keys = (0, *range(164, 164 + len(formats)))
    fonts = [0] * (len(keys) - 1) + [int(struck)]
    styles = [(47, struct.pack("<HHH10x", 0, key, font)) for key, font in zip(keys, fonts, strict=True)]
    content = b"".join([part((129,), (148, struct.pack("<4I", 0, 9, 0, 9)), (145,)), *cells, part((146,), (130,))])
    return zipped(
        {
            "xl/workbook.bin": sheets,
            "xl/_rels/workbook.bin.rels": RELATIONS,
            "xl/styles.bin": part((278,), *kinds, (617, struct.pack("<I", len(styles))), *styles, (618,), (279,)),
            "xl/worksheets/sheet1.bin": content,
            "xl/worksheets/_rels/sheet1.bin.rels": links,
        }
    )


def part(*records: tuple[int] | tuple[int, bytes]) -> bytes:
    """Get records of an xlsb workbook: number and length take as many bytes as they need."""
    return b"".join(
        _sized(found[0]) + _sized(len(found[1])) + found[1] if len(found) > 1 else _sized(found[0]) + b"\0"
        for found in records
    )


def wide(words: str) -> bytes:
    """Get a text as xlsb workbooks keep it."""
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def row(place: int, *cells: bytes, hidden: bool = False) -> bytes:
    """Get a row of an xlsb workbook with its cells; rows count from 0."""
    return part((0, struct.pack("<IIHBBB4x", place, 0, 300, 0, 0x10 * hidden, 0))) + b"".join(cells)


def cell(kind: int, place: int, value: bytes, style: int = 0) -> bytes:
    """Get a cell of an xlsb workbook: 2 packed number, 3 error, 5 number, 6 text."""
    return part((kind, struct.pack("<II", place, style) + value))


def short_cell(kind: int, value: bytes, style: int = 0) -> bytes:
    """Get a cell that stands right of the one before it, without its place: 13 packed number, 17 text."""
    return part((kind, struct.pack("<I", style) + value))


def _sized(value: int) -> bytes:
    pieces = []
    while value > 0x7F:
        pieces.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*pieces, value])
