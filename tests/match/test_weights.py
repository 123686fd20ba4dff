from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from keycafe_clean.match import weights as module
from keycafe_clean.match.candidates import candidate_pairs
from keycafe_clean.match.comparisons import EMAIL, place
from keycafe_clean.match.groups import hashed
from keycafe_clean.match.key_hashes import parts_of
from keycafe_clean.match.levels import BLANK, OPEN, Compared, outline, settle
from keycafe_clean.match.weights import (
    Floats,
    Model,
    _random_pairs,
    _shares,
    _term_frequency,
    _u_of,
    learn,
    prior_model,
    probability,
)

#: Two hundred people of 20 x 10 names, and forty of them twice; half of the second rows have another place.
FIRST = [f"first{i % 20:c>3}" for i in range(200)]
LAST = [f"last{i // 20:d>3}" for i in range(200)]
PLACE = [f"place {i % 7}" for i in range(200)]
NUMBER = [f"{7001 + 31 * i}" for i in range(200)]
KEYS = pl.DataFrame(
    {
        "first": FIRST + FIRST[:40],
        "last": LAST + LAST[:40],
        "number:id": NUMBER + NUMBER[:40],
        "column:place": PLACE + PLACE[:20] + ["elsewhere"] * 20,
    }
)


def learned() -> tuple[Model, Model, Compared]:
    """Get the model before and after learning, and the pairs."""
    parts = parts_of(KEYS)
    before = prior_model(parts, KEYS)
    found = candidate_pairs(parts)
    pairs = settle(outline(parts, found.left, found.right), parts, KEYS)
    return before, learn(before, pairs), pairs


def test_u_of_equality_is_counted_over_all_pairs() -> None:
    """How often two rows share a value is counted over all pairs of rows, and all levels add up to one."""
    before, _, _ = learned()
    sizes = KEYS.get_column("last").value_counts().get_column("count")

    assert before.u["last"][0] == (sizes * (sizes - 1)).sum() / (240 * 239)
    assert np.isclose(before.u["last"].sum(), 1)


def test_prior_is_that_of_one_row_in_fifty() -> None:
    """Before any pair is seen two rows of a hundred are taken to have a second one; the prior is a log of odds."""
    before, _, _ = learned()

    assert before.matches == 0.02 * 240
    assert before.prior == pytest.approx(np.log(4.8 / (240 * 239 / 2)))


def test_values_are_counted_by_how_many_rows_share_them() -> None:
    """Twenty first names; a blank is none."""
    before, _, _ = learned()

    assert before.count_values("first") == 20
    assert replace(before, term_frequencies={"first": np.array([2, 2, 0, 1])}).count_values("first") == 2


@pytest.mark.parametrize(("height", "count"), [(316, 49_770), (400, 8_000), (2_500, 50_000), (5_000, 50_000)])
def test_random_pairs_are_of_two_rows_and_spread(height: int, count: int) -> None:
    """All of few rows, else twenty a row, 50,000 at the most; none of a row with itself, and every row is in some."""
    parts = {"number:id": hashed(pl.Series([f"name{i}" for i in range(height)]))}

    pairs = _random_pairs(parts, height)

    assert len(pairs.left) == count
    assert (pairs.left != pairs.right).all()
    assert len({*pairs.left.tolist(), *pairs.right.tolist()}) == height


def test_random_pairs_are_the_same_people_in_any_order() -> None:
    """Which rows are compared hangs on what is in them, not on where they stand."""
    cells = [f"name{i}" for i in range(400)]

    def drawn(names: list[str]) -> list[tuple[str, str]]:
        """Get the pairs by their names."""
        pairs = _random_pairs({"number:id": hashed(pl.Series(names))}, len(names))
        return [(names[left], names[right]) for left, right in zip(pairs.left, pairs.right, strict=True)]

    assert drawn(cells) == drawn(cells[::-1])


def test_same_mailbox_at_another_domain_is_as_frequent_as_two_domains() -> None:
    """Six tenths of the pairs with two domains, and one of a hundred where all have one domain."""
    two, one = (
        [f"p{i}@{domain}" for i in range(50) for domain in domains] for domains in (("a.com", "b.com"), ("a.com",) * 2)
    )
    of_two, of_one = (prior_of_addresses(cells) for cells in (two, one))

    assert of_two[place(EMAIL, "elsewhere")] == pytest.approx(0.6 * of_two[place(EMAIL, "private")])
    assert of_one[place(EMAIL, "elsewhere")] == 0.01


