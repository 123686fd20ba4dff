"""A table without its private columns: of rows whose cells may be shifted, only what is certain is kept and told."""

from bisect import bisect_left
from collections.abc import Collection
from functools import reduce
from operator import or_

import polars as pl

from keycafe_clean.findings import WITHHELD, findings_of
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.people_table import Table
from keycafe_clean.read.table.shifted import ANYWHERE, shifts

#: A comma too many and another one too few may stand in one row, and cancel out in how many cells it has.
BESIDE = 1

#: Findings whose value counts rows, or is the number of one.
COUNTING = ("swallowed_rows", "other_order", "other_table", "other_names")


def without_private(
    grid: Grid, table: Table, private: Collection[str], findings: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Get the cells of a table that are certain to be no private ones, and the findings that tell none.

    Keeps every row and the other columns, in order; a cell that is not certain is null. Keeps every finding
    (`FINDINGS`), but those that would tell a private cell tell nothing, and of a row of which cells were not kept a
    question says so in place of its width (`redacted()`). `private` are the headers of the columns that are dropped.
    """
    if not private:
        return table.cells, findings
    shift = shifts(grid, table)
    cells = certain_cells(table, shift, private)
    return cells, redacted(findings, cells, shifted_rows(table, shift, private))


def certain_cells(table: Table, shift: pl.Series, private: Collection[str]) -> pl.DataFrame:
    """Get the cells without the private columns, and in shifted rows only those that no private column can have.

    Keeps every row and the other columns, in order; a cell that is not kept is null. `shift` is `shifts()`: by how many
    columns the cells of each row may be shifted.
    """
    kept = [name for name in table.cells.columns if name not in private]
    if not (shift > 0).any():
        return table.cells.select(kept)
    reach = _reach(table, private)
    certain = {distance: ~_is_uncertain(shift, distance) for distance in set(reach.values())}
    return table.cells.select(pl.when(pl.lit(certain[reach[name]])).then(name).alias(name) for name in kept)


def shifted_rows(table: Table, shift: pl.Series, private: Collection[str]) -> pl.DataFrame:
    """Get a question (`FINDINGS`) for each person of whom cells were not kept, in order; empty where all were.

    Its row_id is the place in the table, from 0. `shift` is `shifts()`; rows that are no people are not asked about.
    """
    reach = _reach(table, private)
    nearest = min((reach[name] for name in table.cells.columns if name not in private), default=ANYWHERE)
    is_person = table.rows.get_column("not_people").is_null()
    return findings_of(
        "shifted_row", table.rows.with_row_index("row_id").filter(is_person & _is_uncertain(shift, nearest))
    )


def redacted(findings: pl.DataFrame, cells: pl.DataFrame, shifted: pl.DataFrame) -> pl.DataFrame:
    """Get the findings about a file with private columns, and what is said of its shifted rows in place of their width.

    A value is told only where it stands in a cell of its row that was kept (`cells`), or only counts; else it is
    `WITHHELD`. The findings keep their order, `shifted` follows. A finding about the whole file stays as it is.
    """
    is_width = pl.col("code").is_in(["long_row", "short_row"])
    is_shifted = pl.col("row_id").is_in(shifted.get_column("row_id").implode())
    others = findings.filter(~(is_width & is_shifted).fill_null(value=False))
    return pl.concat([_without_private(others, cells), shifted])


def _reach(table: Table, private: Collection[str]) -> dict[str, int]:
    """Get how far the nearest private column is from each column."""
    places = [place for place, name in enumerate(table.names) if name in private]
    before, behind = [-ANYWHERE, *places], [*places, 2 * ANYWHERE]
    nearest = (bisect_left(places, place) for place in range(len(table.names)))
    return {
        name: min(place - before[at], behind[at] - place)
        for place, (name, at) in enumerate(zip(table.names, nearest, strict=True))
    }


def _is_uncertain(shift: pl.Series, distance: int) -> pl.Series:
    """Tell of which rows a cell so far from the nearest private column may be a private one."""
    return (shift > 0) & (shift.cast(pl.Int64) + BESIDE >= distance)


def _without_private(findings: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """Tell what a finding says only where it is a kept cell of its row; counts and what is about the file stay."""
    about_cells = findings.with_row_index("line").filter(
        pl.col("row_id").is_not_null() & pl.col("value").is_not_null() & ~pl.col("code").is_in(COUNTING)
    )
    rows = about_cells.get_column("row_id").to_list()
    value = about_cells.get_column("value").str.strip_chars()
    same = (
        (cells.get_column(name).gather(rows).str.strip_chars() == value).fill_null(value=False)
        for name in cells.columns
    )
    is_kept = reduce(or_, same, pl.repeat(value=False, n=len(rows), dtype=pl.Boolean, eager=True))
    hidden = about_cells.filter(~is_kept).get_column("line")
    is_hidden = pl.int_range(pl.len()).is_in(hidden.implode())
    return findings.with_columns(value=pl.when(is_hidden).then(pl.lit(WITHHELD)).otherwise("value"))
