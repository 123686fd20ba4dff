"""A sample of many rows."""

import polars as pl
import pytest

from keycafe_clean.sampling import evenly_spread


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [(0, 3, []), (3, 3, [0, 1, 2]), (4, 3, [0, 2]), (7, 3, [0, 3, 6]), (10, 4, [0, 3, 6, 9]), (2, 5, [0, 1])],
)
def test_a_sample_is_evenly_spread(count: int, most: int, expected: list[int]) -> None:
    """Never more than asked for, the first always, in order."""
    assert evenly_spread(pl.Series(range(count), dtype=pl.Int64), most).to_list() == expected
