import polars as pl

from keycafe_clean.steps.columns_of_words import columns_of_words

TABLE = pl.DataFrame({"many": ["a", "b", "c"], "few": ["a", None, "b"], "none": [None, None, None], "other": ["d"] * 3})


def test_columns_of_which_a_cell_says_so() -> None:
    """A column is told by one of its cells, unless it has too many different ones; blanks are none."""
    told = columns_of_words(TABLE.cast(pl.String), lambda cell: cell.is_in(["a", "b"]), most=2)

    assert told == {"few"}


def test_no_column_of_few_cells() -> None:
    """A table without any such column has none that says so."""
    assert columns_of_words(TABLE.select("many"), lambda cell: cell == "a", most=2) == frozenset()
