"""A second set of people in columns beside the first, told by a word that all its names have: `Agency First`."""

from collections.abc import Sequence
from itertools import islice

import polars as pl

from keycafe_clean.read.table.addresses_beside import addresses, has_addresses_of_others, share_of_own_rows
from keycafe_clean.read.table.known_headers import ABOUT_PEOPLE, NAMES, meaning, words_of
from keycafe_clean.read.table.named_leavers import joined_text
from keycafe_clean.read.table.people_table import Table

#: How many words of the name of a column may say of whom it is, before or behind what it says of them.
MOST_WORDS = 3

#: Cells that are enough to see two people in each row of a set without addresses, and the share of rows that have them.
FEWEST, MOSTLY = 2, 0.5

_ADDRESS, _PARTS, _DECOY = "Email Address", {"First Name", "Last Name"}, "decoy"


def prefixed_columns(table: Table) -> list[str]:
    """Get the columns of sets of people that stand right of the first one, in order, each under a word of its own.

    Each set has names, and addresses or both parts of a name. Columns of a manager, a relative or another name of the
    same person are none; nor are those whose cells are the row's own, or of people who are in the first set.
    """
    names = list(table.cells.columns)
    found = set[str]()
    for qualifier, columns in _sets(names).items():
        others = [name for name in names if name not in columns]
        is_beside = _is_second(names, columns, others) and all(meaning(name) != _DECOY for name in columns)
        if is_beside and _has_own_people(table, qualifier, columns, others):
            found |= columns.keys()
    return [name for name in names if name in found]


def _sets(names: Sequence[str]) -> dict[str, dict[str, str]]:
    """Get the names of columns, and what they mean, by the words before or behind that: `agency`, `2`."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        said = words_of(name)
        sizes = range(1, min(MOST_WORDS, len(said) - 1) + 1)
        before = (("".join(said[:size]), " ".join(said[size:])) for size in sizes)
        behind = (("".join(said[-size:]), " ".join(said[:-size])) for size in sizes)
        for parted in (before, behind):
            known = ((words, means) for words, rest in parted if (means := meaning(rest)) in ABOUT_PEOPLE and means)
            for words, means in islice(known, 1):
                found.setdefault(words, {})[name] = means
    return found


def _is_second(names: Sequence[str], columns: dict[str, str], others: Sequence[str]) -> bool:
    """Tell whether columns are a set of people, and others that begin left of them are one too, with addresses."""
    meant, first = set(columns.values()), {name: means for name in others if (means := meaning(name)) in ABOUT_PEOPLE}
    is_set = bool(meant & NAMES) and (_ADDRESS in meant or meant >= _PARTS)
    is_first = _ADDRESS in first.values() and not NAMES.isdisjoint(first.values())
    return is_set and is_first and names.index(min(first, key=names.index)) < names.index(min(columns, key=names.index))


def _has_own_people(table: Table, qualifier: str, columns: dict[str, str], others: Sequence[str]) -> bool:
    """Tell whether the cells of a set are of people who are neither those of the rows nor anybody in the others.

    Under a number alone (`Email 2`) the addresses must be made of the names beside them: it may be a second address.
    """
    held = [name for name, means in columns.items() if means == _ADDRESS]
    named = [name for name, means in columns.items() if means in NAMES]
    if not held:
        return not qualifier.isdecimal() and _are_other_names(
            table, named, [name for name in others if meaning(name) in NAMES]
        )
    known = pl.concat([addresses(table, name) for name in others]).unique()
    if all(addresses(table, name).is_in(known.implode()).all() for name in held):
        return False
    if qualifier.isdecimal() and all(share_of_own_rows(table, name, named) < MOSTLY for name in held):
        return False
    return has_addresses_of_others(table, list(columns), others)


def _are_other_names(table: Table, named: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether two rows or more, and most, have names here of no word of the row's own ones, in its letters."""
    words = {"here": joined_text(named), "own": joined_text(own)}
    rows = table.cells.select(**words).filter(
        pl.col("here").str.contains(r"\p{L}") & pl.col("own").str.contains(r"\p{L}")
    )
    latin = [pl.col(side).str.contains(r"\p{Latin}") for side in words]
    sets = [pl.col(side).str.extract_all(r"\p{L}{2,}") for side in words]
    is_other = (latin[0] == latin[1]) & (sets[0].list.set_intersection(sets[1]).list.len() == 0)
    others = int(rows.select(is_other.sum()).item())
    return others >= FEWEST and others > rows.height * MOSTLY
