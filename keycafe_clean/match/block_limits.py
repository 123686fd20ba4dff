"""How large the blocks of a blocking rule may be: small enough for time and memory, unless its pairs are people."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import polars as pl

from keycafe_clean.match.groups import Groups, Hashes, grouped, joined

# Every figure of a threshold is F1 in bench/duplicates_thresholds.md, where each is moved alone.

#: A block of more rows says nothing (a shared mailbox, a common name) and is not compared: it is oversized. At 5 pairs
#: are lost (FEBRL 3: .9901 instead of .9999), at 120 none is won.
LARGEST_BLOCK = 30

#: A rule that gives more pairs a row than this, or whose oversized blocks hold more than this share of the rows, leaves
#: it to narrower ones, unless it is telling. For time and memory: F1 is the same at ten times as much.
MOST_PAIRS_PER_ROW, MOST_OVERSIZED = 0.3, 0.05

#: So many pairs cost nothing, however few the rows are. Needed: at 0, FEBRL 3 falls from .9999 to .8343.
_FREE_PAIRS = 50_000

#: Pairs a row of whole names, which tell by themselves, and of a telling rule: its smallest blocks, as many as fit in.
#: Where each person is repeated up to twenty times, all pairs of a person fit in.
_PAIRS_OF_NAMES, _PAIRS_OF_REPEATS = 3.0, 15.0

#: Pairs a row that all rules have given together, when no telling rule is tried any more: for memory.
MOST_REPEATS = 25.0

#: A rule is telling if in this share of its pairs half of the other cells agree: it repeats people. Where chance makes
#: the pairs it is a tenth (made exports), where people do, .7 or more (repeated people).
_LEAST_AGREEING = 0.5

#: A column in which two rows agree by chance more often than this says nothing about a pair.
_MOST_CHANCE = 0.05

#: One value of so many is looked at before a rule is tried, so many pairs of it, and so many rows of a column.
_SAMPLE, _SAMPLE_PAIRS, _SAMPLE_ROWS = 16, 5_000, 4_096

#: What parts of a rule imply of other parts, as far as they do.
_IMPLIED = {"names": {"first", "last"}, "initial": {"first"}, "last_start": {"last"}, "mailbox": {"email"}}


def blocks_of(rule: frozenset[str], parts: Mapping[str, Hashes], left: float) -> tuple[Groups, int] | None:
    """Get the blocks of a rule and the size up to which they are compared; None: none of them is.

    `left` is how many pairs a telling rule may give. Blocks of whole names always come, their rarest names first.
    """
    hashes = joined([parts[part] for part in sorted(rule)])
    is_named, height = "names" in rule, len(hashes)
    sampled = np.flatnonzero(hashes % _SAMPLE == 1)
    some = grouped(hashes[sampled])
    if _is_too_wide(some, height / _SAMPLE) and not is_named and not _is_telling(rule, parts, some, sampled):
        return None
    groups = grouped(hashes)
    if not _is_too_wide(groups, height):
        return groups, LARGEST_BLOCK
    if _is_telling(rule, parts, some, sampled):
        return groups, _largest(groups, min(_PAIRS_OF_REPEATS * height, left))
    return (groups, largest_of_names(groups.sizes)) if is_named else None


def largest_of_names(sizes: npt.NDArray[np.int64]) -> int:
    """Get the size up to which blocks of whole names, of these sizes, are compared because of the name alone."""
    sizes = sizes.astype(np.int64)
    return _largest(Groups(np.empty(0, np.uint32), sizes), max(_FREE_PAIRS, _PAIRS_OF_NAMES * sizes.sum()))


def pairs_within(groups: Groups, largest: int) -> Hashes:
    """Get the pairs of blocks of at most so many rows, each as one number: 32 bits the left place, 32 the right one."""
    size = np.repeat(groups.sizes, groups.sizes)
    block = (size > 1) & (size <= largest)
    places, numbers = groups.places[block].astype(np.uint64), groups.numbers[block]
    found = [np.empty(0, np.uint64)]
    for distance in range(1, min(largest, len(places))):
        first = np.flatnonzero(numbers[distance:] == numbers[:-distance])
        if not len(first):
            break
        found.append((places[first] << np.uint64(32)) | places[first + distance])
    return np.concatenate(found)


def chained(groups: Groups, largest: int, rank: npt.NDArray[np.int64]) -> Hashes:
    """Get the pairs of each row of a larger block with the next one by `rank`, as `pairs_within()` does."""
    large = np.repeat(groups.sizes, groups.sizes) > largest
    places, numbers = groups.places[large], groups.numbers[large]
    order = np.lexsort((rank[places], numbers))
    places, numbers = places[order].astype(np.uint64), numbers[order]
    next_to = numbers[1:] == numbers[:-1]
    one, other = places[:-1][next_to], places[1:][next_to]
    pairs: Hashes = (np.minimum(one, other) << np.uint64(32)) | np.maximum(one, other)
    return pairs


def _is_too_wide(groups: Groups, height: float) -> bool:
    large = groups.sizes > LARGEST_BLOCK
    sizes = groups.sizes[~large]
    pairs = int((sizes * (sizes - 1) // 2).sum())
    return pairs > max(_FREE_PAIRS, MOST_PAIRS_PER_ROW * height) or groups.sizes[large].sum() > MOST_OVERSIZED * height


def _largest(groups: Groups, most_pairs: float) -> int:
    """Get the size up to which all blocks together give at most so many pairs; a block that is oversized gives none."""
    sizes = np.arange(LARGEST_BLOCK + 1)
    blocks = np.bincount(np.minimum(groups.sizes, LARGEST_BLOCK + 1), minlength=LARGEST_BLOCK + 2)[:-1]
    return int(np.searchsorted(np.cumsum(blocks * (sizes * (sizes - 1) // 2)), most_pairs, side="right")) - 1


def _is_telling(rule: frozenset[str], parts: Mapping[str, Hashes], some: Groups, sampled: npt.NDArray[np.intp]) -> bool:
    """Tell whether most pairs of a rule agree in half of the other cells too, by `some` of its blocks.

    `sampled` are the places of the rows that `some` numbers.
    """
    pairs = pairs_within(some, LARGEST_BLOCK)[:_SAMPLE_PAIRS]
    left, right = sampled[(pairs >> np.uint64(32)).astype(np.intp)], sampled[pairs.astype(np.uint32)]
    told, agree = np.zeros(len(pairs)), np.zeros(len(pairs))
    for name in _others(rule, parts):
        one, other = parts[name][left], parts[name][right]
        told += (one != 0) & (other != 0)
        agree += (one != 0) & (one == other)
    likely = (told > 0) & (2 * agree >= told)
    return bool(len(pairs)) and float(likely.mean()) >= _LEAST_AGREEING


def _others(rule: frozenset[str], parts: Mapping[str, Hashes]) -> Iterable[str]:
    """Get the columns that a rule says nothing about and that hardly ever agree by chance."""
    implied = set(rule).union(*(_IMPLIED.get(part, set()) for part in rule))
    return [name for name in parts if name not in implied and _chance(parts[name]) <= _MOST_CHANCE]


def _chance(hashes: Hashes) -> float:
    """Get how often two rows of a column agree, by some of its rows."""
    filled = hashes[:: max(len(hashes) // _SAMPLE_ROWS, 1)]
    filled = filled[filled != 0]
    count = pl.Series(filled).value_counts().get_column("count").cast(pl.Float64)
    return float((count * (count - 1)).sum() / max(len(filled) * (len(filled) - 1), 1))
