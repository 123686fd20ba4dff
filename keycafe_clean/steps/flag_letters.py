"""A yes or a no by its first letter in a language where the letter alone says nothing: `E` and `H`, `D` and `N`."""

from collections.abc import Mapping

import polars as pl

from keycafe_clean.article.rules import FALSE, TRUE
from keycafe_clean.steps.flags import flag_of
from keycafe_clean.words import words

#: People of whom a column must say the same before a single letter is enough: fewer may be the exception.
_FEWEST = 3


def letters_said(cells: pl.Series, usual: str | None = None) -> dict[str, str]:
    """Get the small letter -> "true" or "false" of a column whose filled cells are the two letters of one language.

    `usual` is what such a column says of nearly everybody: where all of several cells are one letter for it, they say
    so. Empty where there is anything else.
    """
    filled = cells.drop_nulls().str.strip_chars().str.to_lowercase()
    filled = filled.filter(filled != "")
    found = set(filled.unique().head(3).to_list())
    both = next((pair for pair in _pairs() if found == {*pair}), None)
    if both:
        return dict(zip(both, (TRUE, FALSE), strict=True))
    same = {yes if usual == TRUE else no for yes, no in _pairs()}
    return dict.fromkeys(found, usual) if usual and len(found) == 1 and found <= same and len(filled) >= _FEWEST else {}


def flags_as(cell: pl.Expr, letters: Mapping[str, str], *, yes: str, no: str) -> pl.Expr:
    """Yield `yes` or `no` where a cell is one, by these letters of `letters_said()` or by a word; else null."""
    by_letter = cell.str.to_lowercase().replace_strict(letters, default=None, return_dtype=pl.String)
    said = pl.coalesce(by_letter, flag_of(cell)) if letters else flag_of(cell)
    return said.replace_strict({TRUE: yes, FALSE: no}, default=None, return_dtype=pl.String)


def _pairs() -> list[tuple[str, str]]:
    return [(pair[0], pair[-1]) for pair in words("flags", "letters")]
