"""Titles above the column names: each counts for the columns that it stands above, to where the next one begins."""

from collections.abc import Sequence

from keycafe_clean.read.table.header import filled
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, meaning
from keycafe_clean.read.table.people_table import Table


def titles_above(table: Table, beside: Sequence[str]) -> list[list[str]]:
    """Get the titles that count for a table beside which these columns stand, of each row above its column names.

    One that stands alone counts if it is above any column of the table; of several, those above names and addresses of
    people: `Termination` may stand above its last days.
    """
    others = {*beside}
    own = [place for place, name in enumerate(table.names) if name in table.cells.columns and name not in others]
    people = [place for place in own if meaning(table.names[place].rpartition(": ")[2]) in ABOUT_PEOPLE] or own
    rows = table.grid.top(len(table.preamble))
    return [_titles(row, own if filled(row) == 1 else people) for row in rows]


def _titles(row: Sequence[str], places: Sequence[int]) -> list[str]:
    """Get the cells of a row that stand above any of these places, or left of it with nothing between."""
    starts = [place for place, cell in enumerate(row) if cell.strip()]
    stops = [*starts[1:], len(row)]
    return [
        " ".join(row[start].split())
        for start, stop in zip(starts, stops, strict=False)
        if any(start <= place < stop for place in places)
    ]
