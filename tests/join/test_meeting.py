"""Which key of one file is which key of the other."""

import polars as pl
import pytest

from keycafe_clean.digits import without_zeros
from keycafe_clean.join.meeting import meet


def keys(*exact: str) -> pl.DataFrame:
    """Get `key_cells()` of these keys, in short."""
    frame = pl.DataFrame({"exact": exact}, schema={"exact": pl.String}).with_row_index("row_id")
    return frame.with_columns(loose=without_zeros(pl.col("exact")))


@pytest.mark.parametrize(
    ("here", "there", "target", "unclear"),
    [
        (["00042"], ["42"], ["42"], [False]),
        (["42"], ["00042"], ["00042"], [False]),
        (["00042"], ["00042", "42"], [None], [True]),
        (["00042", "42"], ["42"], [None, None], [True, True]),
        (["00042", "42"], ["42", "00042"], ["00042", "42"], [False, False]),
        (["7", "7"], ["007"], ["007", "007"], [False, False]),
        (["7"], ["007", "007"], ["007"], [False]),
        (["7"], ["8"], [None], [False]),
        ([], ["8"], [], []),
        (["7"], [], [None], [False]),
    ],
)
def test_meeting(here: list[str], there: list[str], target: list[str | None], unclear: list[bool]) -> None:
    """Zeros in front may be lost where one key alone can be meant in both files; else nobody knows whose it is."""
    met = meet(keys(*here), keys(*there))

    assert met.get_column("target").to_list() == target
    assert met.get_column("is_unclear").to_list() == unclear
