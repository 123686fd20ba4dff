"""Rows of column names of which only the word for an address is known: the addresses below it tell."""

from collections.abc import Collection, Sequence

import polars as pl

from keycafe_clean.read.table.cell_kinds import SHAPES
from keycafe_clean.read.table.header import filled, is_without_data
from keycafe_clean.read.table.known_headers import meaning
from keycafe_clean.read.table.occurrences import Occurrences

#: Columns in which addresses are looked for that the first table has elsewhere: an export has some tens.
LOOKED_AT = 60

#: Cells of such a row; one alone is a title.
FEWEST = 2

_ADDRESS = rf"^\s*(?:{SHAPES['address'].pattern})\s*$"


def addresses_beside(below: pl.DataFrame, addresses: Collection[int]) -> list[int]:
    """Get the places of the other columns that have an address in some row below the first column names."""
    asked = [name for at, name in enumerate(below.columns[:LOOKED_AT]) if at not in addresses]
    some = below.select(pl.col(name).str.contains("@", literal=True).any() for name in asked)
    return [int(name) for name in asked if some.height and some.item(0, name)]


def stands_above_addresses(row: Sequence[str], below: pl.DataFrame, at: int, occurrences: Occurrences) -> bool:
    """Tell whether a row, at this place, has words alone, that for an address among them, right above an address.

    No cell of it stands in any other row below the first column names: no name of a person is such a word. The
    `occurrences` are those of its cells in all these rows.
    """
    cells = {cell for cell in row if cell.strip()}
    if len(cells) < FEWEST or filled(row) != len(cells) or not is_without_data(row):
        return False
    places = [place for place, cell in enumerate(row) if meaning(cell) == "Email Address"]
    if len(places) != 1 or not _begins_with_address(below.slice(at + 1, below.height).to_series(places[0])):
        return False
    return all(occurrences.in_rows(cell) <= 1 for cell in cells)


def _begins_with_address(cells: pl.Series) -> bool:
    return bool(cells.drop_nulls().head(1).str.contains(_ADDRESS).any())
