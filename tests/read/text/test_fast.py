"""The fast way to read text says the same as the careful one, or nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from keycafe_clean.read.text.fast import fast_cells
from tests.read.careful_grid import careful_grid

CELLS = st.sampled_from(["", "x", "ü", "00042", "1E5", "a,b", 'q"q', "l\nl", " s ", "\ufeff", "a;b"])
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=12)


@given(st.text(st.sampled_from('ab",;\n\r \tü\0'), max_size=40), st.sampled_from([",", ";", "\t", "|"]))
@settings(max_examples=500, deadline=None)
def test_any_text_is_read_as_the_careful_way_reads_it_or_not_at_all(text: str, delimiter: str) -> None:
    """Whatever the text and however wide its rows should be, the cells are never others."""
    data = f"a{delimiter}b\n{text}".encode()

    cells = fast_cells(data, delimiter, 2)

    if cells is not None:
        assert_frame_equal(cells, careful_grid(data, delimiter).cells)


@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["needed", "always"]))
@settings(deadline=None)
def test_what_a_writer_has_written_well_is_read_fast(rows: list[list[str]], line_end: str, habit: str) -> None:
    """Cells in quote marks where they need them, or always, come back one by one."""
    data = "".join(
        ",".join(quoted(cell, habit) for cell in row) + line_end for row in [["A", "B", "C"], *rows]
    ).encode()

    cells = fast_cells(data, ",", 3)

    assert cells is not None
    assert cells.rows()[1:] == [tuple(cell or None for cell in row) for row in rows]


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n1\n",
        b"a,b\n1,2,3\n",
        b'a,b\n"1,2\n',
        b'a,b\n1,x"y"\n"1" ,2\n',
        b"a,b\r1,2\r",
        b"a,b\n\n1,2\n",
    ],
)
def test_text_that_is_not_well_formed_is_left_to_the_careful_way(data: bytes) -> None:
    """Short and long rows, quote marks astray, blank lines, and a line end of old."""
    assert fast_cells(data, ",", 2) is None


def test_the_last_line_needs_no_end() -> None:
    """A file that ends without a line end is as good as another."""
    cells = fast_cells(b"a,b\n00042,2", ",", 2)

    assert cells is not None
    assert cells.rows() == [("a", "b"), ("00042", "2")]


def quoted(cell: str, habit: str) -> str:
    """Write a cell by a writer's habit."""
    needed = any(sign in cell for sign in ',"\n\r')
    return '"' + cell.replace('"', '""') + '"' if needed or habit == "always" else cell
