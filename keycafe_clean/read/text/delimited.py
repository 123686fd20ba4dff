"""Delimited text as a grid of cells: the fast way where a piece is well-formed, the careful way where it is not."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate

import polars as pl

from keycafe_clean.read.annotations import annotations_of
from keycafe_clean.read.budget import CELL_BYTES, FULL, Budget, OverBudgetError
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text.careful import STRETCH, careful_cells
from keycafe_clean.read.text.fast import fast_cells
from keycafe_clean.read.text.quoted_records import quotes_singly
from keycafe_clean.read.text.unclosed_quotes import unclosed_quotes

#: Bytes that are read at a time, at the most and at the least: a row that is not well-formed makes its own piece slow.
PIECE, SMALL_PIECE = 16_000_000, 1_000_000

#: Bytes at the beginning that are read carefully: titles and column names are not as wide as the rows below them.
FIRST = 20_000

#: Bytes in which a piece and the longest cell behind it end: in a longer stretch there is no line end.
LONGEST_STRETCH = PIECE + 4 * CELL_BYTES


@dataclass(frozen=True)
class _Text:
    """UTF-8 text, the signs between and around its cells, and what ends its lines."""

    data: bytes
    delimiter: str
    quote: str = '"'
    end: bytes = b"\n"

    def line_end(self, place: int) -> int:
        """Get the place behind the line end that follows a place."""
        return self.data.find(self.end, place) + 1 or len(self.data)

    def records_end(self, start: int, place: int) -> int:
        """Get the place behind a line end after a place; where quote marks are closed, none in a quoted cell."""
        end = self.line_end(place)
        if self.data.count(self.quote.encode(), start, end) % 2 == 0:
            return end
        closing = self.data.find(self.quote.encode(), end)
        return self.line_end(closing) if closing >= 0 else end

    def has_many_quotes(self, start: int, end: int) -> bool:
        """Tell whether the careful way would have to read much of a stretch record by record."""
        return self.data.count(self.quote.encode(), start, end) * STRETCH > end - start


@dataclass(frozen=True)
class _Piece:
    """Some rows: their cells, how many cells each had, and where they end.

    `has_breaks` tells whether cells may hold line breaks; `strays` are (row, place) of stray quote marks; `one_by_one`
    is how much was read record by record.
    """

    cells: pl.DataFrame
    widths: pl.Series
    end: int
    has_breaks: bool
    strays: tuple[tuple[int, int], ...] = ()
    one_by_one: int = 0


def text_grid(data: bytes, delimiter: str, budget: Budget = FULL, *, piece: int = PIECE, first: int = FIRST) -> Grid:
    """Get the cells of UTF-8 text; every record is a row, blank lines included.

    Where a writer has used single quote marks for double ones, all of it is read the careful way.

    `piece` is how many bytes are read at a time, `first` how many carefully; the grid is the same whatever they are.
    OverBudgetError: the text holds more than the budget has.
    """
    budget = budget.for_bytes(len(data))
    quotes = "'" if quotes_singly(data[:first].decode(errors="ignore"), delimiter) else '"'
    text = _Text(data, delimiter, quotes, b"\n" if b"\n" in data else b"\r")
    pieces = [_careful(text, 0, text.line_end(first), budget)]
    width, size = Counter(pieces[0].widths).most_common(1)[0][0], piece
    while (start := pieces[-1].end) < len(data):
        end = text.records_end(start, start + size)
        _check_stretch(start, end)
        read = _fast(text, start, end, width)
        if read is None and size > SMALL_PIECE and text.has_many_quotes(start, end):
            size //= 8
            continue
        pieces.append(read or _careful(text, start, end, budget))
        _check(pieces, budget)
        size = min(size * 2, piece)
    return _joined(pieces, delimiter, budget)


def _check_stretch(start: int, end: int) -> None:
    """Let pass a stretch of text that ends where a line does, if that is not too far."""
    if end - start > LONGEST_STRETCH:
        raise OverBudgetError("cell_bytes")


def _check(pieces: list[_Piece], budget: Budget) -> None:
    """Let pass what has been read so far, if it is within the budget."""
    budget.check(
        rows=sum(piece.cells.height for piece in pieces),
        columns=max(piece.cells.width for piece in pieces),
        one_by_one=sum(piece.one_by_one for piece in pieces),
    )


def _fast(text: _Text, start: int, end: int, width: int) -> _Piece | None:
    data = text.data[start:end]
    cells = fast_cells(data, text.delimiter, width) if width and text.quote == '"' else None
    if cells is None:
        return None
    has_breaks = b'"' in data and data.count(b"\n") > cells.height
    return _Piece(cells, pl.repeat(width, cells.height, dtype=pl.UInt32, eager=True), end, has_breaks)


def _careful(text: _Text, start: int, end: int, budget: Budget) -> _Piece:
    """Read whole records until at least `end`; a quoted cell may be closed behind it, as far as cells reach."""
    behind = text.line_end(end + CELL_BYTES)
    _check_stretch(start, behind)
    characters = text.data[start:behind].decode()
    enough = len(text.data[start:end].decode())
    read = careful_cells(characters, text.delimiter, enough, text.quote, budget)
    ends = start + len(characters[: read.end].encode())
    return _Piece(read.cells, read.widths, ends, read.has_breaks, read.strays, read.one_by_one)


def _joined(pieces: list[_Piece], delimiter: str, budget: Budget) -> Grid:
    """Put pieces together, and annotate what is odd about cells; rows are counted from 1 over all of them."""
    starts = accumulate((piece.cells.height for piece in pieces), initial=1)
    strays = [
        (start + row, place, piece.cells.item(row, place))
        for start, piece in zip(starts, pieces, strict=False)
        for row, place in piece.strays
    ]
    cells = pl.concat([piece.cells for piece in pieces], how="diagonal")
    widths = pl.concat([piece.widths for piece in pieces])
    grid = Grid(cells, widths, annotations=_stray_quotes(strays), delimiter=delimiter)
    budget.check(longest=grid.longest)
    if not any(piece.has_breaks for piece in pieces):
        return grid
    return replace(grid, annotations=pl.concat([grid.annotations, unclosed_quotes(grid, delimiter)]))


def _stray_quotes(strays: list[tuple[int, int, str]]) -> pl.DataFrame:
    columns = ["source_row", "position", "value"]
    return annotations_of("stray_quote", pl.DataFrame(strays, schema=columns, orient="row"))