def prior_of_addresses(cells: list[str]) -> Floats:
    """Get u of the levels of these addresses."""
    email = pl.Series(cells)
    keys = pl.DataFrame({"email": email, "mailbox": email.str.extract("^([^@]*)")})
    return prior_model(parts_of(keys), keys).u["email"]


def test_level_that_was_never_seen_has_a_u() -> None:
    """What happened among none of the random pairs is counted as half a pair, and never below one in ten million."""
    levels = np.array([5] * 99 + [2], np.uint8)

    u = _u_of("first", levels, np.array([1] * 1_000_000))

    assert u[0] == pytest.approx(1e-7)
    assert u[1] / u[2] == pytest.approx(0.5 / 1.5)
    assert u.sum() == pytest.approx(1)


@pytest.mark.parametrize(("likely", "share"), [(0.0, 0.5), (50.0, 0.75), (150.0, 0.875)])
def test_likely_pairs_are_weighed_against_fifty_that_were_known(likely: float, share: float) -> None:
    """So many likely pairs as stand for what was known move m half of the way; blanks count for nothing."""
    level = np.array([0, BLANK], np.uint8)

    assert _shares(level, np.array([likely, 1e6]), np.array([0.5, 0.5])).tolist() == [share, 1 - share]


def test_some_pairs_are_expected_however_few_are_found() -> None:
    """Where no pair is likely one row of a hundred is still taken to have a second one."""
    keys = KEYS.select("number:id")
    rows = np.zeros(9, np.uint32)
    unlike = Compared(rows, rows, rows > 0, {"number:id": np.full(9, 2, np.uint8)})

    after = learn(prior_model(parts_of(keys), keys), unlike)

    assert after.matches == 0.01 * 240


def test_learning_has_come_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times as many rounds change nothing."""
    _, after, _ = learned()
    monkeypatch.setattr(module, "_ROUNDS", 100)

    _, longer, _ = learned()

    assert longer.matches == pytest.approx(after.matches, rel=1e-6)


@pytest.mark.parametrize(
    ("kind", "shared", "chance"),
    [
        ("first", 1, 4 / 1100),
        ("first", 2, 4 / 1100),
        ("last", 12, 14 / 1100),
        ("email", 3, 3 / 1100),
        ("number:x", 2, 2 / 1100),
        ("column:x", 3, 2 / 104),
    ],
)
def test_rare_values_are_counted_as_if_others_stood_beside(kind: str, shared: int, chance: float) -> None:
    """A hundred rows are too few to show how rare a value is; the two that share it count for nothing themselves."""
    assert _term_frequency(kind, np.array([shared]), np.ones(100, np.int64))[0] == pytest.approx(chance)


def test_learning_follows_the_data() -> None:
    """A column that often differs for one person weighs less than was thought, and the pairs are counted."""
    before, after, _ = learned()

    assert after.m["column:place"][0] < before.m["column:place"][0]
    assert after.m["first"][0] > before.m["first"][0]
    assert 20 < after.matches < 60


def test_open_levels_count_as_the_best_they_may_be() -> None:
    """A pair that may turn out well is not dropped."""
    before, _, _ = learned()
    levels = {"first": np.array([OPEN, 1, 5], np.uint8)}

    is_open, best, worst = before.weight_of_levels(levels)

    assert is_open >= best > worst


def test_rare_values_add_and_common_ones_take_off() -> None:
    """Sharing a rarer value than usual makes a pair likelier."""
    before, _, pairs = learned()
    elsewhere = (pairs.levels["column:place"] == 0) & (pairs.left >= 220)
    rare = before.term_frequency_adjustment(
        Compared(pairs.left, pairs.right, pairs.swapped, {"column:place": pairs.levels["column:place"]})
    )

    assert (rare[~elsewhere & (pairs.levels["column:place"] == 0)] < np.log(2)).all()
    assert (rare[pairs.levels["column:place"] != 0] == 0).all()
    assert rare[elsewhere].min() > rare[~elsewhere].max()


def test_probability_of_weights() -> None:
    """No weight is one half, and weights far off are sure."""
    assert probability(np.array([0.0])).tolist() == [0.5]
    assert np.round(probability(np.array([-40.0, 40.0])), 9).tolist() == [0, 1]
