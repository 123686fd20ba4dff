"""How often words stand in a table."""

import polars as pl
import pytest

from keycafe_clean.read.table.occurrences import Occurrences

CELLS = pl.DataFrame(
    {
        "0": ["Ann", "Name", " Name ", "Bo", None],
        "1": ["Ann", "Team", "Name", "name", None],
    }
)


@pytest.mark.parametrize(
    ("word", "cells", "rows"),
    [("Ann", 2, 1), ("Name", 2, 2), ("Team", 1, 1), ("name", 1, 1), ("Zoe", 0, 0), ("", 0, 0)],
)
def test_cells_are_counted_to_the_letter_and_rows_once_each(word: str, cells: int, rows: int) -> None:
    """Blanks around a word count for its row alone; capitals are other letters."""
    counted = Occurrences(CELLS, ["Ann", "Name", "Team", "name", "Zoe"])

    assert (counted.in_cells(word), counted.in_rows(word)) == (cells, rows)


def test_other_words_are_not_counted() -> None:
    """They were not asked for."""
    assert Occurrences(CELLS, ["Ann"]).in_cells("Team") == 0


def test_columns_may_have_any_name() -> None:
    """Also those that are given while counting."""
    assert Occurrences(pl.DataFrame({"row": ["a"], "cell": ["a"], "word": ["b"]}), ["a"]).in_cells("a") == 2
