"""A grid of cells as a table of people: column names, what stands above them, and rows that are no people."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.grid import Grid
from keycafe_clean.read.header import SEARCHED, Heading, find_heading, says_the_same
from keycafe_clean.read.names import column_names, with_groups
from keycafe_clean.read.not_people import not_people


@dataclass(frozen=True)
class Table:
    """A grid whose column names are known.

    `cells` has one String column a header; `rows` has `source_row` (UInt32) and `not_people` (String), one row each,
    in the same order. `names` are the names of all columns of the grid, also of those without a cell, which are
    left out; the first `width` of them are the file's own. `header_row` is the row number a spreadsheet shows, None
    without column names; `certain` is False where somebody must say whether that is right.
    """

    cells: pl.DataFrame
    rows: pl.DataFrame
    names: tuple[str, ...]
    width: int
    header_row: int | None
    preamble: tuple[str, ...]
    certain: bool


def table_of(grid: Grid, header: int | None = None) -> Table:
    """Get the table in a grid; `header` is the row of the column names, 0 says there is none, None finds it.

    UnreadableExport: there is no such row.
    """
    top = grid.top(SEARCHED)
    heading = find_heading(top) if header is None else _as_asked(grid, header)
    start = 0 if heading.place is None else heading.place + 1
    own = _own_names(grid, heading.place)
    names = column_names([*own, *[""] * (grid.cells.width - len(own))])
    cells = _named(grid.cells.slice(start), names, own)
    return Table(
        cells=cells,
        rows=pl.DataFrame([grid.source_rows.slice(start), _not_people(cells, own, top[start : start + 1])]),
        names=names,
        width=len(own),
        header_row=None if heading.place is None else heading.place + grid.first_row,
        preamble=tuple(" ".join(filter(None, row)).strip() for row in grid.top(heading.place or 0)),
        certain=heading.certain,
    )


def _as_asked(grid: Grid, header: int) -> Heading:
    place = header - grid.first_row
    if header and not 0 <= place < grid.cells.height:
        raise UnreadableExport(f"There is no row {header:,} for the column names: the file ends before it.")
    return Heading(place if header else None, certain=True)


def _own_names(grid: Grid, place: int | None) -> list[str]:
    """Get the cells of the header, empty ones included; columns further right are not the header's."""
    if place is None:
        return []
    above, names = grid.row(place - 1) if place else [], grid.row(place)
    width = len(names) if grid.widths is None else grid.widths[place]
    return with_groups(names[:width], above[:width])


def _named(cells: pl.DataFrame, names: tuple[str, ...], own: list[str]) -> pl.DataFrame:
    """Name the columns; one that neither the header names nor any row fills is left out."""
    named = {str(place) for place, cell in enumerate(own) if cell.strip()}
    used = [column for column in cells.columns if column in named or cells.get_column(column).count()]
    return cells.select(pl.col(column).alias(names[int(column)]) for column in used)


def _not_people(cells: pl.DataFrame, own: list[str], first: list[list[str]]) -> pl.Series:
    """Get why rows are no people; a first row that says the column names in other words is a header too."""
    reasons = not_people(cells)
    if first and says_the_same(first[0], own):
        reasons[0] = "header"
    return reasons
