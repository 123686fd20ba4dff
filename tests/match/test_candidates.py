import polars as pl
import pytest

from keycafe_clean.match import block_limits as limits
from keycafe_clean.match import candidates as module
from keycafe_clean.match.candidates import BLOCKING_RULES, candidate_pairs
from keycafe_clean.match.comparisons import kind_of
from keycafe_clean.match.groups import Hashes, hashed


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


@pytest.mark.parametrize(("size", "found"), [(30, 435), (31, 30)])
@pytest.mark.parametrize("part", ["email", "number_badge"])
def test_oversized_block_is_a_chain(part: str, size: int, found: int) -> None:
    """Thirty rows of one address or number are compared with one another; of thirty-one each with the next one."""
    values = ["desk"] * size + [str(i) for i in range(1240 - size)]

    assert len(pairs(candidate_pairs(parts(**{part: values})))) == found


def test_key_that_caps_many_rows_leaves_it_to_narrower_ones() -> None:
    """Where a value that nearly all share is no key, that value with another one is."""
    found = candidate_pairs(parts(column_place=["here"] * 60, column_day=[str(i // 2) for i in range(60)]))

    assert pairs(found) == [(i, i + 1) for i in range(0, 60, 2)]


def test_wide_key_is_dropped_for_narrower_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key with too many pairs for the number of rows is not used; together with another one it may be."""
    monkeypatch.setattr(limits, "_FREE_PAIRS", 0)
    day, place = [str(i // 20) for i in range(400)], [str(i % 17) for i in range(400)]

    assert pairs(candidate_pairs(parts(column_day=day))) == []
    assert pairs(candidate_pairs(parts(column_day=day, column_place=place))) == [
        (i, i + 17) for i in range(400) if i % 20 < 3
    ]


@pytest.mark.parametrize("name", ["last", "first"])
def test_oversized_block_is_left_to_narrower_rules(name: str) -> None:
    """Thirty-one rows of one name, or of one place, are not compared for it; two of them that share both are."""
    names = ["smith"] * 31 + [f"name{i}" for i in range(1269)]
    place = ["here"] * 2 + [f"place{i}" for i in range(29)] + ["here"] * 29 + [f"other{i}" for i in range(1240)]

    assert pairs(candidate_pairs(parts(**{name: names}))) == []
    assert (0, 1) in pairs(candidate_pairs(parts(**{name: names}, column_place=place)))


def test_rule_that_all_rows_show_too_wide_gives_no_pair() -> None:
    """What the sample of values does not show, all of them do: the twins go with the rule."""
    desk = next(name for name in ("desk", "hall", "gate") if hashed(pl.Series([name]))[0] % 16 != 1)
    others = ["twin", "twin", *(str(i) for i in range(586))]

    assert pairs(candidate_pairs(parts(last=[desk] * 31 + others))) == []
    assert pairs(candidate_pairs(parts(last=[desk] * 31 + others + ["last"]))) == [(31, 32)]


def test_equal_rows_of_an_oversized_block_hang_together() -> None:
    """A hundred rows of one name, half of them in either place: but for one pair, neighbours have the same place."""
    name, place = ["ona reyes"] * 100 + [str(i) for i in range(900)], [str(i % 2) for i in range(1000)]
    found = pairs(candidate_pairs(parts(names=name, column_place=place)))

    assert len(found) == 99
    assert sum(left % 2 != right % 2 for left, right in found) == 1


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


@pytest.mark.parametrize(
    "agreeing",
    [
        *("number:a", "email", "mailbox", "names", "last", "column:a"),
        *("first last_start", "last_start initial", "names column:a", "last column:a", "first column:a"),
        *("last initial column:a", "last_start initial column:a", "column:a column:b"),
        *("last initial column:a column:b", "last_start initial column:a column:b"),
        *("initial column:a column:b", "column:a column:b column:c"),
    ],
)
def test_each_rule_finds_who_agrees_in_all_its_parts(agreeing: str) -> None:
    """Two rows are compared for these parts, where forty others agree in all of them but one."""
    names = agreeing.split()
    others = [(missing, f"another{i}") for missing in names for i in range(40)] if len(names) > 1 else []
    cells = {
        name: ["same", "same", *(cell if name == missing else "same" for missing, cell in others)] for name in names
    }

    assert (0, 1) in pairs(candidate_pairs({name: hashed(pl.Series(values)) for name, values in cells.items()}))
