from datetime import date

import polars as pl

from keycafe_clean.plain_table import table

FRAME = pl.DataFrame({"who": ["Zoë", None, "Ann"], "score": [0.5, 1.0, 0.125], "day": [None, date(2026, 11, 3), None]})


def test_table_is_sorted_and_has_no_types() -> None:
    """By the first column, blanks last; a line a row, nothing behind the last cell."""
    assert f"{table(FRAME)!r}" == "who  score  day\nAnn  0.12   -\nZoë  0.50   -\n-    1.00   2026-11-03"


def test_table_is_sorted_as_it_is_said() -> None:
    """By another column."""
    assert [line[:3] for line in f"{table(FRAME, 'score')!r}".splitlines()] == ["who", "Ann", "Zoë", "-  "]


def test_empty_table_has_its_head() -> None:
    """The names of the columns."""
    assert f"{table(FRAME.clear())!r}" == "who  score  day"
