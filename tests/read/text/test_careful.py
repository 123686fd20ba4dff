"""Reading text the careful way."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.read.budget import FULL, Budget, OverBudgetError
from keycafe_clean.read.text.careful import careful_cells
from keycafe_clean.read.text.quoted_records import Record, records

#: Texts of the signs that decide, with stretches long enough that lines are taken together.
TEXTS = st.lists(st.sampled_from(['"', ",", "\n", "\r", "\r\n", "a", " ", "x,y\n" * 600]), max_size=30).map("".join)


def rows_of(text: str, enough: int, budget: Budget = FULL) -> list[list[str | None]]:
    """Get the rows that are read, each as wide as it was; a zero-length cell is null."""
    read = careful_cells(text, ",", enough, '"', budget)
    return [list(row[:width]) for row, width in zip(read.cells.rows(), read.widths, strict=True)]


def one_by_one(text: str, enough: int) -> Iterator[Record]:
    """Yield the records of a text until enough is read."""
    for record in records(text, ","):
        yield record
        if record.end >= enough:
            return


@given(TEXTS, st.integers(0, 5_000))
def test_lines_taken_together_are_the_records_read_one_by_one(text: str, enough: int) -> None:
    """Whatever stands in a text, rows, their order and widths are the same, and the end is where a record ends."""
    enough = min(enough, len(text))
    read = list(one_by_one(text, enough)) if enough else []

    assert rows_of(text, enough) == [[cell or None for cell in record.cells] for record in read]
    assert careful_cells(text, ",", enough, '"', FULL).end == (read[-1].end if read else 0)


@given(TEXTS)
def test_stray_quote_marks_are_where_they_are_read(text: str) -> None:
    """Rows and places of strays are those of the records."""
    strays = [(row, place) for row, record in enumerate(records(text, ",")) for place in record.strays]

    assert list(careful_cells(text, ",", len(text), '"', FULL).strays) == strays


def test_line_breaks_in_cells_are_told() -> None:
    """Only a quoted cell can have one."""
    assert careful_cells('a,"b\nc"\n', ",", 8, '"', FULL).has_breaks
    assert not careful_cells('a,"b c"\nd\n', ",", 10, '"', FULL).has_breaks


@pytest.mark.parametrize(
    ("text", "budget", "limit"),
    [
        ("a\n" * 11, Budget(rows=10), "rows"),
        ("a,b,c\n", Budget(columns=2), "columns"),
        ('"a","b",c\n', Budget(columns=2), "columns"),
        ("a,b,c\nd\ne\n", Budget(cells=8), "cells"),
        ('"a",b,c\nd\n' + "e\n" * 2_000, Budget(cells=6_000), "cells"),
        ('"a" b\n' * 20, Budget(careful_bytes=100), "text_cost"),
    ],
)
def test_more_than_the_budget_is_not_read(text: str, budget: Budget, limit: str) -> None:
    """Rows, columns and the rectangle of cells are counted before a frame is made of them; so is what costs time."""
    with pytest.raises(OverBudgetError) as over:
        careful_cells(text, ",", len(text), '"', budget)

    assert over.value.limit == limit
