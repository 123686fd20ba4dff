import numpy as np
import polars as pl

from keycafe_clean.match.candidates import candidate_pairs
from keycafe_clean.match.key_hashes import parts_of
from keycafe_clean.match.levels import OPEN, Compared, outline, settle
from keycafe_clean.match.weights import Model, learn, prior_model, probability

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


def test_probability_of_weights() -> None:
    """No weight is one half, and weights far off are sure."""
    assert probability(np.array([0.0])).tolist() == [0.5]
    assert np.round(probability(np.array([-40.0, 40.0])), 9).tolist() == [0, 1]
