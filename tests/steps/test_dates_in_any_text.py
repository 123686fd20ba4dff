"""Dates in the digits of every script, and in text that nobody would write on purpose."""

import sys
import unicodedata
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keycafe_clean.steps.dates import begins_like_a_date, is_day_first, read_dates, says_never

TODAY = date(2026, 11, 22)

ZEROS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.decimal(sign, -1) == 0]


@pytest.mark.parametrize("cell", ["15/03/2019", "2019-03-15", "15 Mar 2019", "43539", "3/15/19", "2019年3月15日"])
def test_date_is_read_in_the_digits_of_every_script(cell: str) -> None:
    """The digits of no script change a date, its order, or that it looks like one."""
    written = pl.Series([cell.translate({48 + i: ord(zero) + i for i in range(10)}) for zero in ZEROS])

    assert read_dates(written, TODAY, day_first=True).unique().to_list() == [date(2019, 3, 15)]
    assert is_day_first(written) is is_day_first(pl.Series([cell]))
    assert pl.DataFrame({"cell": written}).select(begins_like_a_date(pl.col("cell")).all()).item()


#: What dates are made of, mixed at random, and digits that only newer versions of Unicode have.
PIECES = [
    "٣",
    "३",
    "９",
    "𞥖",
    "\U0001ccf3",
    "元",
    "令和",
    "年",
    "r",
    "z",
    "t",
    ":",
    ".",
    "mar",
    "de",
    "มี.ค",
    "9999",
    "0",
    "2569",
    "12",
]
JUNK = st.lists(st.sampled_from([*PIECES, " ", "/", "-"]), min_size=1, max_size=9).map("".join)


@given(st.lists(st.text() | JUNK | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"), max_size=8), st.booleans())
def test_no_text_stops_the_reading_of_dates(cells: list[str], day_first: bool) -> None:  # noqa: FBT001 -- drawn
    """Whatever a cell holds, it has a date or none, and the same date wherever it stands in its column."""
    column = pl.Series(cells, dtype=pl.String)
    read = read_dates(column, TODAY, day_first=day_first)

    assert read.len() == column.len()
    assert read_dates(column.reverse(), TODAY, day_first=day_first).reverse().equals(read)
    assert is_day_first(column) in (True, False, None)
    frame = pl.DataFrame({"cell": column}).select(a=begins_like_a_date(pl.col("cell")), b=says_never(pl.col("cell")))
    assert frame.null_count().row(0) == (0, 0)
