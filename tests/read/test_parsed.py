"""A file taken apart, as bytes and back."""

import json

import polars as pl
import pytest
from polars.testing import assert_frame_equal, assert_series_equal

from keycafe_clean.read.annotations import ANNOTATIONS
from keycafe_clean.read.parsed import Parsed, as_bytes, of_bytes
from keycafe_clean.read.table.grid import Grid

CELLS = pl.DataFrame({"0": ["Zoë", None], "1": ["", "x\ny"]})
ANNOTATION = pl.DataFrame([[3, 1, "stray_quote", '"x']], schema=ANNOTATIONS, orient="row")


@pytest.mark.parametrize("widths", [None, pl.Series("widths", [2, 1], dtype=pl.UInt32)])
def test_what_is_handed_over_comes_back(widths: pl.Series | None) -> None:
    """Cells, widths and annotations, where they begin, and what is known and doubted about the whole."""
    parsed = Parsed(Grid(CELLS, widths, 3, ANNOTATION, ";"), "Sheet", "utf-8", {"other_sheets": "'B' (2 rows)"})

    about, _, tables = as_bytes(parsed).partition(b"\n")
    back = of_bytes(json.loads(about), tables)

    assert_frame_equal(back.grid.cells, CELLS)
    assert_frame_equal(back.grid.annotations, ANNOTATION)
    assert (back.grid.widths is None) == (widths is None)
    if widths is not None and back.grid.widths is not None:
        assert_series_equal(back.grid.widths, widths)
    assert (back.grid.first_row, back.sheet, back.encoding, back.delimiter, back.doubts) == (
        3, "Sheet", "utf-8", ";", {"other_sheets": "'B' (2 rows)"},
    )  # fmt: skip
