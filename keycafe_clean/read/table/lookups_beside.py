"""Tables beside the people that are of no people: codes and what they stand for, with rows of their own."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.read.table.cell_kinds import kind
from keycafe_clean.read.table.header_names import NAMELESS
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, meaning, speaks_of_things
from keycafe_clean.read.table.people_table import Table

#: Columns and rows of such a table, and rows of people that a shorter one ends before.
COLUMNS, ROWS = 2, 2

#: What no column of such a table means.
_OF_PEOPLE = ABOUT_PEOPLE | {"employee_id"}

#: Letters of a given name that may begin the name of a person in a cell.
_SHORTEST_GIVEN = 3

#: What the columns of a table that is shorter than the people may mean: none of it says who goes in, and one of them
#: would be read as the people's.
_READ, _NOT_READ = {"department", "location", "id", "counter"}, {None, "other"}


def is_lookup(table: Table, group: Sequence[str], left: Sequence[str]) -> bool:
    """Tell whether the columns right of a blank one are a table of their own: codes, each once, and words for them.

    Its rows are full from the first on, and go on below the people in the columns `left` of it; or they end before the
    people do, and nothing in it could be said of a person.
    """
    meant = {meaning(name) for name in group}
    is_named = not any(map(NAMELESS.fullmatch, group))
    if len(group) < COLUMNS or not left or not is_named or not meant.isdisjoint(_OF_PEOPLE):
        return False
    filled = [_are_filled(table, [name]) for name in group]
    is_full, is_any = _all(filled), _any(filled)
    rows = int(is_full.sum())
    is_block = rows >= ROWS and bool(is_full.head(rows).all()) and is_any.sum() == rows
    people = _are_filled(table, left).arg_true()
    if not is_block or people.is_empty() or not _has_codes(table, group, rows):
        return False
    last = int(people[-1]) + 1
    is_below = rows > last and last == people.len()
    is_read = not meant.isdisjoint(_READ) and meant <= _READ | _NOT_READ
    return is_below or (rows + ROWS <= last and is_read and _says_nothing(table, group))


def are_things(table: Table, names: Sequence[str]) -> bool:
    """Tell whether columns are a list of keys or the like, and neither a name of theirs nor a cell tells of people."""
    # Loaded when first needed, as the words of names are.
    from keycafe_clean.steps.full_name.order import is_given_name  # noqa: PLC0415

    if not speaks_of_things(names) or not _OF_PEOPLE.isdisjoint(map(meaning, names)):
        return False
    cells = pl.concat(table.cells.get_column(name).alias("cell") for name in names).drop_nulls().to_frame()
    cell = pl.col("cell").str.strip_chars()
    is_name = cell.str.contains(r"\p{L}[,\s]+\p{L}") & is_given_name(cell, _SHORTEST_GIVEN)
    return not cells.select((is_name | cell.str.contains("@", literal=True)).any()).item() and _says_nothing(
        table, names
    )


def _are_filled(table: Table, names: Sequence[str]) -> pl.Series:
    cells = (pl.col(name).str.strip_chars().str.len_chars() > 0 for name in names)
    return table.cells.select(pl.any_horizontal(cells).fill_null(value=False)).to_series()


def _all(columns: Sequence[pl.Series]) -> pl.Series:
    return pl.select(pl.all_horizontal(*columns)).to_series()


def _any(columns: Sequence[pl.Series]) -> pl.Series:
    return pl.select(pl.any_horizontal(*columns)).to_series()


def _has_codes(table: Table, group: Sequence[str], rows: int) -> bool:
    """Tell whether each of the first rows has another cell in one of the columns."""
    return any(table.cells.get_column(name).head(rows).is_unique().all() for name in group)


def _says_nothing(table: Table, group: Sequence[str]) -> bool:
    """Tell whether no column and no cell speaks of leaving, and no cell is a day or a mark."""
    # Loaded when first needed, as the words of leaving are.
    from keycafe_clean.steps.leavers import heads_leavers  # noqa: PLC0415
    from keycafe_clean.steps.left_notes import say_who_left  # noqa: PLC0415

    cells = [cell for name in group for cell in table.cells.get_column(name).drop_nulls()]
    said = pl.Series("said", [*group, *cells], dtype=pl.String)
    speak = said.to_frame().select(heads_leavers(pl.col("said")).any()).item() or say_who_left(said, "").any()
    return not speak and all(kind(cell) not in ("date", "flag") for cell in cells)
