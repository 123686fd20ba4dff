import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.formula_escaping import mark, unmark

#: Where a cell can begin for some program, and what then makes it a formula, read without our own patterns.
STARTS = re.compile(r"[;\t\r\n]")
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
TRIMMED = ' "\u00a0\u200b\ufeff\x1b'

PIECE = st.sampled_from([*SIGNS, *TRIMMED, "'", "''", ";", "\t", "\r", "\n", ",", "a", "é", "1+1", "A1"])
CELL = st.none() | st.lists(PIECE, max_size=8).map("".join) | st.text(max_size=8)


def marked(*cells: str | None) -> list[str | None]:
    """Get the cells as a spreadsheet gets them."""
    return pl.DataFrame({"cell": cells}, schema={"cell": pl.String}).select(mark(pl.col("cell"))).to_series().to_list()


def unmarked(*cells: str | None) -> list[str | None]:
    """Get the cells as they are taken back."""
    frame = pl.DataFrame({"cell": cells}, schema={"cell": pl.String})
    return frame.select(unmark(pl.col("cell"))).to_series().to_list()


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        ("", ""),
        ("Zoë", "Zoë"),
        ("O'Neill", "O'Neill"),
        ("'t Hooft", "'t Hooft"),
        ("Anna-Lena", "Anna-Lena"),
        ("a=b, -c", "a=b, -c"),
        ("=1+1", "'=1+1"),
        ("@hr.csv", "'@hr.csv"),
        ("＝1", "'＝1"),
        ("－1", "'－1"),
        ("  +44", "'  +44"),
        ('"=1"', '\'"=1"'),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\ttab", "'\ttab"),
        ("\r=1", "'\r'=1"),
        ("'=1", "''=1"),
        ("x;=1", "x;'=1"),
        ("x; -1;@y", "x;' -1;'@y"),
        ("x\t=1", "x\t'=1"),
        ("x\n=1", "x\n'=1"),
    ],
)
def test_cell_is_marked_and_taken_back(cell: str | None, expected: str | None) -> None:
    """A mark stands wherever a formula could begin, nowhere else, and is taken off again."""
    assert marked(cell) == [expected]
    assert unmarked(expected) == [cell]


@given(st.lists(CELL, max_size=6))
def test_what_was_marked_is_taken_back(cells: list[str | None]) -> None:
    """Whatever stands in a cell is the same after both ways."""
    assert unmarked(*marked(*cells)) == cells


@given(CELL.filter(bool))
def test_no_marked_cell_begins_as_a_formula(cell: str) -> None:
    """Neither the cell nor a piece of it behind a separator begins with a sign, trimmed or not."""
    (whole,) = marked(cell)

    assert whole is not None
    assert not [piece for piece in STARTS.split(whole) if piece.lstrip(TRIMMED).startswith(SIGNS)]
    assert not whole.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("cell", ["=1", "x;=1", "\t", "plain"])
def test_cell_without_marks_is_left_alone(cell: str) -> None:
    """What an earlier version wrote without marks is read as it is."""
    assert unmarked(cell) == [cell]
