"""Which cells hold ASCII alone."""

import polars as pl
import pytest

from keycafe_clean.ascii import CELL, are_ascii, has_non_ascii, quick_where_ascii


@pytest.mark.parametrize(
    ("cell", "expected"), [("Ann", False), ("", False), ("Zoë", True), ("佐藤", True), ("\u200b", True), (None, None)]
)
def test_non_ascii(cell: str | None, *, expected: bool | None) -> None:
    """Letters with accents and invisible characters are no ASCII; null is neither."""
    frame = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert frame.select(has_non_ascii(pl.col("cell"))).item() is expected


@pytest.mark.parametrize(("cells", "expected"), [(["a", None], True), ([], True), (["a", "é"], False)])
def test_all_ascii(cells: list[str | None], *, expected: bool) -> None:
    """A blank cell has no letter at all."""
    assert are_ascii(pl.Series("cells", cells, dtype=pl.String)) is expected


def test_each_cell_goes_its_way() -> None:
    """The quick one for ASCII without the sign, the thorough one for all others; blanks, order and name are kept."""
    cells = pl.Series("name", ["a", "é", None, "#b"])

    made = quick_where_ascii(cells, CELL + " quick", CELL + " thorough", also="#")

    assert made.equals(pl.Series("name", ["a quick", "é thorough", None, "#b thorough"]), check_names=True)
