"""Cells of columns beside a status that say that a person begins on a day to come: `In dienst per 01-01-2027`."""

from datetime import date

import polars as pl

from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.steps.status import is_kind_of_contract, status_meanings
from keycafe_clean.steps.status_days import days_since, is_of_a_later_month

#: Letters of the longest cell that is read so: what is longer is text.
_LONGEST = 60

#: A word and a year, or a day in figures.
_MAY_HAVE_A_DAY = r"\p{L}.*(?:[0-9]{4}|[0-9][./-][0-9]{2})|(?:[0-9]{4}|[0-9][./-][0-9]{2}).*\p{L}"


def say_who_comes(cells: pl.Series, header: str, today: date) -> pl.Series:
    """Get whether each cell says that somebody begins in a later month than `today`'s; keeps the order, null does not.

    It is a word for a first day, or for working here, with its day. Of a day that can be read two ways the later one
    counts. Nothing is said under a header about a thing, and by a kind of contract.
    """
    comers = cells.clear() if is_about_things(header) else _of(cells.drop_nulls().unique(), today)
    return cells.is_in(comers.implode()).fill_null(value=False)


def _of(values: pl.Series, today: date) -> pl.Series:
    cell = pl.col("cell")
    may = values.to_frame("cell").filter(cell.str.len_chars() <= _LONGEST, cell.str.contains(_MAY_HAVE_A_DAY))
    dated = may if may.is_empty() else may.filter(~is_kind_of_contract(cell))
    if dated.is_empty():
        return dated.to_series()
    found = dated.to_series()
    latest = days_since(found, status_meanings(found), "cell")[1]
    return found.filter(is_of_a_later_month(latest, today))
