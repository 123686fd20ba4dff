"""What stands in a cell that should have been empty: `n/a`, `-`, `TBD`, `nan`."""

import polars as pl

from keycafe_clean.words import words


def is_placeholder(cell: pl.Expr) -> pl.Expr:
    """Yield whether a filled cell says that there is no value, in any language of the vocabulary; null where blank.

    Words that are also names (`na`, `Null`) are placeholders here: names have their own reading.
    """
    return _is_plain_placeholder(cell) | cell.str.to_lowercase().is_in(words("placeholders", "ambiguous"))


def is_name_placeholder(column: str, other: str) -> pl.Expr:
    """Yield whether a name says that there is none, judged beside the other half of the name.

    `Null`, `Na` and `Nan` are names of people: they are placeholders as software writes them (`NaN`), and in small
    letters or capitals where the other half of the name is not written so.
    """
    cell = pl.col(column)
    ambiguous = cell.str.to_lowercase().is_in(words("placeholders", "ambiguous"))
    return _is_plain_placeholder(cell) | (ambiguous & _stands_out(column, other))


def _is_plain_placeholder(cell: pl.Expr) -> pl.Expr:
    exact = cell.is_in(words("placeholders", "exact"))
    return exact | cell.str.to_lowercase().is_in(words("placeholders", "words"))


def _stands_out(column: str, other: str) -> pl.Expr:
    """Yield whether a name in one case stands beside a name that is not in the same case, or says nothing either."""
    cell, beside = pl.col(column), pl.col(other)
    capitals = (cell == cell.str.to_uppercase()) & (beside != beside.str.to_uppercase())
    small = (cell == cell.str.to_lowercase()) & (beside != beside.str.to_lowercase())
    return capitals | small | is_placeholder(beside).fill_null(value=True)
