"""Delimited text as a grid of cells: the fast way where a piece is well-formed, the careful way where it is not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, islice

import polars as pl

from keycafe_clean.read.fast import fast_cells
from keycafe_clean.read.grid import MARKS, Grid, cells_of
from keycafe_clean.read.records import Record, quotes_singly, records
from keycafe_clean.read.swallowed import swallowed_rows

#: Bytes that are read at a time; a row that is not well-formed makes only its own piece slow.
PIECE = 16_000_000

#: Bytes at the beginning that are read carefully: titles and column names are not as wide as the rows below them.
FIRST = 20_000

#: Bytes behind a piece in which its last record may end.
SPARE = 1_000_000

#: Records that become a frame at a time; Python's lists of them would take ten times the memory.
RECORDS_AT_A_TIME = 50_000


@dataclass(frozen=True)
class _Piece:
    """Some rows: their cells, how many cells each had, and where they end.

    `has_breaks` tells whether cells may hold line breaks; `strays` are (row, place) of stray quote marks.
    """

    cells: pl.DataFrame
    widths: pl.Series
    end: int
    has_breaks: bool
    strays: tuple[tuple[int, int], ...] = ()


def text_grid(data: bytes, delimiter: str, *, piece: int = PIECE, first: int = FIRST) -> Grid:
    """Get the cells of UTF-8 text; every record is a row, blank lines included.

    Where a writer has used single quote marks for double ones, all of it is read the careful way.

    `piece` is how many bytes are read at a time, `first` how many carefully; the grid is the same whatever they are.
    """
    if quotes_singly(data[:first].decode(errors="ignore"), delimiter):
        return careful_grid(data, delimiter, quote="'")
    pieces = [_careful(data, delimiter, 0, _line_end(data, first))]
    width = Counter(pieces[0].widths).most_common(1)[0][0]
    while (start := pieces[-1].end) < len(data):
        end = _line_end(data, start + piece)
        pieces.append(_fast(data[start:end], delimiter, width, end) or _careful(data, delimiter, start, end))
    return _joined(pieces, delimiter)


def careful_grid(data: bytes, delimiter: str, *, quote: str = '"') -> Grid:
    """Get the same grid as `text_grid`, all of it the careful way."""
    whole = _read(data.decode(), delimiter, len(data), quote=quote)
    return _joined([whole], delimiter)


def _line_end(data: bytes, place: int) -> int:
    """Get the place behind the line end that follows a place."""
    return data.find(b"\n", place) + 1 or len(data)


def _fast(data: bytes, delimiter: str, width: int, end: int) -> _Piece | None:
    cells = fast_cells(data, delimiter, width) if width else None
    if cells is None:
        return None
    has_breaks = b'"' in data and data.count(b"\n") > cells.height
    return _Piece(cells, pl.repeat(width, cells.height, dtype=pl.UInt32, eager=True), end, has_breaks)


def _careful(data: bytes, delimiter: str, start: int, end: int) -> _Piece:
    """Read whole records carefully until at least `end`; a quoted cell may be closed far behind it."""
    enough = len(data[start:end].decode())
    text = data[start : _line_end(data, end + SPARE)].decode()
    piece = _read(text, delimiter, enough)
    if piece.strays:
        text = data[start:].decode()
        piece = _read(text, delimiter, enough)
    return replace(piece, end=start + len(text[: piece.end].encode()))


def _read(text: str, delimiter: str, enough: int, *, quote: str = '"') -> _Piece:
    """Read records until one ends at `enough` characters or behind."""
    frames, strays, end, rows = [], [], 0, 0
    stream = records(text, delimiter, quote=quote)
    while end < enough and (batch := list(islice(_until(stream, enough), RECORDS_AT_A_TIME))):
        frames.append(cells_of([record.cells for record in batch]))
        strays += [(rows + row, place) for row, record in enumerate(batch) for place in record.strays]
        end, rows = batch[-1].end, rows + len(batch)
    cells = pl.concat([frame for frame, _ in frames], how="diagonal")
    has_breaks = quote in text[:end] and len(text[:end].splitlines()) > rows
    return _Piece(cells, pl.concat([widths for _, widths in frames]), end, has_breaks, tuple(strays))


def _until(stream: Iterator[Record], enough: int) -> Iterator[Record]:
    for record in stream:
        yield record
        if record.end >= enough:
            return


def _joined(pieces: list[_Piece], delimiter: str) -> Grid:
    """Put pieces together, and mark what is odd about cells; rows are counted from 1 over all of them."""
    starts = accumulate((piece.cells.height for piece in pieces), initial=1)
    strays = [
        (start + row, place, piece.cells.item(row, place))
        for start, piece in zip(starts, pieces, strict=False)
        for row, place in piece.strays
    ]
    cells = pl.concat([piece.cells for piece in pieces], how="diagonal")
    widths = pl.concat([piece.widths for piece in pieces])
    grid = Grid(cells, widths, marks=_stray_quotes(strays), delimiter=delimiter)
    if not any(piece.has_breaks for piece in pieces):
        return grid
    return replace(grid, marks=pl.concat([grid.marks, swallowed_rows(grid, delimiter)]))


def _stray_quotes(strays: list[tuple[int, int, str]]) -> pl.DataFrame:
    schema = {"source_row": pl.UInt32, "position": pl.UInt32, "value": pl.String}
    found = pl.DataFrame(strays, schema=schema, orient="row")
    return found.select("source_row", "position", pl.lit("stray_quote").alias("code"), "value").match_to_schema(MARKS)
