"""Cells of a column that says who is to go in, or who is not: which of them speak against a person."""

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.steps.flag_letters import flags_as, letters_said
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import words

_CELL = pl.col("cell")


def speak_against_going_in(cells: pl.Series, *, goes_in: bool) -> pl.Series:
    """Get whether each cell leaves open that a person goes in; keeps the order, never null.

    `goes_in`: a yes says that the person does. Then a no is in doubt, a blank where every other cell is a yes, and
    what nobody can read among flags; else everything but a blank and a no.
    """
    shown = cells.alias("cell").to_frame().with_columns(_CELL.str.strip_chars().replace("", None))
    said = shown.with_columns(said=flags_as(_CELL, letters_said(cells), yes=TRUE, no=FALSE))
    is_no = pl.col("said").eq(FALSE).fill_null(value=False) | (pl.col("said").is_null() & is_placeholder(_CELL))
    is_open = _against(said) if goes_in else _CELL.is_not_null() & ~is_no
    return said.select(is_open.fill_null(value=False).alias(cells.name)).to_series()


def _against(said: pl.DataFrame) -> pl.Expr:
    """Yield whether a cell below a name of who goes in is a no, or may be one by the others."""
    filled = said.filter(_CELL.is_not_null())
    flags = filled.get_column("said").drop_nulls()
    is_cross = _CELL.is_in(words("flags", "crosses"))
    against = pl.col("said").eq(FALSE) | (pl.col("said").is_null() & (is_placeholder(_CELL) | is_cross))
    if 2 * flags.len() > filled.height:
        against |= _CELL.is_not_null() & pl.col("said").is_null()
    if flags.len() == filled.height > 0 and flags.eq(TRUE).all():
        against |= _CELL.is_null()
    return against
