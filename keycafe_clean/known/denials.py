"""What a list of who is in Keycafe already says of somebody who is not, or no longer: on, beside or above a line."""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.match.known_words import ADDRESS, HEADING
from keycafe_clean.words import any_of, has_word, words

#: A line whose second word begins with a small letter, and that is no name.
_GOES_ON_IN_SMALL = r"^\W*\p{L}+\s+\p{Ll}[^,;<|\t]*$"

#: What parts a remark from a name or an address; a day of numbers, perhaps with one word for `on` before it.
_PARTING = r"[<>()\[\]:,|\t]|\s[-–—]+\s|[-–—]\s"
_DAY = r"(?:\p{L}{1,5}\s+)?\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,4})?"


def denies(text: pl.Expr, *kinds: str) -> pl.Expr:
    """Yield whether a text has words of these kinds, which say of somebody that they are not in Keycafe; null: none."""
    return has_word(plain(text), words("lists", *kinds))


def plain(text: pl.Expr) -> pl.Expr:
    """Yield a text without accents, as the words of lists are looked up in it."""
    return without_accents(text.str.replace_all("’", "'", literal=True))


def is_state_denied(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a state of who is not in Keycafe, or no longer (`Deleted`); false where blank.

    A day may stand behind it: `removed 03/2026`.
    """
    bare = plain(cell).str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return bare.str.contains(rf"^{_states()}(?: .*\d.*)?$").fill_null(value=False)


def header_denies(header: str) -> bool:
    """Tell whether a filled cell below a header says that somebody is no longer in Keycafe: `Removed on`."""
    return bool(pl.select(denies(pl.lit(header), "denies", "states", "removals")).item())


@cache
def _states() -> str:
    """Get the pattern of the words of states, as `plain()` yields them."""
    return f"(?:{any_of(map(fold, words('lists', 'states')))})"


def _has_state(text: pl.Expr) -> pl.Expr:
    """Yield whether a part of a line, between addresses and signs, is a state, or the line ends in one with a day."""
    parts = text.str.replace_all(ADDRESS, ";").str.replace_all(_PARTING, ";").str.split(";")
    last = plain(text).str.contains(rf"[^\p{{L}}]{_states()}\s+{_DAY}\W*$")
    return parts.list.eval(is_state_denied(pl.element())).list.any().fill_null(value=False) | last


def denies_below(text: pl.Expr) -> pl.Expr:
    """Yield whether a heading says that who stands below it is not in Keycafe, or no longer; false where blank.

    A heading without a colon begins with such a word, and goes on in small letters: `Deleted users`.
    """
    is_heading = text.str.contains(HEADING)
    said = denies(text, "denies", "lacks", "states")
    begins = plain(text).str.contains(rf"^\W*{_states()}(?:\W|$)") & text.str.contains(_GOES_ON_IN_SMALL)
    return (~text.str.contains("@", literal=True) & ((is_heading & said) | begins)).fill_null(value=False)


def is_denied() -> pl.Expr:
    """Yield whether a line denies, or the last heading above it does: it ends with a colon and has no address."""
    text = pl.col("list_text")
    below = denies_below(text) | _is_state_above()
    denied = denies(text.str.replace_all(ADDRESS, " "), "denies", "lacks") | _has_state(text) | below
    is_heading = (text.str.contains(HEADING) & ~text.str.contains("@", literal=True)) | below
    return denied | pl.when(is_heading).then(denied).forward_fill().fill_null(value=False)


def _is_state_above() -> pl.Expr:
    """Yield whether a line is a state and no more, with nothing right above it and a line right below: a heading."""
    row = pl.col("list_row")
    is_apart = (row - row.shift() > 1).fill_null(value=True) & (row.shift(-1) - row == 1).fill_null(value=False)
    return is_state_denied(pl.col("list_text")) & is_apart
