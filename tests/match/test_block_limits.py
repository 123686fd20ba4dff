import numpy as np
import polars as pl
import pytest

from keycafe_clean.match import block_limits as module
from keycafe_clean.match.block_limits import blocks_of, chained, largest_of_names, pairs_within
from keycafe_clean.match.groups import Groups, Hashes, grouped, hashed


def hashes(values: list[str]) -> Hashes:
    """Get the hash of every text."""
    return hashed(pl.Series(values))


@pytest.mark.parametrize(
    ("sizes", "height", "too_wide"),
    [
        ([2] * 50_000, 100_000, False),
        ([2] * 50_001, 100_002, True),
        ([2] * 300_000, 1_000_000, False),
        ([2] * 300_001, 1_000_000, True),
        ([31], 620, False),
        ([31], 619, True),
        ([30], 30, False),
    ],
)
def test_rule_is_too_wide_by_pairs_or_oversized_blocks(sizes: list[int], height: int, *, too_wide: bool) -> None:
    """More than 50,000 pairs and 0.3 a row, or more than a twentieth of the rows in blocks that are not compared."""
    groups = Groups(np.arange(sum(sizes), dtype=np.uint32), np.array(sizes))

    assert module._is_too_wide(groups, height) == too_wide


@pytest.mark.parametrize(
    ("sizes", "largest"),
    [([2] * 100, 30), ([2] * 10_000 + [30] * 100, 30), ([2] * 10_000 + [30] * 400, 29), ([31] * 100, 30)],
)
def test_rarest_names_come_first(sizes: list[int], largest: int) -> None:
    """Whole names give 50,000 pairs or three a row: the smallest blocks, as many as fit in."""
    assert largest_of_names(np.array(sizes)) == largest


def test_names_are_compared_however_many_repeat() -> None:
    """Sixty thousand rows of thirty thousand names: each is compared with its other one."""
    names = hashes([str(i // 2) for i in range(60_000)])
    blocks = blocks_of(frozenset({"names"}), {"names": names}, 0)

    assert blocks is not None
    assert len(pairs_within(*blocks)) == 30_000


@pytest.mark.parametrize(("every", "compared"), [(10, True), (7, False)])
def test_wide_rule_is_compared_if_it_repeats_people(every: int, compared: bool) -> None:  # noqa: FBT001 - a case
    """Ten rows a number of a street are too many pairs, unless most of them agree in the other column as well."""
    parts = {
        "column:street": hashes([str(i // 10) for i in range(40_000)]),
        "column:day": hashes([str(i // every if every == 10 else i) for i in range(40_000)]),
    }

    blocks = blocks_of(frozenset({"column:street"}), parts, 1_000_000)

    assert (blocks is not None) == compared


def test_no_more_pairs_than_are_left() -> None:
    """A rule that repeats people gives no more pairs than are left: none where nothing is."""
    parts = {name: hashes([str(i // 10) for i in range(40_000)]) for name in ("column:street", "column:day")}

    blocks = blocks_of(frozenset({"column:street"}), parts, 0)

    assert blocks is not None
    assert len(pairs_within(*blocks)) == 0


def test_chain_follows_the_rank() -> None:
    """Each row of a larger block is with the next one by rank, the lower place first; smaller blocks are left alone."""
    groups = grouped(hashes(["a", "b", "a", "a", "b"]))
    found = chained(groups, 2, np.array([2, 0, 0, 1, 1]))

    assert [(int(pair) >> 32, int(pair) & 0xFFFFFFFF) for pair in sorted(found)] == [(0, 3), (2, 3)]
