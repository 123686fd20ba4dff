"""The level of every comparison for every pair: hashes tell most of it, distances between the texts the rest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from keycafe_clean.match.comparisons import EMAIL, FIRST_NAME, KINDS, LAST_NAME, kind_of, levels_of, place
from keycafe_clean.match.distances import LEVEL_FUNCTIONS
from keycafe_clean.match.groups import MIX, Hashes, Places, grouped

Levels = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

#: No level yet: only the texts can tell. No level at all: a side is blank, which says nothing.
OPEN, BLANK = np.uint8(254), np.uint8(255)

Parts = Mapping[str, Hashes]

#: The comparisons of two rows whose first and last names are exchanged.
_CROSSED = {"first": "last", "last": "first"}

#: Places of levels that are asked for here.
_OTHER_FIRST, _OTHER_LAST = np.uint8(len(FIRST_NAME) - 1), np.uint8(len(LAST_NAME) - 1)
_ELSEWHERE, _NAMED, _MOVED, _TYPO, _PRIVATE, _OTHER_ADDRESS = (
    np.uint8(place(EMAIL, name)) for name in ("elsewhere", "named", "moved", "typo", "private", "other")
)


@dataclass(frozen=True)
class Compared:
    """Pairs of row places with the level of each comparison; in `swapped` ones first and last name are crossed."""

    left: Places
    right: Places
    swapped: Flags
    levels: Mapping[str, Levels]

    def only(self, kept: Flags | npt.NDArray[np.integer]) -> "Compared":
        """Get the pairs that are kept (flags or places), in that order."""
        levels = {name: level[kept] for name, level in self.levels.items()}
        return Compared(self.left[kept], self.right[kept], self.swapped[kept], levels)


def outline(parts: Parts, left: Places, right: Places) -> Compared:
    """Get the level of every comparison as far as hashes tell it, pair by pair in order.

    A level is the place among `levels_of()`; BLANK where a side is blank, OPEN where only the texts can tell.
    """
    swapped = _are_swapped(parts, left, right)
    pairs = Compared(left, right, swapped, {})
    return replace(pairs, levels={name: _outlined(name, pairs, parts) for name in parts if kind_of(name) in KINDS})


def settle(compared: Compared, parts: Parts, keys: pl.DataFrame, names: Collection[str] | None = None) -> Compared:
    """Get the pairs with the OPEN levels of `names` (all, by default) told from the texts of `keys_of()`; others stay.

    `keys` has the rows that the places of the pairs count. Keeps every pair, in order; a blank has no text to compare.
    """
    told = {
        name: level if names is not None and name not in names else _settled(name, compared, parts, keys=keys)
        for name, level in compared.levels.items()
    }
    return replace(compared, levels=told)


def beside_names(compared: Compared) -> Compared:
    """Get the settled pairs, in order, with what alike addresses are worth: little, where the names are alike anyway.

    Addresses are made of names: the same name has the same mailbox elsewhere, and names that agree in one part have
    addresses with a typo between.
    """
    if not {"email", "first"} <= compared.levels.keys():
        return compared
    first, last, email = (compared.levels[name] for name in ("first", "last", "email"))
    same = (first <= 1) & (last <= 1) & (email == _MOVED)
    alike = ((first < _OTHER_FIRST) | (last < _OTHER_LAST)) & (email == _TYPO)
    told = np.where(same, _ELSEWHERE, np.where(alike, _NAMED, email))
    return replace(compared, levels={**compared.levels, "email": told})


def _are_swapped(parts: Parts, left: Places, right: Places) -> Flags:
    """Get the pairs whose names agree only when first and last name of one row change places."""
    if "last" not in parts:
        return np.zeros(len(left), dtype=bool)
    first, last = parts["first"][left], parts["last"][left]
    other_first, other_last = parts["first"][right], parts["last"][right]
    across = ((first == other_last) & (first != 0)) | ((last == other_first) & (last != 0))
    swapped: Flags = across & (first != other_first) & (last != other_last)
    return swapped


def _outlined(name: str, pairs: Compared, parts: Parts) -> Levels:
    mine, theirs = _sides(name, pairs, parts)
    levels = np.where(mine == theirs, np.uint8(0), OPEN)
    levels[(mine == 0) | (theirs == 0)] = BLANK
    if f"head {name}" in parts:
        far = _differ(f"head {name}", pairs, parts) & _differ(f"tail {name}", pairs, parts)
        levels[far] = len(levels_of(name)) - 1
    if name == "email":
        mailbox = parts["mailbox"]
        levels[(levels >= _TYPO) & (levels < BLANK) & (mailbox[pairs.left] == mailbox[pairs.right])] = _MOVED
        return _told_by_domain(levels, pairs, parts)
    return levels


def _told_by_domain(levels: Levels, pairs: Compared, parts: Parts) -> Levels:
    levels[(levels == _OTHER_ADDRESS) & _differ("domain", pairs, parts)] = _PRIVATE
    return levels


def _sides(name: str, pairs: Compared, parts: Parts) -> tuple[Hashes, Hashes]:
    """Get the hashes of both sides; the right one of swapped pairs is of the other name."""
    mine, theirs = parts[name][pairs.left], parts[name][pairs.right]
    if name in _CROSSED:
        theirs[pairs.swapped] = parts[_CROSSED[name]][pairs.right[pairs.swapped]]
    return mine, theirs


def _differ(part: str, pairs: Compared, parts: Parts) -> Flags:
    mine, theirs = parts[part][pairs.left], parts[part][pairs.right]
    differ: Flags = (mine != theirs) & (mine != 0) & (theirs != 0)
    return differ


def _settled(name: str, compared: Compared, parts: Parts, *, keys: pl.DataFrame) -> Levels:
    """Get the levels with the open ones told, asked once per distinct pair of texts."""
    levels = compared.levels[name].copy()
    is_open = np.flatnonzero(levels == OPEN)
    if len(is_open):
        pairs = compared.only(is_open)
        mine, theirs = _sides(name, pairs, parts)
        groups = grouped(mine * MIX + theirs)
        firsts = groups.places[np.cumsum(groups.sizes) - groups.sizes]
        told = LEVEL_FUNCTIONS[kind_of(name)](_texts(name, pairs.only(firsts), keys)).to_numpy()
        levels[is_open[groups.places]] = np.repeat(told, groups.sizes)
    return _told_by_domain(levels, compared, parts) if name == "email" else levels


def _texts(name: str, pairs: Compared, keys: pl.DataFrame) -> pl.DataFrame:
    """Get the texts of both sides; the right one of swapped pairs is the other name."""
    right = keys.get_column(name).gather(pairs.right)
    if name in _CROSSED:
        crossed = keys.get_column(_CROSSED[name]).gather(pairs.right)
        right = crossed.zip_with(pl.Series(pairs.swapped), right)
    return pl.DataFrame({"left": keys.get_column(name).gather(pairs.left), "right": right})
