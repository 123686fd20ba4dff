from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.first_days import is_far_ahead, last_day_far_ahead, unread_first_days

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *(("Q2 2027", True), ("end of January 2027", True), ("2027", True), ("2026", True), ("2027-W05", True)),
        *(("tbc", True), ("TBD", True), ("noch offen", True), ("soon", True), ("1448/11/30", True)),
        *(("Q3 2015", False), ("2015", False), ("2015-W05", False), ("Apr-15", False), ("31.02.2015", False)),
        *(("9999-12-31", True), ("2200-12-31", True), ("31-DEC-4712", True)),
        *(("1900-01-00", False), ("0000-00-00", False)),
        *(("-", False), ("n/a", False), ("none", False), ("unknown", False), ("00.00.0000", False)),
        *(("long ago", False), ("seit jeher", False), ("1390/01/01", False), ("1441-02-01", False), (None, False)),
    ],
)
def test_text_may_be_a_first_day_to_come(cell: str | None, *, expected: bool) -> None:
    """A year that has passed, and words for none and for long ago, say that somebody has begun."""
    unread = unread_first_days(pl.Series([cell], dtype=pl.String), pl.Series([None], dtype=pl.Date), TODAY)

    assert unread.to_list() == [expected]


def test_text_that_was_read_settles_when_somebody_begins() -> None:
    """A day that is known leaves nothing open."""
    unread = unread_first_days(pl.Series(["15.01.2027", "soon"]), pl.Series([date(2027, 1, 15), None]), TODAY)

    assert unread.to_list() == [False, True]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2029, 11, 1), False, False),
        (date(2029, 11, 2), True, False),
        (date(2072, 12, 30), True, False),
        (date(2072, 6, 14), True, False),
        (date(2073, 6, 14), True, True),
        (date(2093, 6, 14), True, True),
        (date(2094, 6, 14), True, False),
        (date(2083, 12, 31), True, False),
        (date(2099, 1, 31), True, False),
        (date(2078, 1, 1), True, False),
    ],
)
def test_day_too_far_ahead_may_be_a_slip(day: date, *, first: bool, last: bool) -> None:
    """Nobody is hired three years ahead, or works on for 47; a later day, and the end of a year, say never."""
    frame = pl.DataFrame({"day": [day]})
    said = frame.select(first=is_far_ahead(pl.col("day"), TODAY), last=last_day_far_ahead(pl.col("day"), TODAY))

    assert said.row(0) == (first, last)
