"""Addresses behind a blank column that are of other people than those of the rows on whose lines they stand."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.read.table.cell_kinds import SHAPES
from keycafe_clean.read.table.known_headers import meaning, speaks_of_private_life
from keycafe_clean.read.table.named_leavers import joined_text, plain_text
from keycafe_clean.read.table.people_table import Table

#: What a column means that is about somebody else of the row (its manager), or another address of the same person.
_DECOY = "decoy"

#: Addresses in a column without a name, and in one that stands alone.
_SEVERAL = 2

#: Letters of a word by which an address is that of a name.
_WORD = r"^\p{L}{3,}$"

_ADDRESS = rf"^(?:{SHAPES['address'].pattern})$"


def has_addresses_of_others(table: Table, group: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether columns have addresses of people of their own; those of `before`, left of them, have some too.

    One is enough under a name of its own beside another column, else two. Where most have a word of their own row in
    them, or few of them differ, they are of the row: a second address, that of a team.
    """
    if not any(addresses(table, name).len() for name in before):
        return False
    return any(_is_of_others(table, name, group, before) for name in group)


def _is_of_others(table: Table, name: str, group: Sequence[str], before: Sequence[str]) -> bool:
    found = addresses(table, name)
    fewest = 1 if len(group) > 1 and _is_named(table, name) else _SEVERAL
    if found.len() < fewest or _is_of_the_row(name) or found.n_unique() * 2 < found.len():
        return False
    return _of_own_rows(table, name, before) * 2 < found.len()


def _is_named(table: Table, name: str) -> bool:
    return table.header_row is not None and not name.startswith("Column ")


def _is_of_the_row(name: str) -> bool:
    """Tell whether a name says of whom else it is, or which other address: `Manager email`, `Kin: Email`.

    A title of some words above may have one for private that says something else there: `Personal de apoyo: Correo`.
    """
    title, _, own = name.rpartition(": ")
    is_other_title = len(title.split()) > 1 and speaks_of_private_life(title) and meaning(own) != _DECOY
    return meaning(name) == _DECOY and not is_other_title


def addresses(table: Table, name: str) -> pl.Series:
    """Get the cells of a column that are one address and nothing else, in order."""
    cells = table.cells.get_column(name).str.strip_chars().drop_nulls()
    return cells.filter(cells.str.contains(_ADDRESS))


def share_of_own_rows(table: Table, name: str, before: Sequence[str]) -> float:
    """Get the share of the addresses in a column that have a word of these columns in their row, of 1."""
    return _of_own_rows(table, name, before) / max(addresses(table, name).len(), 1)


def _of_own_rows(table: Table, name: str, before: Sequence[str]) -> int:
    """Count the addresses in which a word stands that the columns left of them have in the same row."""
    own = joined_text(before)
    local = plain_text(pl.col(name).str.strip_chars().str.extract(r"^([^@]+)@"))
    rows = table.cells.select(own=own.str.split(" "), local=local.str.replace_all(" ", "")).with_row_index("row")
    words = rows.drop_nulls("local").explode("own").filter(pl.col("own").str.contains(_WORD))
    return words.filter(pl.col("local").str.contains(pl.col("own"), literal=True)).get_column("row").n_unique()
