"""Cells of binary workbooks (xls, xlsb) as annotations: both keep numbers, errors and styles in the same way."""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import Place, of_number
from keycafe_clean.read.workbook.number_format import zero_mask

#: How errors are numbered, as a spreadsheet shows them.
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

#: The bit of a font that is struck through.
STRUCK = 0x08


class BinaryCell(NamedTuple):
    """A cell that is no plain text: its row from 1, its place from 0, its style, and what it holds.

    `kind` is `number`, `error` (then `number` is that of the error), `text`, or `uncomputed`.
    """

    row: int
    place: int
    style: int
    kind: str
    number: float = 0


@dataclass(frozen=True)
class Styles:
    """The number formats of a workbook by their keys, and the key and the number of the font of each style of cells.

    `struck` tells of each font whether its letters are struck through.
    """

    formats: dict[int, str]
    keys: list[int]
    fonts: list[int]
    struck: list[bool]

    def strikes(self) -> set[int]:
        """Get the styles whose letters are struck through."""
        return {style for style, font in enumerate(self.fonts) if font < len(self.struck) and self.struck[font]}

    def masks(self) -> dict[int, str]:
        """Get the formats that pad with zeros, by style."""
        shown = {style: zero_mask(self.formats.get(key, "")) for style, key in enumerate(self.keys)}
        return {style: mask for style, mask in shown.items() if mask}


def binary_annotations(cells: Iterable[BinaryCell], styles: Styles, days: dict[Place, str]) -> Iterator[Annotation]:
    """Yield what is to be said about cells; `days` are the texts that must not be taken for days."""
    masks, strikes = styles.masks(), styles.strikes()
    for row, place, style, kind, number in cells:
        if style in strikes:
            yield row, place, "struck", None
        if kind == "number":
            yield from of_number(row, place, number, masks.get(style))
        elif kind == "error":
            yield row, place, "error_cell", ERRORS.get(int(number), "#VALUE!")
        elif kind == "uncomputed":
            yield row, place, "formula_without_result", ""
        elif (row, place) in days:
            yield row, place, "as_shown", days[row, place]


def is_struck(font: bytes) -> bool:
    """Tell whether the letters of a font are struck through."""
    return bool(font[2] & STRUCK)


def packed_number(packed: int) -> float:
    """Get the number of an RK value: 30 bits of a float or of a whole number, perhaps in hundredths."""
    if packed & 2:
        number = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        number = struct.unpack("<d", struct.pack("<Q", (packed & ~3) << 32))[0]
    return number / 100 if packed & 1 else number
