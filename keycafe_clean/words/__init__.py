"""The words of cells, in every language, as data: the `.toml` files here, read once, as tuples and patterns.

Small letters with straight apostrophes, trimmed, unless a file says otherwise. What a header means has a vocabulary of
its own (`columns/vocabulary.toml`).
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import polars as pl

from keycafe_clean.folding import fold
from keycafe_clean.words.arabic import with_arabic_forms

_FILES = (
    "placeholders", "flags", "status", "dates", "names", "marks", "addresses", "endings", "accounts", "answers",
    "lists", "roles",
)  # fmt: skip

#: Sections of what is said of people: the others have names, dates and addresses.
_WITH_FORMS = ("accounts", "left_notes", "legends", "marks", "relations", "status", "units")

#: The first letter of the scripts that write words without blanks between them: Japanese, Chinese, Korean.
_FIRST_SIGN = "\u3000"


@cache
def _vocabulary() -> dict[str, Any]:
    texts = (files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in _FILES)
    read = {section: kinds for text in texts for section, kinds in tomllib.loads(text).items()}
    return read | {section: _in_arabic_forms(read[section]) for section in _WITH_FORMS}


def _in_arabic_forms(kinds: dict[str, list[str]]) -> dict[str, list[str]]:
    every = [word for listed in kinds.values() for word in listed]
    return {kind: with_arabic_forms(listed, every) for kind, listed in kinds.items()}


def words(section: str, *kinds: str) -> tuple[str, ...]:
    """Get the words of some kinds of one section, in the order of the file. KeyError: there is none."""
    return tuple(word for kind in kinds for word in _vocabulary()[section][kind])


@cache
def name_groups() -> tuple[str, ...]:
    """Get the given names, each with its short and familiar forms behind it, blanks between; folded."""
    return tuple(line for language in _given_names().values() for line in language)


@cache
def short_names() -> dict[str, str]:
    """Get the abbreviations of given names, each with the name that is meant; folded."""
    groups = (line.split() for line in _given_names()["short"])
    return {short: name for name, *shorts in groups for short in shorts}


@cache
def _given_names() -> dict[str, list[str]]:
    return tomllib.loads(files(__name__).joinpath("nicknames.toml").read_text(encoding="utf-8"))


def any_of(spellings: Iterable[str]) -> str:
    """Get the pattern of any of these spellings, the longest first; no spelling is read as a pattern."""
    return "|".join(
        re.escape(spelling).replace(r"\-", "-") for spelling in sorted(spellings, key=lambda s: (-len(s), s))
    )


def is_unspaced(word: str) -> bool:
    """Tell whether a word is of a script that writes no blanks between words: Japanese, Chinese, Korean.

    Two signs of these are a word, and no letters of a code.
    """
    return word >= _FIRST_SIGN


def has_word(folded: pl.Expr, spellings: Iterable[str]) -> pl.Expr:
    """Yield whether a folded cell has one of these words in it; null stays null.

    A star at either end of a word stands for any letters, a blank within for any signs. A yes, a no and a single letter
    count only where nothing else is in the cell; East Asian words need no border.
    """
    found = _sought(tuple(spellings))
    # Texts, since a pattern of a thousand words takes a tenth of a second to compile, and a hundred times to search.
    bordered = pl.lit(" ") + folded.str.replace_all(r"[^\p{L}\p{N}]+", " ") + pl.lit(" ")
    return bordered.str.contains_any(found.lettered) | folded.str.contains_any(found.signs) | folded.is_in(found.alone)


class _Sought(NamedTuple):
    """Lists of what is looked for in a folded cell: as text between blanks, as text anywhere, and as the whole cell."""

    lettered: pl.Expr
    signs: pl.Expr
    alone: pl.Expr


@cache
def _sought(spellings: tuple[str, ...]) -> _Sought:
    signs = {fold(word) for word in spellings if is_unspaced(word)}
    lettered = {fold(word) for word in spellings if not is_unspaced(word)}
    alone = {word for word in lettered if len(word) == 1} | _flags() & lettered
    texts = {_bordered(word) for word in lettered - alone}
    lists = (pl.Series(sorted(listed), dtype=pl.String).implode() for listed in (texts, signs, alone))
    return _Sought(*map(pl.lit, lists))


def _bordered(word: str) -> str:
    """Get a folded word with single blanks for its signs and at its ends, but where it goes on with any letters."""
    plain = " ".join(re.findall(r"[^\W_]+", word))
    return f"{'' if word.startswith('*') else ' '}{plain}{'' if word.endswith('*') else ' '}"


@cache
def _flags() -> frozenset[str]:
    return frozenset(map(fold, words("flags", "true", "false")))
