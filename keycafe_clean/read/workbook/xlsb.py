"""What the text of an xlsb sheet does not say: number formats, errors, merges, hidden rows.

Found in the records of its parts (MS-XLSB); texts and days are left to the library.
"""

import io
import struct
import zipfile
from collections.abc import Iterator

import polars as pl

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.binary import BinaryCell, Styles, binary_annotations, is_struck, packed_number
from keycafe_clean.read.workbook.cell_annotations import Merged, annotation_frame, linked_address, shortened
from keycafe_clean.read.workbook.package import part_content, part_named, related_part, relations_of

#: Records of the list of sheets and of the styles: a sheet, a number format, a style, beginning and end of cell styles.
SHEET, FORMAT, STYLE, BEGIN_STYLES, END_STYLES, FONT = 156, 44, 47, 617, 618, 43

#: Records of a sheet: a row, merged cells, and cells by what they hold, those of formulas included.
ROW, MERGED, LINK = 0, 176, 494
PACKED_NUMBER, NUMBERS, ERRORS = 2, {5, 9}, {3, 11}
OF_INTEREST = {ROW, MERGED, LINK, PACKED_NUMBER, *NUMBERS, *ERRORS}

#: Records of cells with a text; there are too many to look at where none is struck through or can be taken for a day.
TEXTS = {6, 7, 8, 62}

#: The bit of a row that is hidden.
HIDDEN = 0x10

Record = tuple[int, bytes]


def xlsb_annotations(data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS` about a sheet whose cells are known; codes as in `xlsx.py`.

    ValueError, IndexError or struct.error: the workbook is not as it should be.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        styles = _styles(part_content(archive, part_named(archive, "styles.bin")))
        content = part_content(archive, part)
        targets = {relation.get("Id", ""): relation["Target"] for relation in relations_of(archive, part)}
    days = shortened(cells)
    wanted = OF_INTEREST | TEXTS if days or styles.strikes() else OF_INTEREST
    kept = [found for found in records(content) if found[0] in wanted]
    return annotation_frame(
        [*binary_annotations(_cells(kept), styles, days), *_hidden_rows(kept), *_links(kept, targets)],
        _merged(kept),
        cells,
    )


def records(content: bytes) -> Iterator[Record]:
    """Yield number and content of the records of a part; both number and length take as many bytes as they need."""
    place, end = 0, len(content)
    while place < end:
        record = content[place]
        place += 1
        if record & 0x80:
            record = (record & 0x7F) | (content[place] & 0x7F) << 7
            place += 1
        length = shift = 0
        while True:
            byte = content[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        yield record, content[place : place + length]
        place += length


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    workbook = part_named(archive, "workbook.bin")
    for record, about in records(part_content(archive, workbook)):
        if record == SHEET:
            relation, after = _text(about, 8)
            if _text(about, after)[0] == sheet:
                return related_part(archive, workbook, relation)
    raise ValueError


def _text(content: bytes, place: int) -> tuple[str, int]:
    """Get the text at a place, and the place after it."""
    end = place + 4 + 2 * int(struct.unpack_from("<I", content, place)[0])
    return content[place + 4 : end].decode("utf-16-le", "replace"), end


def _styles(content: bytes) -> Styles:
    styles, of_cells = Styles({}, [], [], []), False
    for record, about in records(content):
        if record in (BEGIN_STYLES, END_STYLES):
            of_cells = record == BEGIN_STYLES
        elif record == FORMAT:
            styles.formats[struct.unpack_from("<H", about)[0]] = _text(about, 2)[0]
        elif record == STYLE and of_cells:
            _, key, font = struct.unpack_from("<3H", about)
            styles.keys.append(key)
            styles.fonts.append(font)
        elif record == FONT:
            styles.struck.append(is_struck(about))
    return styles


def _cells(kept: list[Record]) -> Iterator[BinaryCell]:
    row = 0
    for record, about in kept:
        if record == ROW:
            row = struct.unpack_from("<I", about)[0] + 1
        elif record in TEXTS:
            place, style = struct.unpack_from("<II", about)
            yield BinaryCell(row, place, style & 0xFFFFFF, "text")
        elif record == PACKED_NUMBER:
            place, style, packed = struct.unpack_from("<III", about)
            yield BinaryCell(row, place, style & 0xFFFFFF, "number", packed_number(packed))
        elif record in NUMBERS:
            place, style, number = struct.unpack_from("<IId", about)
            yield BinaryCell(row, place, style & 0xFFFFFF, "number", number)
        elif record in ERRORS:
            place, style, error = struct.unpack_from("<IIB", about)
            yield BinaryCell(row, place, style & 0xFFFFFF, "error", error)


def _hidden_rows(kept: list[Record]) -> Iterator[Annotation]:
    for record, about in kept:
        if record == ROW and about[11] & HIDDEN:
            yield struct.unpack_from("<I", about)[0] + 1, None, "hidden_row", None


def _links(kept: list[Record], targets: dict[str, str]) -> Iterator[Annotation]:
    for record, about in kept:
        if record == LINK:
            row, place = struct.unpack_from("<I4xI", about)
            address = linked_address(targets.get(_text(about, 16)[0], ""))
            if address:
                yield row + 1, place, "link", address


def _merged(kept: list[Record]) -> Iterator[Merged]:
    for record, about in kept:
        if record == MERGED:
            top, bottom, left = struct.unpack_from("<III", about)
            yield top + 1, bottom + 1, left
