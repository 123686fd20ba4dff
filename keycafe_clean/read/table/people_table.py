"""A grid of cells as a table of people: column names, what stands above them, and rows that are no people."""

from dataclasses import dataclass

import polars as pl

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.header import SEARCHED, Heading, filled, find_heading, may_be_names, says_the_same
from keycafe_clean.read.table.header_groups import with_groups
from keycafe_clean.read.table.header_names import column_names
from keycafe_clean.read.table.leaver_headings import leaver_headings, starter_headings
from keycafe_clean.read.table.not_people import is_lone_text, not_people
from keycafe_clean.read.table.stacked import in_one_order
from keycafe_clean.read.table.titles import are_titles


@dataclass(frozen=True)
class Table:
    """A grid whose column names are known.

    `cells` has one String column a header; `rows` has `source_row` (UInt32) and `not_people` (String), one row each,
    in the same order. `names` are the names of all columns of the grid, also of those without a cell, which are
    left out; the first `width` of them are the file's own. `grid` has the cells where the names say that they belong.
    `header_row` is the row number a spreadsheet shows, None without column names; `certain` is False where somebody
    must say whether that is right.
    """

    grid: Grid
    cells: pl.DataFrame
    rows: pl.DataFrame
    names: tuple[str, ...]
    width: int
    header_row: int | None
    preamble: tuple[str, ...]
    certain: bool


def table_of(grid: Grid, header: int | None = None, *, file: str = "The file") -> Table:
    """Get the table in a grid; `header` is the row of the column names, 0 says there is none, None finds it.

    UnreadableExport: there is no such row.
    """
    heading = find_heading(grid.top(SEARCHED)) if header is None else _as_asked(grid, header, file)
    start = 0 if heading.place is None else heading.place + 1
    own = _own_names(grid, heading.place)
    grid, again = (grid, []) if heading.place is None else in_one_order(grid, heading.place, own)
    own = _with_added(grid, heading.place, own)
    names = column_names([*own, *[""] * (grid.cells.width - len(own))])
    below = grid.cells.slice(start)
    cells = _named(below, names, own)
    others = _other_names(grid.top(SEARCHED), start, own) + [grid.row(row) for row in again]
    repeated = _is_any_of(below, others)
    return Table(
        grid=grid,
        cells=cells,
        rows=pl.DataFrame(
            [grid.source_rows.slice(start), no_people(cells, repeated, are_titles(below, grid, start - 1))]
        ),
        names=names,
        width=len(own),
        header_row=None if heading.place is None else heading.place + grid.first_row,
        preamble=tuple(" ".join(filter(None, row)).strip() for row in grid.top(heading.place or 0)),
        certain=heading.certain,
    )


def _as_asked(grid: Grid, header: int, file: str) -> Heading:
    place = header - grid.first_row
    if header and not 0 <= place < grid.cells.height:
        raise UnreadableExport(f"{file} has no row {header:,} for the column names: it ends before it.")
    return Heading(place if header else None, certain=True)


def _own_names(grid: Grid, place: int | None) -> list[str]:
    """Get the cells of the header, empty ones included; columns further right are not the header's."""
    if place is None:
        return []
    above, names = grid.row(place - 1) if place else [], grid.row(place)
    if grid.widths is not None:
        return with_groups(names[: grid.widths[place]], above[: grid.widths[place]])
    own = with_groups(names, above)
    return own[: max((column for column, name in enumerate(own, 1) if name.strip()), default=0)]


def _with_added(grid: Grid, place: int | None, own: list[str]) -> list[str]:
    """Get the names with those of other tables behind them; no label above the first table is about these."""
    return own if place is None else [*own, *grid.row(place)[len(own) : len(_own_names(grid, place))]]


def _named(cells: pl.DataFrame, names: tuple[str, ...], own: list[str]) -> pl.DataFrame:
    """Name the columns; one that neither the header names nor any row fills is left out."""
    named = {str(place) for place, cell in enumerate(own) if cell.strip()}
    used = [column for column in cells.columns if column in named or cells.get_column(column).count()]
    return cells.select(pl.col(column).alias(names[int(column)]) for column in used)


def _other_names(top: list[list[str]], start: int, own: list[str]) -> list[list[str]]:
    """Get the rows beside the header that belong to it: the one above it, and one below that says the same."""
    above = [row for row in top[max(start - 2, 0) : max(start - 1, 0)] if filled(row) > 1 and may_be_names(row)]
    return above + [row for row in top[start : start + 1] if says_the_same(row, own)]


def _is_any_of(cells: pl.DataFrame, rows: list[list[str]]) -> pl.Series:
    """Tell which rows of the grid have the cells of any of these rows."""
    same = (_has_cells(cells.columns, row) for row in rows)
    return cells.select(repeated=pl.any_horizontal(pl.repeat(value=False, n=pl.len()), *same)).to_series()


def _has_cells(columns: list[str], row: list[str]) -> pl.Expr:
    return pl.all_horizontal(pl.col(name).eq_missing(cell or None) for name, cell in zip(columns, row, strict=True))


def no_people(cells: pl.DataFrame, repeated: pl.Series, titles: pl.Series) -> pl.Series:
    """Get why rows are no people; those that repeat a row beside the column names are a header, or a title, too.

    One text alone between a row that is no person and a header is the title of what follows; so is one that says of
    people below that they have left.
    """
    lone = is_lone_text(cells)
    rows = pl.DataFrame({"reason": not_people(cells), "repeated": repeated, "title": titles, "lone": lone})
    said = pl.when("repeated").then(pl.lit("header")).when("title").then(pl.lit("page")).otherwise("reason")
    known = rows.select("lone", reason=said)
    reason = pl.col("reason")
    is_title = pl.col("lone") & reason.is_null() & (reason.shift(-1) == "header") & reason.shift(1).is_not_null()
    named = known.select(not_people=pl.when(is_title).then(pl.lit("heading")).otherwise(reason)).to_series()
    return named.set(leaver_headings(cells, named) | starter_headings(cells, named), "heading")
