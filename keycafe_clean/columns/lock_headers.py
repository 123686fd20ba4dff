"""Compound headers that speak of a lock, or of who no longer works here: `Benutzersperre`, `利用停止フラグ`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import polars as pl

from keycafe_clean.columns.headers import key, words
from keycafe_clean.columns.spellings import is_east_asian, spellings
from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.words import words as words_of_cells

#: Letters of the shortest listed header that may be a part of a longer word; signs of one in writing without blanks.
_SHORTEST, _FEWEST_SIGNS = 7, 2

_WHOLE_NUMBER = r"^\s*[0-9]{1,4}\s*$"


@lru_cache(maxsize=32_768)
def speaks_of_a_lock(header: str) -> bool:
    """Tell whether a header has, as a part of a word, one for a closed account or for who no longer works here."""
    said = [_without_others(word) for word in words(header)]
    return any(map(_has_lock, said)) and not is_about_things(header)


def are_lock_codes(cells: pl.Series) -> bool:
    """Tell whether filled cells are small whole numbers of which 0, nobody's lock, is the most frequent."""
    said = cells.drop_nulls()
    zeros = said.str.strip_chars().is_in(["0"]).sum()
    return bool(said.str.contains(_WHOLE_NUMBER).all()) and 0 < said.len() < 2 * zeros


def _has_lock(word: str) -> bool:
    if word in _listed("alone"):
        return False
    return word.endswith(_listed("endings")) or any(part in word for part in _parts())


def _without_others(word: str) -> str:
    """Get a word without the parts that only look like one for a lock: `clock`."""
    for other in _others():
        word = word.replace(other, " ")
    return word


@cache
def _parts() -> tuple[str, ...]:
    """Get what says so anywhere in a word: stems, signs, and the headers that say so alone."""
    left = map(key, words_of_cells("left_notes", "signs"))
    return (*_listed("stems"), *_listed("signs"), *left, *_known_headers())


def _known_headers() -> tuple[str, ...]:
    """Get the headers for who no longer works here that are long enough to be told in a longer word."""
    kinds = ("disabled", "locked")
    return tuple(sorted(it for it, meaning in spellings().items() if meaning.kind in kinds and _is_telling(it)))


def _is_telling(spelt: str) -> bool:
    return len(spelt) >= (_FEWEST_SIGNS if is_east_asian(spelt) else _SHORTEST)


@cache
def _others() -> tuple[str, ...]:
    listed = (*_listed("else"), *map(key, words_of_cells("left_notes", "signs_of_else")))
    return tuple(sorted(listed, key=lambda it: (-len(it), it)))


@cache
def _listed(kind: str) -> tuple[str, ...]:
    text = files("keycafe_clean.columns").joinpath("lock_headers.toml").read_text(encoding="utf-8")
    return tuple(map(key, tomllib.loads(text)["within"][kind]))
