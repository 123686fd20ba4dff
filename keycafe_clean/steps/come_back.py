"""Words of a status that say that somebody came back, and those of a contract, which hide it: `Rehired Part-Time`."""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold
from keycafe_clean.words import any_of, has_word, is_unspaced, words


def says_returned(phrase: pl.Expr) -> pl.Expr:
    """Yield whether a folded phrase says that somebody came back; null stays null.

    Who may only be taken again has not come back, nor has a thing that was returned.
    """
    is_person = ~has_word(phrase, words("left_notes", "things"))
    return has_word(phrase, words("status", "returned")) & ~phrase.str.contains(_only_perhaps()) & is_person


def without_contract(phrase: pl.Expr) -> pl.Expr:
    """Yield a phrase in small letters without the words of a contract; as it is where it has no others."""
    bare = phrase.str.replace_all(_of_contract(), " ").str.replace_all(r"\s+", " ").str.strip_chars()
    return pl.when(bare == "").then(phrase).otherwise(bare)


@cache
def _only_perhaps() -> str:
    """Get the pattern of a word in a folded phrase that leaves open whether somebody came back: a `no` among others."""
    listed = words("status", "not_returned")
    spaced, signs = (
        any_of(fold(word) for word in listed if is_unspaced(word) == has_signs) for has_signs in (False, True)
    )
    return _with_stars(rf"\b(?:{spaced})\b|{signs}")


@cache
def _of_contract() -> str:
    return _with_stars(rf"\b(?:{any_of(words('topics', 'contract'))})\b(?:\s(?:time|basis))?")


def _with_stars(pattern: str) -> str:
    return pattern.replace(r"\*", r"\p{L}*")
