"""Which cells are column names that we know."""

import re
from collections.abc import Sequence
from functools import cache

import polars as pl

#: Longer cells are text, not names.
LONGEST_NAME = 80

#: Cells of a row that are looked at: rows are compared by their names, and so many tell.
ENOUGH = 300

#: A column is the second or the tenth of its kind (`Address 2`); a longer number is that of a thing or a person.
_NUMBERED = re.compile(r"\d{3,}\s*$")

#: What a column means that holds the names of people, whole or in part.
NAMES = frozenset({"First Name", "Last Name", "full_name", "name"})

#: What a column means that tells who somebody is, or how to reach them.
ABOUT_PEOPLE = NAMES | {"Email Address"}


def meaning(cell: str) -> str | None:
    """Get what a cell means as a column name; None where it is none that we know."""
    # Loaded when first needed: the child reads a workbook of one sheet without it, and shall start at once.
    from keycafe_clean.columns.vocabulary import recognise  # noqa: PLC0415

    is_name = 0 < len(cell.strip()) <= LONGEST_NAME and not _NUMBERED.search(cell)
    return recognise(cell) if is_name else None


def words_of(cell: str) -> tuple[str, ...]:
    """Get the words of a cell, as a column name is folded: `agencyFirst` is `agency first`; none of a longer text."""
    from keycafe_clean.columns.headers import words  # noqa: PLC0415

    return words(cell) if len(cell) <= LONGEST_NAME else ()


def meanings(cells: Sequence[str]) -> dict[str, str]:
    """Get what the column names of a table mean, seen together; those that nobody knows are not in it."""
    from keycafe_clean.columns.together import meanings_of  # noqa: PLC0415

    return {cell: found.kind for cell, found in meanings_of(cells).items()}


def speaks_of_things(cells: Sequence[str]) -> bool:
    """Tell whether column names are those of a list of keys or devices: one is, and none a part of a name or address.

    Whoever has a thing may stand in it: `Key | Room | Holder`.
    """
    from keycafe_clean.columns.vocabulary import is_of_a_thing  # noqa: PLC0415

    own, meant = {"First Name", "Last Name", "Email Address"}, {cell: meaning(cell) for cell in cells[:ENOUGH]}
    things = (cell for cell, means in meant.items() if means != "employee_id" and is_of_a_thing(cell))
    return any(things) and own.isdisjoint(meant.values())


def speaks_of_private_life(cell: str) -> bool:
    """Tell whether a cell, as a column name, says that what stands below it is private, not of the work."""
    from keycafe_clean.columns.suggest_address import is_private  # noqa: PLC0415

    return is_private(cell)


def speaks_of_others(cell: str) -> bool:
    """Tell whether a cell, as a column name, says that what stands below it is a manager's or a child's."""
    from keycafe_clean.columns.vocabulary import is_of_somebody_else  # noqa: PLC0415

    return 0 < len(cell.strip()) <= LONGEST_NAME and is_of_somebody_else(cell)


def is_what_people_go_by(cell: str) -> bool:
    """Tell whether a cell, as a column name, is that of a name by which people are called: `Known as`, `Called`."""
    from keycafe_clean.columns.other_names import CALLED, is_of_others, speaks_as  # noqa: PLC0415

    return 0 < len(cell.strip()) <= LONGEST_NAME and speaks_as(cell, CALLED) and not is_of_others(cell)


def known_names(cells: Sequence[str]) -> set[str]:
    """Get the different cells that are column names of HR systems, among the first three hundred of a row."""
    return {cell for cell in cells[:ENOUGH] if meaning(cell)}


def may_be_known(cells: pl.Series) -> pl.Series:
    """Tell which cells may be a column name that we know, as headers are folded: to ask few rows closely.

    Null stays null.
    """
    from keycafe_clean.columns.headers import keys_of  # noqa: PLC0415

    distinct = cells.unique()
    known = distinct.filter(keys_of(distinct).is_in(_spelled_keys()))
    return cells.is_in(known.implode())


@cache
def _spelled_keys() -> pl.Series:
    from keycafe_clean.columns.vocabulary import spelled_keys  # noqa: PLC0415

    return pl.Series(sorted(spelled_keys())).implode()
