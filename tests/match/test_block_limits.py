import numpy as np
import polars as pl
import pytest

from keycafe_clean.match import block_limits as module
from keycafe_clean.match.block_limits import blocks_of, chained, largest_of_names, pairs_within
from keycafe_clean.match.candidates import candidate_pairs
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
    [
        ([2] * 100, 30),
        ([2] * 10_000 + [30] * 100, 30),
        ([2] * 10_000 + [30] * 400, 29),
        ([31] * 100, 30),
        ([7] * 2_400, 30),
        ([7] * 2_400 + [8], 7),
        ([8] * 2_400, 7),
        ([30] * 114 + [9] * 11 + [2] * 14, 30),
        ([30] * 114 + [9] * 11 + [2] * 15, 29),
    ],
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


#: Ten rows a street, too many to be compared for it alone; and nothing that any two of them share.
STREET, OWN = [str(i // 10) for i in range(40_000)], [str(i) for i in range(40_000)]


@pytest.mark.parametrize(
    ("rule", "agreeing", "is_compared"),
    [
        ("column:street", "column:day", True),
        ("column:street", "last", True),
        ("initial", "last", True),
        ("initial", "first", False),
        ("last_start", "first", True),
        ("last_start", "last", False),
        ("mailbox", "last", True),
        ("mailbox", "email", False),
    ],
)
def test_what_a_rule_implies_does_not_speak_for_it(rule: str, agreeing: str, *, is_compared: bool) -> None:
    """A wide rule is compared where half of the other columns agree too; what follows from its part is no other one."""
    parts = {rule: hashes(STREET), agreeing: hashes(STREET), "column:own": hashes(OWN)}

    assert (blocks_of(frozenset({rule}), parts, 1_000_000) is not None) == is_compared


@pytest.mark.parametrize(("agreeing", "found"), [("email", 0), ("first", 80_000), ("last", 80_000)])
def test_whole_names_are_told_by_what_they_do_not_imply(agreeing: str, found: int) -> None:
    """Five rows a name: they repeat people where the address agrees too, and none is left; else names come anyway."""
    names = hashes([str(i // 5) for i in range(40_000)])
    parts = {"names": names, agreeing: names, "column:own": hashes(OWN)}

    blocks = blocks_of(frozenset({"names"}), parts, 0)

    assert blocks is not None
    assert len(pairs_within(*blocks)) == found


@pytest.mark.parametrize(("several", "is_compared"), [(19, True), (20, False)])
def test_column_in_which_rows_agree_by_chance_says_nothing(several: int, *, is_compared: bool) -> None:
    """From one chance in twenty on: 19 rows a value of 19 values are 18 in 360, of 20 rows 19 in 379."""
    height = 19 * several
    parts = {
        "column:place": hashes(["desk"] * 31 + [str(i // 2) for i in range(31, height)]),
        "column:shift": hashes([str(i // several) for i in range(height)]),
    }

    assert (blocks_of(frozenset({"column:place"}), parts, 1_000_000) is not None) == is_compared


def test_blank_columns_say_nothing_of_a_rule() -> None:
    """Nothing is there to agree."""
    parts = {"column:street": hashes(STREET), "column:day": np.zeros(40_000, np.uint64)}

    assert blocks_of(frozenset({"column:street"}), parts, 1_000_000) is None


@pytest.mark.parametrize("filled", [range(5), range(5, 10)])
def test_cell_that_one_of_two_rows_leaves_blank_speaks_neither_way(filled: range) -> None:
    """Ten rows a street share their day: two numbers that only five of the ten have do not outweigh it."""
    own = [str(i) if i % 10 in filled else None for i in range(40_000)]
    parts = {"column:street": hashes(STREET), "column:day": hashes(STREET)}
    numbers = {name: hashed(pl.Series(own)) for name in ("number:badge", "number:locker")}

    assert blocks_of(frozenset({"column:street"}), parts | numbers, 1_000_000) is not None


@pytest.mark.parametrize(("teams", "by_shift"), [(22, 10.5), (23, 0)])
def test_rules_that_repeat_people_give_twenty_five_pairs_a_row_together(teams: int, by_shift: float) -> None:
    """Teams of thirty give 14.5 a row; shifts across the teams of a house come, too, as long as memory has room."""
    rows = range(25 * teams * 30)
    houses = [str(row // (teams * 30)) for row in rows]
    parts = {
        "column:team": hashes([str(row // 30) for row in rows]),
        "column:shift": hashes([f"{house}, {row % 30}" for row, house in zip(rows, houses, strict=True)]),
        "column:house": hashes(houses),
        "column:street": hashes([f"street of {house}" for house in houses]),
    }

    assert len(candidate_pairs(parts).left) == (14.5 + by_shift) * len(rows)
