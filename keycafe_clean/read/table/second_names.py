"""Rows of column names further down, and under which of the first names the cells below them belong."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.header import filled, is_without_data
from keycafe_clean.read.table.known_headers import known_names, meaning, meanings
from keycafe_clean.read.table.row_facts import spellings

#: Columns that tell which rows are worth a closer look: a row of names begins with them.
ASKED_FIRST = 3

#: Names of the first table that make a row one of names, and names that we know below a blank line.
FEWEST, FEWEST_KNOWN = 2, 2

#: Rows that are looked at closely; a file whose pages begin with names has fewer.
MOST = 5_000

#: Meanings that several columns of a table have: two names of such a meaning may be two columns.
OF_SEVERAL = {"sensitive", "other", "decoy", "id", "counter", "name"}


@dataclass(frozen=True)
class SecondNames:
    """A row of column names: its place in the grid, and its cells, blank ones included."""

    place: int
    cells: tuple[str, ...]


def second_names(grid: Grid, start: int, own: Sequence[str]) -> list[SecondNames]:
    """Get the rows of column names from a place on, in order; `own` are the names of the first table.

    Such a row says two of them, and beside them no more words than these, or only names that we know; or it stands
    below a blank line or a title, and a third of it are names that we know and no cell of the file.
    """
    below = grid.cells.slice(start)
    spelled = {spelling for name in own for spelling in _spellings(name)}
    found = []
    for at in _suspects(below, spelled):
        row = [" ".join(cell.split()) for cell in grid.row(start + at)]
        if _are_names(row, spelled) or (_is_below_a_gap(below, at) and _are_other_names(row, below)):
            width = len(row) if grid.widths is None else grid.widths[start + at]
            found.append(SecondNames(start + at, tuple(row[:width])))
    return found


def targets(cells: Sequence[str], own: Sequence[str]) -> list[int | None]:
    """Get for each cell the place of the name that is spelled so, else of the only one that means the same."""
    left = {at: name for at, name in enumerate(own) if name.strip()}
    found: dict[int, int] = {}
    for at, cell in enumerate(cells):
        spelled = [place for place, name in left.items() if cell.casefold() in _spellings(name)]
        if spelled:
            found[at] = at if at in spelled else spelled[0]
            del left[found[at]]
    mean, meant_by_own = _meanings(cells), _meanings(own)
    for at, cell in enumerate(cells):
        means = None if at in found else mean.get(cell)
        is_one = means is not None and means not in OF_SEVERAL
        meant = [place for place, name in left.items() if is_one and meant_by_own.get(name) == means]
        if len(meant) == 1:
            found[at] = meant[0]
            del left[meant[0]]
    return [found.get(at) for at in range(len(cells))]


def _meanings(cells: Sequence[str]) -> dict[str, str]:
    """Get what column names mean; a bare `name` is the part that the others leave (`Nom` beside `Prénom`)."""
    found = meanings([cell for cell in cells if cell.strip()])
    parts = {"First Name", "Last Name"} & set(found.values())
    other = {"First Name": "Last Name", "Last Name": "First Name"}[parts.pop()] if len(parts) == 1 else "name"
    return {cell: other if means == "name" else means for cell, means in found.items()}


def _spellings(name: str) -> set[str]:
    return {spelling.strip().casefold() for spelling in spellings(name)} - {""}


def _suspects(below: pl.DataFrame, spelled: set[str]) -> list[int]:
    """Get the rows with a name among their first cells, and the first ones below a blank line or a title."""
    firsts = (pl.col(name).str.strip_chars().str.to_lowercase() for name in below.columns[:ASKED_FIRST])
    said = pl.any_horizontal(first.is_in(list(spelled)) for first in firsts).fill_null(value=False)
    is_thin = pl.sum_horizontal(pl.all().is_not_null()) < FEWEST
    follows = is_thin.shift(1, fill_value=False) & ~is_thin
    return below.select(suspect=said | follows).to_series().arg_true().head(MOST).to_list()


def _are_names(row: Sequence[str], spelled: set[str]) -> bool:
    others = [cell for cell in row if cell and cell.casefold() not in spelled]
    names = filled(row) - len(others)
    is_enough = names >= len(others) or all(map(meaning, others))
    return names >= FEWEST and is_enough and is_without_data(row)


def _is_below_a_gap(below: pl.DataFrame, at: int) -> bool:
    return at > 0 and len([cell for cell in below.row(at - 1) if cell is not None]) < FEWEST


def _are_other_names(row: Sequence[str], below: pl.DataFrame) -> bool:
    """Tell whether a third of a row, and two, are names that we know and that stand in no other row: `Active` does."""
    known = known_names(row)
    if len(known) < FEWEST_KNOWN or len(known) * 3 < filled(row) or not is_without_data(row):
        return False
    counts = (below.select((pl.all() == cell).sum()).row(0) for cell in known)
    unique = [sum(filter(None, count)) <= row.count(cell) for count, cell in zip(counts, known, strict=True)]
    return sum(unique) >= FEWEST_KNOWN
