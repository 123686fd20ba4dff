"""Records of delimited text, the careful way."""

import pytest

from keycafe_clean.read.text.quoted_records import quoting_habits, records


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n", [[]]),
        ("a", [["a"]]),
        ("a\n\nb", [["a"], [], ["b"]]),
        ("a,b\r\nc,d\re,f\n", [["a", "b"], ["c", "d"], ["e", "f"]]),
        ('"Anytown, WW",1', [["Anytown, WW", "1"]]),
        ('"ha ""ha"" ha"', [['ha "ha" ha']]),
        ('"two\r\nlines",x', [["two\r\nlines", "x"]]),
        ('1, "Roe, Ann" ,2', [["1", "Roe, Ann", "2"]]),
        (" a , b", [[" a ", " b"]]),
        ('""', [[""]]),
        ("a,", [["a", ""]]),
        ("37'37.8\"N,x", [["37'37.8\"N", "x"]]),
        ("\0,2", [["\0", "2"]]),
    ],
)
def test_records_hold_cells_as_written(text: str, expected: list[list[str]]) -> None:
    """Quoted cells, line ends of every kind, blanks and NUL come back as they were written."""
    assert [record.cells for record in records(text, ",")] == expected


@pytest.mark.parametrize(
    ("text", "cells", "strays"),
    [
        ('"Roe, Ann\n2,b', [['"Roe', " Ann"], ["2", "b"]], [[0], []]),
        ('1,"ab"c,d', [["1", '"ab"c', "d"]], [[1]]),
        ('a"b,c', [['a"b', "c"]], [[]]),
    ],
)
def test_a_quote_mark_that_encloses_no_cell_is_a_character(
    text: str, cells: list[list[str]], strays: list[list[int]]
) -> None:
    """A stray quote mark takes no other cell; it is told where it stands first in its cell."""
    found = list(records(text, ","))

    assert [record.cells for record in found] == cells
    assert [record.strays for record in found] == strays


def test_records_start_where_they_are_told() -> None:
    """Reading can go on at the end of any record."""
    text = 'a,b\n"c\nd",e\nf,g\n'
    second = list(records(text, ","))[1]

    assert [record.cells for record in records(text, ",", second.end)] == [["f", "g"]]


def test_habits_of_a_writer_show_in_its_first_rows() -> None:
    """Quote marks beyond need are a habit; a column without a bare cell is always quoted."""
    assert quoting_habits('1,"Ann","x,y"\n2,"Bob",z\n', ",", 3) == (True, [False, True, False])
    assert quoting_habits('1,Ann,"x,y"\n2,Bob,z\n', ",", 3) == (False, [False, False, False])
