import numpy as np
import polars as pl
import pytest

from keycafe_clean.match import candidates as module
from keycafe_clean.match.candidates import BLOCKING_RULES, candidate_pairs
from keycafe_clean.match.comparisons import kind_of
from keycafe_clean.match.groups import Groups, Hashes, hashed


def parts(**columns: list[str | None]) -> dict[str, Hashes]:
    """Get the hashes of columns; `_` stands for the colon of `number:<column>`."""
    return {name.replace("_", ":", 1): hashed(pl.Series(values)) for name, values in columns.items()}


def pairs(found: module.CandidatePairs) -> list[tuple[int, int]]:
    """Get the pairs as tuples."""
    return list(zip(found.left.tolist(), found.right.tolist(), strict=True))


def test_rows_that_share_a_key_are_compared_once() -> None:
    """Two rows that share two keys are one pair, the lower row on the left; a blank matches nobody."""
    found = candidate_pairs(parts(email=["a", None, "a", None], number_x=["1", "2", "1", "2"]))

    assert pairs(found) == [(0, 2), (1, 3)]


@pytest.mark.parametrize(("size", "found"), [(30, 435), (31, 0)])
def test_oversized_block_gives_no_pair(size: int, found: int) -> None:
    """Thirty rows of one value are compared with one another, thirty-one are not."""
    values = ["desk"] * size + [str(i) for i in range(1240 - size)]

    assert len(pairs(candidate_pairs(parts(email=values)))) == found


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


def test_key_that_caps_many_rows_leaves_it_to_narrower_ones() -> None:
    """Where a value that nearly all share is no key, that value with another one is."""
    found = candidate_pairs(parts(column_place=["here"] * 60, column_day=[str(i // 2) for i in range(60)]))

    assert pairs(found) == [(i, i + 1) for i in range(0, 60, 2)]


def test_wide_key_is_dropped_for_narrower_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key with too many pairs for the number of rows is not used; together with another one it may be."""
    monkeypatch.setattr(module, "_FREE_PAIRS", 0)
    day, place = [str(i // 20) for i in range(400)], [str(i % 17) for i in range(400)]

    assert pairs(candidate_pairs(parts(column_day=day))) == []
    assert pairs(candidate_pairs(parts(column_day=day, column_place=place))) == [
        (i, i + 17) for i in range(400) if i % 20 < 3
    ]


def test_oversized_block_is_left_to_narrower_rules() -> None:
    """Thirty-one rows of one last name are not compared for it; two of them with the same place are."""
    last = ["smith"] * 31 + [f"name{i}" for i in range(1269)]
    place = ["here"] * 2 + [f"place{i}" for i in range(29)] + ["here"] * 29 + [f"other{i}" for i in range(1240)]

    assert pairs(candidate_pairs(parts(last=last))) == []
    assert (0, 1) in pairs(candidate_pairs(parts(last=last, column_place=place)))


def test_rule_that_all_rows_show_too_wide_gives_no_pair() -> None:
    """What the sample of values does not show, all of them do: the twins go with the rule."""
    desk = next(name for name in ("desk", "hall", "gate") if hashed(pl.Series([name]))[0] % 16 != 1)
    others = ["twin", "twin", *(str(i) for i in range(586))]

    assert pairs(candidate_pairs(parts(email=[desk] * 31 + others))) == []
    assert pairs(candidate_pairs(parts(email=[desk] * 31 + others + ["last"]))) == [(31, 32)]


def test_no_parts_no_pairs() -> None:
    """Without a single column there is nobody to compare."""
    assert pairs(candidate_pairs({})) == []


def test_match_keys_name_known_parts() -> None:
    """Every part of a blocking rule is a column of the keys or made of one, and no rule stands twice."""
    made = {"names", "initial", "last_start", "mailbox"}

    assert all(
        part in made or kind_of(part) in {"first", "last", "email", "number", "column"}
        for rule in BLOCKING_RULES
        for part in rule
    )
    assert len({tuple(sorted(rule)) for rule in BLOCKING_RULES}) == len(BLOCKING_RULES)
