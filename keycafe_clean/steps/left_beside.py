"""Remarks that may say that a person has left, told beside a cell of the same column that surely does."""

from datetime import date
from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.steps.rewrite import holds
from keycafe_clean.steps.status import UNKNOWN, status_meanings
from keycafe_clean.steps.status_days import days_until
from keycafe_clean.words import any_of, has_word, words

#: Fewer letters are the begin of anything.
_SHORTEST = 3


def may_say_who_left(cells: pl.Series, header: str, today: date) -> pl.Series:
    """Get whether each cell may say that a person has left, or is not to be set up; keeps the order, null does not.

    Any word for leaving does, which alone in a column says as much of other things, and a day before `today` until
    which something holds, unless that is a leave. Nothing is said under a header about a thing.
    """
    if is_about_things(header):
        return holds(cells, lambda cell: pl.lit(value=False) & cell.is_not_null())
    return holds(cells, _sounds_so) | _is_over(cells, today)


def _sounds_so(cell: pl.Expr) -> pl.Expr:
    folded = without_accents(cell)
    return has_word(folded, _stems()) | folded.str.contains(_not_set_up())


def _is_over(cells: pl.Series, today: date) -> pl.Series:
    """Get which cells name a last day before today's."""
    ends = holds(cells, lambda cell: has_word(without_accents(cell), words("marks", "until")) & ~_is_leave(cell))
    told = cells.set(~ends, None)
    if not ends.any():
        return ends
    days = days_until(told, status_meanings(told).set(~ends, UNKNOWN), "until")
    return (days < today).fill_null(value=False).alias(cells.name)


def _is_leave(cell: pl.Expr) -> pl.Expr:
    return has_word(without_accents(cell), words("status", "leave", "leave_words"))


@cache
def _stems() -> tuple[str, ...]:
    """Get every word for leaving, with those that are unclear alone."""
    said = {*words("status", "leaving", "open_words", "inactive_words"), *words("left_notes", "unclear")}
    return tuple(
        sorted(it for it in said - {*words("left_notes", "stems_of_else")} if len(it) >= _SHORTEST or it > "\u3000")
    )


@cache
def _not_set_up() -> str:
    """Get the pattern of a folded denial with a word for setting up, and nothing but adverbs between or behind."""
    denied, between, done = (any_of({fold(it) for it in words("left_notes", kind)}) for kind in _DENIED)
    return rf"\b(?:{denied})(?:\s(?:{between})){{0,2}}\s(?:{done})\b|\b(?:{done})\s(?:{denied})\b"


_DENIED = ("denials", "adverbs", "set_up")
