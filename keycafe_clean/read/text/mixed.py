"""Files pasted together from two encodings: UTF-8 for the most part, with letters of Windows-1252 in between."""

import codecs
from dataclasses import replace

import polars as pl

from keycafe_clean.read.annotations import annotations_of
from keycafe_clean.read.table.grid import Grid

#: Private characters that stand for a byte that is not UTF-8 until its row and column are known.
FIRST = 0xF700
STAND_IN = f"[{chr(FIRST + 0x80)}-{chr(FIRST + 0xFF)}]"

#: The most bytes of a second encoding: each is looked at by itself, and no pasted rows have more.
MOST = 1_000_000

#: The bytes that mean another letter in each encoding, and each stand-in with the letter of Windows-1252.
_NOT_ASCII = bytes(range(0x80, 0x100))
LETTERS = {FIRST + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)}


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(FIRST + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error("keycafe_clean.stand_in", _stand_in)


def decoded_in_two(data: bytes) -> str | None:
    """Get the text with a stand-in for each byte that is not UTF-8; None where most of such bytes are not.

    Bytes of Windows-1252 hardly ever make a letter of UTF-8 by chance: one such letter outweighs one stray byte.
    """
    without = data.decode("utf-8", errors="ignore")
    stand_ins = len(data) - len(without.encode())
    others = len(without) - len(data.translate(None, _NOT_ASCII))
    if others < stand_ins or stand_ins > MOST:
        return None
    return data.decode("utf-8", errors="keycafe_clean.stand_in")


def with_letters(grid: Grid) -> Grid:
    """Put the letters of Windows-1252 where the stand-ins are, and annotate every cell that had one."""
    cells, annotations = grid.cells, [grid.annotations]
    for column in cells.select(pl.all().str.contains(STAND_IN).any()).unpivot().filter("value")["variable"]:
        replaced = _replaced(cells.get_column(column))
        annotations.append(_annotations(grid, column, replaced))
        cells = cells.with_columns(replaced)
    return replace(grid, cells=cells, annotations=pl.concat(annotations))


def _replaced(cells: pl.Series) -> pl.Series:
    odd = cells.filter(cells.str.contains(STAND_IN)).unique()
    return cells.replace(odd, pl.Series([cell.translate(LETTERS) for cell in odd], dtype=pl.String))


def _annotations(grid: Grid, column: str, replaced: pl.Series) -> pl.DataFrame:
    changed = pl.DataFrame([grid.source_rows, replaced.alias("value")]).filter(
        grid.cells.get_column(column).str.contains(STAND_IN)
    )
    return annotations_of("other_encoding", changed.with_columns(position=pl.lit(int(column))))
