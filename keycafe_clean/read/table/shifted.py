"""Rows whose cells may stand under other column names, and by how many columns.

A comma too many, or one too few, puts every cell behind it under another name, and nobody knows where it was.
"""

import polars as pl

from keycafe_clean.read.table.grid import Grid, usual_width
from keycafe_clean.read.table.people_table import Table

#: How far the cells of a row are shifted that cannot be told at all.
ANYWHERE = 1_000_000

#: How many rows must end in blank cells without a name before that is how the file is written.
FEWEST = 5

#: How many cells of a row must be names of other columns before it is column names in another order.
FEWEST_NAMES, ASKED_FIRST = 2, 3


def shifts(grid: Grid, table: Table) -> pl.Series:
    """Get for each row of a table by how many columns its cells may be shifted (UInt32); 0 where that is certain."""
    by_width = _of_workbook(table) if grid.widths is None else _of_text(grid.widths.tail(table.rows.height), table)
    broken, whole = _line_breaks(table, grid.delimiter)
    lost = whole | (broken & (by_width > 0)) | _in_other_order(table)
    rows = pl.DataFrame({"shift": by_width, "lost": lost})
    return rows.select(pl.when("lost").then(ANYWHERE).otherwise("shift").cast(pl.UInt32).alias("shift")).to_series()


def _of_text(widths: pl.Series, table: Table) -> pl.Series:
    """Get how many cells too many or too few each row has."""
    return (widths.cast(pl.Int64) - _regular(widths, table)).abs()


def _regular(widths: pl.Series, table: Table) -> int:
    """Get how many cells a row has: those with a name, and blank ones behind them where the file is written so."""
    people = widths.filter(table.rows.get_column("not_people").is_null())
    usual = usual_width(people if people.len() else widths)
    named = max((place for place in range(table.width) if table.names[place] in table.cells), default=-1) + 1
    if not table.width or usual == named:
        return usual
    as_usual = widths == usual
    behind = (table.cells.get_column(name).filter(as_usual) for name in table.names[named:] if name in table.cells)
    is_written_so = usual > named and as_usual.sum() >= FEWEST and not any(cells.count() for cells in behind)
    return usual if is_written_so else table.width


def _of_workbook(table: Table) -> pl.Series:
    """Get which rows fill the cell right of the last name: how far they are shifted, blank cells at their ends hide.

    A column that most rows fill only lacks a name, and what stands further right is no part of the table.
    """
    beside = table.names[table.width] if 0 < table.width < len(table.names) else ""
    if beside not in table.cells or table.cells.get_column(beside).count() * 2 > table.rows.height:
        return pl.repeat(0, table.rows.height, dtype=pl.Int64, eager=True)
    return table.cells.get_column(beside).is_not_null().cast(pl.Int64) * ANYWHERE


def _line_breaks(table: Table, delimiter: str) -> tuple[pl.Series, pl.Series]:
    """Get which rows have a line break in a cell, and which have one in a cell that could hold a whole row."""
    breaks = [pl.col(name).str.contains_any(["\r", "\n"]).fill_null(value=False) for name in table.cells.columns]
    broken = table.cells.select(broken=pl.any_horizontal(breaks)).to_series()
    if not delimiter:
        return broken, _all_false(table)
    places = broken.arg_true()
    fewest = max(len(table.names) - 1, 1)
    holds = (pl.col(name).str.count_matches(delimiter, literal=True) >= fewest for name in table.cells.columns)
    holding = table.cells[places].select(pl.any_horizontal(holds).fill_null(value=False)).to_series()
    return broken, _all_false(table).scatter(places, holding)


def _all_false(table: Table) -> pl.Series:
    return pl.repeat(value=False, n=table.rows.height, dtype=pl.Boolean, eager=True)


def _in_other_order(table: Table) -> pl.Series:
    """Get which rows stand below column names that say the table's own in another order: two tables in one file."""
    names = pl.Series("cell", table.cells.columns)
    first = (pl.col(name).is_in(names.implode()) for name in names[:ASKED_FIRST])
    # Every cell of such a row is a name: the first ones tell which rows are worth asking about all of theirs.
    candidates = table.cells.select(pl.any_horizontal(first).fill_null(value=False)).to_series().arg_true()
    # By their places: a column of the file may be called as one of ours.
    places = names.to_frame().with_row_index("place").with_columns(pl.col("place").cast(pl.String))
    placed = table.cells[candidates].rename(dict(zip(table.cells.columns, places["place"], strict=True)))
    rows = placed.insert_column(0, candidates.alias("row"))
    said = rows.unpivot(index="row", variable_name="at", value_name="cell").join(places, on="cell")
    elsewhere = said.filter(pl.col("at") != pl.col("place")).group_by("row").len()
    moved = elsewhere.filter(pl.col("len") >= FEWEST_NAMES).get_column("row")
    return _all_false(table).scatter(moved, values=True).cum_max() if moved.len() else _all_false(table)
