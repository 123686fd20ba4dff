"""Rows of column names further down, and under which of the first names the cells below them belong."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from keycafe_clean.read.table.above_addresses import addresses_beside, stands_above_addresses
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.table.header import filled, is_without_data
from keycafe_clean.read.table.known_headers import (
    ABOUT_PEOPLE,
    NAMES,
    is_what_people_go_by,
    known_names,
    may_be_known,
    meaning,
    meanings,
    speaks_of_things,
)
from keycafe_clean.read.table.occurrences import Occurrences
from keycafe_clean.read.table.row_facts import spellings

#: Columns that tell which rows are worth a closer look: a row of names begins with them.
ASKED_FIRST = 3

#: Names of the first table that make a row one of names, and names that we know below a blank line.
FEWEST, FEWEST_KNOWN = 2, 2

#: The share of a row that must be names that we know.
BELOW_A_GAP, NEARLY_ALL = Fraction(1, 3), Fraction(3, 4)

#: Rows that are looked at closely; a file whose pages begin with names has fewer.
MOST = 5_000

#: The parts of a name.
PARTS = {"First Name", "Last Name"}

#: Meanings that several columns of a table have: two names of such a meaning may be two columns.
OF_SEVERAL = {"sensitive", "other", "decoy", "id", "counter", "name"}

#: Meanings that a cell of a person has by chance, beside one that no name of a person has: `Manager`, `Name`.
BY_CHANCE = {"sensitive", "other", "decoy"}


@dataclass(frozen=True)
class SecondNames:
    """A row of column names: its place in the grid, and its cells, blank ones included."""

    place: int
    cells: tuple[str, ...]


def second_names(grid: Grid, start: int, own: Sequence[str]) -> list[SecondNames]:
    """Get the rows of column names from a place on, in order; `own` are the names of the first table.

    Such a row says two of them, and beside them no more words than these, or only names that we know. Or names that we
    know and that are no cell of the file are nearly all of it; below a blank line or a title a third is enough, and
    one in a list of keys or devices. What says of which part of a person it is needs no more beside it: first and last
    name, a name and an address, the word for an address where addresses stand, or right above one.
    """
    below = grid.cells.slice(start)
    spelled = {spelling for name in own for spelling in _spellings(name)}
    addresses = [at for at, means in enumerate(map(meaning, own)) if means == "Email Address"]
    found = []
    rows = {
        at: [" ".join(cell.split()) for cell in grid.row(start + at)] for at in _suspects(below, spelled, addresses)
    }
    occurrences = Occurrences(below, {cell for row in rows.values() for cell in row if cell})
    for at, row in rows.items():
        known = known_names(row)
        is_apart = _is_below_a_gap(below, at)
        enough = BELOW_A_GAP if is_apart else NEARLY_ALL
        is_of_things = is_apart and bool(known) and _are_names_of_things(row)
        is_said = _are_names(row, spelled) or _are_other_names(row, known, occurrences, enough)
        is_of_people = _are_parts_of_people(row, known, occurrences, addresses)
        if is_of_things or is_said or is_of_people or stands_above_addresses(row, below, at, occurrences):
            width = len(row) if grid.widths is None else grid.widths[start + at]
            found.append(SecondNames(start + at, tuple(row[:width])))
    return found


def targets(cells: Sequence[str], own: Sequence[str]) -> list[int | None]:
    """Get for each cell the place of the name that is spelled so, else of the only one that means the same.

    A blank cell where the first names have a blank one stays there.
    """
    found = {at: at for at, (cell, name) in enumerate(zip(cells, own, strict=False)) if not (cell or name.strip())}
    spelled = _places((spelling, at) for at, name in enumerate(own) for spelling in _spellings(name))
    mean, own_mean = _meanings(cells), _meanings(own)
    said = ["" if _is_whole(mean.get(cell), own_mean.get(cell)) else cell.casefold() for cell in cells]
    found |= _taken(cells, said, spelled, found)
    meant = _places((own_mean.get(name, ""), at) for at, name in enumerate(own) if at not in found.values())
    unique = {means: places for means, places in meant.items() if len(places) == 1 and means not in OF_SEVERAL}
    found |= _taken(cells, [mean.get(cell, "") for cell in cells], unique, found)
    return [found.get(at) for at in range(len(cells))]


def _places(said: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """Get the places at which each thing is said, in order; what is zero-length is not said."""
    places: dict[str, list[int]] = {}
    for what, at in said:
        if what:
            places.setdefault(what, []).append(at)
    return places


def _taken(
    cells: Sequence[str], said: list[str], places: dict[str, list[int]], found: dict[int, int]
) -> dict[int, int]:
    """Get a place for each cell without one, its own place before others; none is taken twice."""
    used, taken = set(found.values()), {}
    for at in range(len(cells)):
        free = [place for place in places.get(said[at], ()) if place not in used] if at not in found else []
        if free:
            taken[at] = at if at in free else free[0]
            used.add(taken[at])
    return taken


def _meanings(cells: Sequence[str]) -> dict[str, str]:
    """Get what column names mean; a bare `name` is the part that the others leave (`Nom` beside `Prénom`).

    So is the only one that people go by (`Called` beside `Surname`), where no other is the first name.
    """
    found = meanings([cell for cell in cells if cell.strip()])
    parts = PARTS & set(found.values())
    other = {"First Name": "Last Name", "Last Name": "First Name"}[parts.pop()] if len(parts) == 1 else "name"
    said = {cell: other if means == "name" else means for cell, means in found.items()}
    called = [cell for cell in cells if said.get(cell) in (None, "decoy") and is_what_people_go_by(cell)]
    is_left = other == "First Name" and other not in said.values() and len(called) == 1
    return said | dict.fromkeys(called, other) if is_left else said


def _is_whole(means: str | None, first: str | None) -> bool:
    """Tell whether a name is that of whole names here, and was that of a part: `Name`, once without `First name`."""
    return means == "name" and first in PARTS


def _spellings(name: str) -> set[str]:
    return {spelling.strip().casefold() for spelling in spellings(name)} - {""}


def _suspects(below: pl.DataFrame, spelled: set[str], addresses: Sequence[int]) -> list[int]:
    """Get the rows that may have a name among their first cells or where addresses stand, and those below a gap."""
    some = addresses_beside(below, addresses)
    asked = [name for at, name in enumerate(below.columns) if at < ASKED_FIRST or at in (*addresses, *some)]
    firsts = (pl.col(name).str.strip_chars().str.to_lowercase() for name in asked)
    known = (may_be_known(below.get_column(name)) for name in asked)
    said = pl.any_horizontal(*(first.is_in(list(spelled)) for first in firsts), *map(pl.lit, known)).fill_null(
        value=False
    )
    is_thin = pl.sum_horizontal(pl.all().is_not_null()) < FEWEST
    follows = is_thin.shift(1, fill_value=False) & ~is_thin
    return below.select(suspect=said | follows).to_series().arg_true().head(MOST).to_list()


def _are_names(row: Sequence[str], spelled: set[str]) -> bool:
    others = [cell for cell in row if cell and cell.casefold() not in spelled]
    names = filled(row) - len(others)
    is_enough = names >= len(others) or all(map(meaning, others))
    return names >= FEWEST and is_enough and is_without_data(row)


def _are_names_of_things(row: Sequence[str]) -> bool:
    """Tell whether a row, with a name that we know in it, is that of a list of keys or devices."""
    return filled(row) > 1 and speaks_of_things(row) and is_without_data(row)


def _is_below_a_gap(below: pl.DataFrame, at: int) -> bool:
    return at > 0 and sum(cell is not None for cell in below.row(at - 1)) < FEWEST


def _are_other_names(row: Sequence[str], names: Collection[str], occurrences: Occurrences, enough: Fraction) -> bool:
    """Tell whether enough of a row, and two, are names that we know and that stand in no other row: `Active` does.

    A letter alone is a cell of anything; nearly all of it must be about people.
    """
    known = [name for name in names if len(name) > 1]
    if len(known) < FEWEST_KNOWN or len(known) < filled(row) * enough or not is_without_data(row):
        return False
    if enough == NEARLY_ALL and ABOUT_PEOPLE.isdisjoint(map(meaning, known)):
        return False
    return len(_unique(row, known, occurrences)) >= FEWEST_KNOWN


def _are_parts_of_people(
    row: Sequence[str], names: Collection[str], occurrences: Occurrences, addresses: Sequence[int]
) -> bool:
    """Tell whether two cells, which no other row has, are names that no cell of a person is: one tells of which part.

    The word for an address in a column of `addresses`; where they are half of the row, first and last name, or a name
    and an address; or a name with another one beside it, in a row that shares no cell with any other.
    """
    known = [name for name in names if len(name) > 1]
    meant = {name: means for name in known if (means := meaning(name)) not in BY_CHANCE}
    if len(meant) < FEWEST_KNOWN or not is_without_data(row):
        return False
    unique = {name: meant[name] for name in _unique(row, list(meant), occurrences)}
    if len(unique) < FEWEST_KNOWN:
        return False
    is_address = any(unique.get(cell) == "Email Address" for cell in (row[at] for at in addresses if at < len(row)))
    cells = [cell for cell in row if cell]
    if is_address or len(unique) * 2 < len(cells):
        return is_address
    is_name = len(cells) > FEWEST_KNOWN and not NAMES.isdisjoint(unique.values())
    is_of_parts = len(ABOUT_PEOPLE & set(unique.values())) > 1
    return is_of_parts or (is_name and len(_unique(row, cells, occurrences)) == len(cells))


def _unique(row: Sequence[str], cells: Sequence[str], occurrences: Occurrences) -> list[str]:
    """Get which cells of a row stand in no other one."""
    return [cell for cell in cells if occurrences.in_cells(cell) <= row.count(cell)]
