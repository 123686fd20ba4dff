"""The bits of a directory's account."""

import polars as pl
import pytest

from keycafe_clean.steps.control_bits import is_disabled


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("514", True), ("66050", True), ("0x202", True), ("ACCOUNTDISABLE, NORMAL_ACCOUNT", True), ("512", False),
        ("0X200", False), ("Normal Account", False), ("2", None), ("0x2", None), ("Active", None), (None, None),
    ],
)  # fmt: skip
def test_bit_of_a_closed_account_is_read(cell: str | None, *, expected: bool | None) -> None:
    """As a number of either base, and by the names of its bits; anything else is none."""
    cells = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert cells.select(is_disabled(pl.col("cell"))).item() is expected
