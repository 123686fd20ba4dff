import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.match.groups import counts, grouped, hashed, joined

VALUES = st.lists(st.sampled_from(["a", "b", "c", None]), max_size=20)


def hashes(values: list[str | None]) -> np.ndarray:
    """Get the hash of every value."""
    return hashed(pl.Series(values, dtype=pl.String))


def test_blank_is_zero_and_equal_texts_are_equal() -> None:
    """Only nulls have the hash 0, and one text has one hash."""
    blank, one, other, again = hashes([None, "x", "y", "x"])

    assert blank == 0
    assert one == again != other != 0


def test_joined_columns_are_blank_where_one_is() -> None:
    """A row agrees in several columns only if all of them are there and equal, each in its place."""
    left, right = hashes(["x", "x", None, "y", "x"]), hashes(["y", "y", "y", "x", None])

    mixed = joined([left, right])

    assert mixed[0] == mixed[1] != mixed[3]
    assert mixed[2] == mixed[4] == 0


@given(VALUES)
def test_groups_hold_every_row_once_by_value(values: list[str | None]) -> None:
    """Every row that is not blank is in the group of its value, in order."""
    groups = grouped(hashes(values))

    found = [[int(place) for place in part] for part in np.split(groups.places, np.cumsum(groups.sizes)[:-1])]

    expected = [[i for i, value in enumerate(values) if value == wanted] for wanted in "abc"]
    assert sorted(part for part in found if part) == sorted(part for part in expected if part)
    assert len(groups.numbers) == len(groups.places)


@given(VALUES)
def test_counts_say_how_many_rows_share_the_value(values: list[str | None]) -> None:
    """A blank shares its value with nobody."""
    assert counts(hashes(values)).tolist() == [0 if value is None else values.count(value) for value in values]


@pytest.mark.parametrize("values", [[], [None], ["x"]])
def test_nothing_to_group(values: list[str | None]) -> None:
    """Few rows make few groups."""
    assert grouped(hashes(values)).sizes.tolist() == [1] * len([value for value in values if value])
