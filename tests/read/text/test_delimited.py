"""Delimited text as a grid: the fast way and the careful way agree, and every cell comes back as written."""

import json

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from keycafe_clean.read import read_export
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text.delimited import text_grid
from tests.read.careful_grid import careful_grid
from tests.shared import SHARED, needs_shared

DELIMITERS = st.sampled_from([",", ";", "\t", "|"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
HABITS = st.sampled_from(["needed", "always", "texts"])
LETTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1a"), max_size=8)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1251", "cp932", "gb18030", "mac-roman"]
)


def equal(left: Grid, right: Grid) -> bool:
    """Tell whether two grids are the same in every respect."""
    assert_frame_equal(left.cells, right.cells)
    assert_frame_equal(left.annotations, right.annotations)
    assert left.widths is not None
    assert left.widths.equals(right.widths)
    return True


@given(st.text(st.sampled_from('ab",;\n\r \t\ufeffüx\0'), max_size=60), DELIMITERS, st.integers(1, 20))
@settings(max_examples=200, deadline=None)
def test_fast_and_careful_reading_are_the_same(text: str, delimiter: str, piece: int) -> None:
    """Whatever the text and wherever it is cut into pieces, both ways yield the same grid."""
    data = ("a,b\n" + text).encode()

    assert equal(text_grid(data, delimiter, piece=piece, first=3), careful_grid(data, delimiter))


@given(
    st.lists(
        st.lists(st.sampled_from(["", "x", "ü", "1", "a,b", 'q"q', "l\nl", "l\r\nl", " s "]), min_size=3, max_size=3)
    ),
    HABITS,
    LINE_ENDS,
    st.integers(1, 40),
)
@settings(deadline=None)
def test_well_formed_text_is_the_same_fast_and_careful(
    rows: list[list[str]], habit: str, line_end: str, piece: int
) -> None:
    """What a CSV writer writes is read the same both ways, in whole and in pieces."""
    data = written([["A", "B", "C"], *rows], ",", line_end, habit).encode()

    assert equal(text_grid(data, ",", piece=piece, first=3), careful_grid(data, ","))


def test_a_short_row_is_seen_beside_another_line_end_far_down() -> None:
    """A byte too many at one line end does not make up for the one that a missing cell leaves out."""
    data = b"alpha,beta,gamma\n" * 8_000 + b"short,row\n" + b"another,line,end\r\n"

    assert equal(text_grid(data, ","), careful_grid(data, ","))


@given(st.lists(st.lists(LETTERS, min_size=2, max_size=2)), DELIMITERS, LINE_ENDS, HABITS, ENCODINGS)
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back_as_written(
    rows: list[list[str]], delimiter: str, line_end: str, habit: str, encoding: str
) -> None:
    """Any text in any cell, in any encoding that can hold it, with any delimiter and line end, comes back.

    The sign that ends a file of DOS is no part of it (`test_text_file.py`).
    """
    rows = [[held(cell, encoding) for cell in row] for row in rows]
    data = written([["First Name", "Email"], *rows], delimiter, line_end, habit).encode(encoding)

    source = read_export(("hr.csv", data), encoding=encoding, delimiter=delimiter, header=1).sources[0]

    assert source.cells.columns == ["First Name", "Email"]
    assert source.cells.rows() == [tuple(cell or None for cell in row) for row in rows]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be", "cp1252"])
def test_encoding_and_delimiter_are_found(encoding: str, delimiter: str, line_end: str) -> None:
    """A usual export is read without being told how."""
    rows = [["Vorname", "Nachname", "E-Mail"], ["Jörg", "Müller; Söhne, KG|", "j@example.com"], ["Zoë", "Roe", ""]]
    data = written(rows, delimiter, line_end, "needed").encode(encoding)

    source = read_export(("hr.csv", data)).sources[0]

    assert source.cells.rows() == [("Jörg", "Müller; Söhne, KG|", "j@example.com"), ("Zoë", "Roe", None)]


@needs_shared
@pytest.mark.parametrize(
    "name",
    # location_coordinates is left out: the expected result beside it is about another record.
    ["comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
     "quotes_and_newlines", "simple", "simple_crlf", "utf8"],
)  # fmt: skip
def test_csv_spectrum_is_read_exactly(name: str) -> None:
    """The canonical torture set gives the results that come with it."""
    nasty = SHARED / "data" / "nasty"
    expected = json.loads((nasty / "csv-spectrum-json" / f"{name}.json").read_bytes())

    data = (nasty / "csv-spectrum" / f"{name}.csv").read_bytes()
    if name.endswith("crlf"):  # the copies of these have lost their CR, the expected results have not
        data = data.replace(b"\n", b"\r\n")

    cells = read_export((f"{name}.csv", data)).sources[0].cells

    assert [{header: cell or "" for header, cell in row.items()} for row in cells.to_dicts()] == expected


def test_cells_that_hold_rows_are_marked() -> None:
    """A quote mark too many makes a cell of the rows behind it: that is told, with the number of rows."""
    data = b'a,b,c\n1,"x,y\n2,x,y\n3,x",y\n'

    annotations = text_grid(data, ",").annotations

    assert annotations.select("source_row", "position", "code", "value").rows() == [(2, 1, "swallowed_rows", "1")]


def test_an_address_over_several_lines_is_no_row() -> None:
    """Line breaks in a cell are not suspicious by themselves."""
    assert text_grid(b'a,b,c\n1,"High Street 1\nLeeds, UK",y\n', ",").annotations.is_empty()


def test_widths_tell_how_many_cells_a_row_had() -> None:
    """Short, long and blank rows are told apart from full ones with empty cells."""
    widths = text_grid(b"a,b\n1\n\n1,2,3\n,\n", ",").widths

    assert widths is not None
    assert widths.to_list() == [2, 1, 0, 3, 2]


def test_columns_of_the_grid_are_text() -> None:
    """Leading zeros, signs and exponents are text like any other."""
    cells = text_grid(b"a,b\n00042,1E5\n", ",").cells

    assert_frame_equal(cells, pl.DataFrame({"0": ["a", "00042"], "1": ["b", "1E5"]}))


def written(rows: list[list[str]], delimiter: str, line_end: str, habit: str) -> str:
    """Write rows with quote marks where they are needed, always, or around texts that are no numbers."""
    return "".join(delimiter.join(quoted(cell, delimiter, habit) for cell in row) + line_end for row in rows)


def quoted(cell: str, delimiter: str, habit: str) -> str:
    """Write a cell by a writer's habit; whatever the habit, quote marks stand where they must."""
    needed = any(sign in cell for sign in (delimiter, '"', "\n", "\r")) or cell != cell.strip(" \t")
    by_habit = habit == "always" or (habit == "texts" and not cell.isdecimal())
    return '"' + cell.replace('"', '""') + '"' if needed or by_habit else cell


def held(cell: str, encoding: str) -> str:
    """Get what an encoding can hold of a text, there and back again the same."""
    return "".join(letter for letter in cell if comes_back(letter, encoding))


def comes_back(letter: str, encoding: str) -> bool:
    """Tell whether an encoding gives a letter back; some East Asian ones swallow a few."""
    try:
        return letter.encode(encoding).decode(encoding) == letter
    except UnicodeError:
        return False
