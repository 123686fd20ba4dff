"""Which pairs of rows are compared at all: those that share a block of some blocking rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import polars as pl

from keycafe_clean.match.groups import Groups, Hashes, Places, grouped, joined

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

# Every figure of a threshold is F1 in bench/duplicates_thresholds.md, where each is moved alone.

#: A block of more rows says nothing (a shared mailbox, a common name) and is not compared: it is oversized. At 5 pairs
#: are lost (FEBRL 3: .9901 instead of .9999), at 120 none is won.
LARGEST_BLOCK = 30

#: A rule that gives more pairs a row than this, or whose oversized blocks hold more than this share of the rows, leaves
#: it to narrower ones. For time and memory: F1 is the same at ten times as much.
MOST_PAIRS_PER_ROW, MOST_OVERSIZED = 0.3, 0.05

#: So many pairs cost nothing, however few the rows are. Needed: at 0, FEBRL 3 falls from .9999 to .8343.
_FREE_PAIRS = 50_000

#: One value of so many is looked at before a rule is tried, for time alone.
_SAMPLE = 16

_PER_COLUMN = ("number", "column")


@dataclass(frozen=True)
class CandidatePairs:
    """Pairs of row places, `left` < `right`, sorted."""

    left: Places
    right: Places


def candidate_pairs(parts: Mapping[str, Hashes]) -> CandidatePairs:
    """Get every pair of rows that shares a block; `parts` has the hash of every part of a rule, row by row."""
    used: list[frozenset[str]] = []
    found = [np.empty(0, np.uint64)]
    for rule in _rules_for(parts):
        if any(wider <= rule for wider in used):
            continue
        groups = _blocks([parts[part] for part in sorted(rule)])
        if groups is None:
            continue
        found.append(_pairs_within(groups))
        if not (groups.sizes > LARGEST_BLOCK).any():
            used.append(rule)
    pairs = pl.Series(np.concatenate(found)).unique().sort().to_numpy()
    return CandidatePairs((pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32))


def _rules_for(parts: Mapping[str, Hashes]) -> Iterator[frozenset[str]]:
    """Yield the blocking rules with the columns of this frame in place of `number` and `column`."""
    for rule in BLOCKING_RULES:
        fixed = [part for part in rule if part not in _PER_COLUMN]
        wild = [part for part in rule if part in _PER_COLUMN]
        columns = [part for part in parts if wild and part.startswith(f"{wild[0]}:")]
        if set(fixed) <= parts.keys():
            yield from (frozenset([*fixed, *chosen]) for chosen in combinations(columns, len(wild)))


def _blocks(columns: list[Hashes]) -> Groups | None:
    """Get the blocks of a rule; None if it is too wide, which the rows of some values show already."""
    hashes = joined(columns)
    some = hashes[hashes % _SAMPLE == 1]
    if _is_too_wide(grouped(some), len(hashes) / _SAMPLE):
        return None
    groups = grouped(hashes)
    return None if _is_too_wide(groups, len(hashes)) else groups


def _is_too_wide(groups: Groups, height: float) -> bool:
    large = groups.sizes > LARGEST_BLOCK
    sizes = groups.sizes[~large]
    pairs = int((sizes * (sizes - 1) // 2).sum())
    return pairs > max(_FREE_PAIRS, MOST_PAIRS_PER_ROW * height) or groups.sizes[large].sum() > MOST_OVERSIZED * height


def _pairs_within(groups: Groups) -> Hashes:
    """Get each pair of a block as one number, the left place in the upper half, the right one in the lower."""
    size = np.repeat(groups.sizes, groups.sizes)
    block = (size > 1) & (size <= LARGEST_BLOCK)
    places, numbers = groups.places[block].astype(np.uint64), groups.numbers[block]
    found = [np.empty(0, np.uint64)]
    for distance in range(1, min(LARGEST_BLOCK, len(places))):
        first = np.flatnonzero(numbers[distance:] == numbers[:-distance])
        if not len(first):
            break
        found.append((places[first] << np.uint64(32)) | places[first + distance])
    return np.concatenate(found)
