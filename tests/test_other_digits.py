"""A whole run over exports in the digits of every script: nothing stops it, and nobody's outcome changes."""

import sys
import unicodedata
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keycafe_clean.decide.setup import Setup
from keycafe_clean.pipeline import clean
from keycafe_clean.read import read_export

TODAY = date(2026, 11, 29)
ZEROS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.decimal(sign, -1) == 0]
HEADER = "Employee ID,First Name,Last Name,Email,Active,Birth Date,Start Date,Leaving Date,Badge No."
ROWS = (
    *(
        "1001,Ona,Reyes,{}ona@example.com,1,05/03/71,01/02/2019,,00417",
        "1002,Bea,Lund,bea@example.com,0,1980-02-11,,,00418",
    ),
    *(
        "1003,Carl,Ives,,1,07/08/66,03/04/2018,31/08/2025,01419",
        "1003,Carl,Ives,,1,07/08/66,03/04/2018,31/08/2025,01419",
    ),
    *("1004,Dora,Metz,,1,30/11/90,2020-05-06,31/12/9999,02420", "1005,Egon,Falk,,1,01/01/85,43831,2026-12-31,01421"),
)


@cache
def outcomes(zero: str) -> list[tuple[str | None, ...]]:
    """Get what becomes of the rows, with the digits of their script."""
    digits = {48 + place: ord(zero) + place for place in range(10)}
    text = "\n".join([HEADER, *(row.translate(digits).replace("{}", "") for row in ROWS)])
    rows = clean(read_export(("staff.csv", text.encode())), Setup(), today=TODAY).rows
    return rows.select("outcome", "reason", "reason_column", "Badge Code").rows()


@pytest.mark.parametrize("zero", [ZEROS[1], ZEROS[2], "०", "๐", "𝟎", ZEROS[-1]])
def test_digits_of_a_script_change_no_outcome(zero: str) -> None:
    """Employee numbers, flags, dates and badges mean the same in any digits."""
    assert outcomes(zero) == outcomes("0")


#: Digits of some scripts, two of them newer than this Python, and what stands between digits.
MIXED = st.text(st.sampled_from("٣३９𞥖\U0001ccf3\U00011bf50123/-. :"), max_size=10)


@settings(max_examples=4)
@given(st.lists(st.lists(MIXED, min_size=4, max_size=4), min_size=1, max_size=8))
def test_no_digits_stop_a_run(cells: list[list[str]]) -> None:
    """Digits of any script, mixed as nobody writes them, end in some outcome."""
    lines = [f"Ona,Reyes,ona{place}@example.com,{','.join(row)}" for place, row in enumerate(cells)]
    text = "\n".join(["First Name,Last Name,Email,Employee ID,Birth Date,Leaving Date,Status", *lines])

    assert clean(read_export(("staff.csv", text.encode())), Setup(), today=TODAY).rows.height == len(cells)
