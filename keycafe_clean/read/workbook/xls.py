"""What the text of an xls sheet does not say: number formats, errors, formulas without a result, merges, hidden rows.

Found in the records of the workbook (MS-XLS, BIFF8 and BIFF5); texts and days are left to the library.
"""

import struct
from collections.abc import Iterator

import polars as pl

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.binary import BinaryCell, Styles, binary_annotations, is_struck, packed_number
from keycafe_clean.read.workbook.cell_annotations import Merged, annotation_frame, linked_address, shortened
from keycafe_clean.read.workbook.compound import workbook_stream

#: Records: beginning and end of a part of the workbook, a sheet, a number format, a style of cells.
BEGINNING, END, SHEET, FORMAT, STYLE, FONT = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x0031

#: The number that no font has: those after it count one more.
NO_FONT = 4

#: A link, and what an address in it begins with.
LINK, TO_ADDRESS = 0x01B8, "mailto:".encode("utf-16-le")

#: Records of a sheet: a row, merged cells, and cells by what they hold.
ROW, MERGED = 0x0208, 0x00E5
NUMBER, PACKED_NUMBER, PACKED_NUMBERS, FORMULA, YES_OR_ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
OF_INTEREST = {ROW, MERGED, LINK, NUMBER, PACKED_NUMBER, PACKED_NUMBERS, FORMULA, YES_OR_ERROR}

#: Records of cells with a text; there are too many to look at where none is struck through or can be taken for a day.
TEXTS = {0x00FD, 0x0204, 0x00D6}

#: What the first record says of BIFF8, and the bit of a row that is hidden.
BIFF8, HIDDEN = 0x0600, 0x20

#: The mark of a formula whose result is no number, and what an error is then.
NO_NUMBER, ERROR = 0xFFFF, 2

#: Results of formulas that writers leave who compute nothing: a text without a letter; a zero that is to be computed.
NO_TEXT, ZERO, TO_COMPUTE = b"\x03\0\0\0\0\0\xff\xff", bytes(8), 0x3


def xls_annotations(data: bytes, number: int, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS` about the sheet of a number, from 0, whose cells are known; codes as in `xlsx.py`.

    ValueError, IndexError or struct.error: the workbook is not as it should be.
    """
    stream = workbook_stream(data)
    starts, styles = _about_all(stream)
    days = shortened(cells)
    wanted = OF_INTEREST | TEXTS if days or styles.strikes() else OF_INTEREST
    records = [found for found in _records(stream, starts[number]) if found[0] in wanted]
    found = binary_annotations(_cells(records), styles, days)
    return annotation_frame([*found, *_hidden_rows(records), *_links(records)], _merged(records), cells)


def _about_all(stream: bytes) -> tuple[list[int], Styles]:
    """Get where the sheets begin, and the styles of their cells."""
    starts: list[int] = []
    styles, is_biff8 = Styles({}, [], [], []), True
    for record, content in _records(stream, 0):
        if record == BEGINNING:
            is_biff8 = struct.unpack_from("<H", content)[0] == BIFF8
        elif record == SHEET:
            starts.append(struct.unpack_from("<I", content)[0])
        elif record == STYLE:
            font, key = struct.unpack_from("<HH", content)
            styles.keys.append(key)
            styles.fonts.append(font - (font > NO_FONT))
        elif record == FONT:
            styles.struck.append(is_struck(content))
        elif record == FORMAT:
            code = content[5:].decode("utf-16-le" if content[4] & 1 else "latin-1") if is_biff8 else ""
            styles.formats[struct.unpack_from("<H", content)[0]] = code or content[3:].decode("latin-1")
    return starts, styles


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of the records of a part of the workbook; parts within it, like charts, are left out."""
    depth = 0
    while place + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, place)
        depth += (record == BEGINNING) - (record == END)
        if depth < 1:
            return
        if depth == 1:
            yield record, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _cells(records: list[tuple[int, bytes]]) -> Iterator[BinaryCell]:
    computes = any(record == FORMULA and not _may_be_uncomputed(content) for record, content in records)
    for record, content in records:
        if record == NUMBER:
            row, place, style, number = struct.unpack_from("<3Hd", content)
            yield BinaryCell(row + 1, place, style, "number", number)
        elif record == PACKED_NUMBER:
            row, place, style, packed = struct.unpack_from("<3HI", content)
            yield BinaryCell(row + 1, place, style, "number", packed_number(packed))
        elif record == PACKED_NUMBERS:
            row, first = struct.unpack_from("<HH", content)
            several = struct.iter_unpack("<HI", content[4 : 4 + (len(content) - 6) // 6 * 6])
            for place, (style, packed) in enumerate(several, first):
                yield BinaryCell(row + 1, place, style, "number", packed_number(packed))
        elif record == YES_OR_ERROR and content[7]:
            row, place, style, error = struct.unpack_from("<3HB", content)
            yield BinaryCell(row + 1, place, style, "error", error)
        elif record == FORMULA:
            yield _formula(content, computes=computes)
        elif record in TEXTS:
            row, place, style = struct.unpack_from("<3H", content)
            yield BinaryCell(row + 1, place, style, "text")


def _formula(content: bytes, *, computes: bool) -> BinaryCell:
    """Get a formula as what its result is; a blank result is one where the sheet has others that are not."""
    row, place, style, number = struct.unpack_from("<3Hd", content)
    kind, error, mark = struct.unpack_from("<BxB3xH", content, 6)
    if _may_be_uncomputed(content) and not (computes and mark == NO_NUMBER):
        return BinaryCell(row + 1, place, style, "uncomputed")
    if mark != NO_NUMBER:
        return BinaryCell(row + 1, place, style, "number", number)
    return BinaryCell(row + 1, place, style, "error" if kind == ERROR else "text", error)


def _may_be_uncomputed(content: bytes) -> bool:
    result, flags = content[6:14], content[14]
    return result == NO_TEXT or (result == ZERO and bool(flags & TO_COMPUTE))


def _hidden_rows(records: list[tuple[int, bytes]]) -> Iterator[Annotation]:
    for record, content in records:
        if record == ROW and content[12] & HIDDEN:
            yield struct.unpack_from("<H", content)[0] + 1, None, "hidden_row", None


def _links(records: list[tuple[int, bytes]]) -> Iterator[Annotation]:
    for record, content in records:
        if record == LINK and (at := content.find(TO_ADDRESS)) >= 0:
            address = linked_address(content[at:].decode("utf-16-le", "ignore").partition("\0")[0])
            row, place = struct.unpack_from("<HxxH", content)
            if address:
                yield row + 1, place, "link", address


def _merged(records: list[tuple[int, bytes]]) -> Iterator[Merged]:
    for record, content in records:
        if record == MERGED:
            areas = struct.iter_unpack("<4H", content[2 : 2 + (len(content) - 2) // 8 * 8])
            yield from ((top + 1, bottom + 1, left) for top, bottom, left, _ in areas)
