"""Which pairs of rows are compared at all: those that share a block of some blocking rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import polars as pl

from keycafe_clean.match.block_limits import MOST_REPEATS, blocks_of, chained, pairs_within
from keycafe_clean.match.groups import MIX, Hashes, Places

#: Blocking rules as data: rows that agree in every part of a rule are a block. `number` and `column` stand for each
#: column of that kind; twice `column` is every two of them. A rule without an oversized block leaves nothing to those
#: that are narrower.
BLOCKING_RULES: tuple[tuple[str, ...], ...] = (
    ("number",),
    ("email",),
    ("mailbox",),
    ("names",),
    ("last",),
    ("column",),
    ("first", "last_start"),
    ("last_start", "initial"),
    ("names", "column"),
    ("last", "column"),
    ("first", "column"),
    ("last", "initial", "column"),
    ("last_start", "initial", "column"),
    ("column", "column"),
    ("last", "initial", "column", "column"),
    ("last_start", "initial", "column", "column"),
    ("initial", "column", "column"),
    ("column", "column", "column"),
)

_PER_COLUMN = ("number", "column")

#: What says by itself who somebody is: of an oversized block each row is compared with the next one.
_STRONG = ("names", "email", "number")


#: Each pair is one number, made of both rows.
_NO_PAIRS = np.empty(0, np.uint64)


@dataclass(frozen=True)
class CandidatePairs:
    """Pairs of row places, `left` < `right`, sorted."""

    left: Places
    right: Places


def candidate_pairs(parts: Mapping[str, Hashes]) -> CandidatePairs:
    """Get every pair of rows that shares a block; `parts` has the hash of every part of a rule, row by row.

    An oversized block of names, of an address or of a number gives pairs all the same: each row with the next one in
    the order of names and all other cells, so that equal rows hang together however many they are.
    """
    used: list[frozenset[str]] = []
    found, height = [_NO_PAIRS], len(next(iter(parts.values()), ()))
    for rule in _rules_for(parts):
        found = _merged(found, at_least=height)
        left = MOST_REPEATS * height - len(found[0])
        blocks = None if any(wider <= rule for wider in used) else blocks_of(rule, parts, left)
        if blocks is None:
            continue
        groups, largest = blocks
        found.append(pairs_within(groups, largest))
        if not (groups.sizes > largest).any():
            used.append(rule)
        elif any(part.startswith(_STRONG) for part in rule):
            found.append(chained(groups, largest, _rank(parts)))
    pairs = _merged(found, at_least=0)[0]
    return CandidatePairs((pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32))


def _merged(found: list[Hashes], *, at_least: int) -> list[Hashes]:
    """Get the pairs as one array, each pair once and sorted, where the later ones are more than so many."""
    if sum(map(len, found[1:])) < at_least:
        return found
    return [pl.Series(np.concatenate(found)).unique().sort().to_numpy()]


def _rank(parts: Mapping[str, Hashes]) -> npt.NDArray[np.int64]:
    """Get the place of every row in the order of names, then all cells: equal rows are neighbours."""
    height = len(next(iter(parts.values())))
    every = np.zeros(height, np.uint64)
    for name in sorted(parts):
        every = every * MIX + parts[name]
    rank = np.empty(height, np.int64)
    rank[np.lexsort((every, parts.get("names", every)))] = np.arange(height)
    return rank


def _rules_for(parts: Mapping[str, Hashes]) -> Iterator[frozenset[str]]:
    """Yield the blocking rules with the columns of this frame in place of `number` and `column`."""
    for rule in BLOCKING_RULES:
        fixed = [part for part in rule if part not in _PER_COLUMN]
        wild = [part for part in rule if part in _PER_COLUMN]
        columns = [part for part in parts if wild and part.startswith(f"{wild[0]}:")]
        if set(fixed) <= parts.keys():
            yield from (frozenset([*fixed, *chosen]) for chosen in combinations(columns, len(wild)))
