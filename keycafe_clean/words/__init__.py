"""The words of cells, in every language, as data: the `.toml` files here, read once, as tuples and patterns.

Small letters with straight apostrophes, trimmed, unless a file says otherwise. What a header means has a vocabulary of
its own (`columns/vocabulary.toml`).
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from keycafe_clean.folding import fold

_FILES = (
    "placeholders", "flags", "status", "dates", "names", "marks", "addresses", "endings", "accounts", "answers",
    "lists", "roles",
)  # fmt: skip

#: The first letter of the scripts that write words without blanks between them: Japanese, Chinese, Korean.
_FIRST_SIGN = "\u3000"

#: What may stand between two words instead of a blank.
_SIGNS = r"[\s\p{P}+|]+"


@cache
def _vocabulary() -> dict[str, Any]:
    texts = (files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in _FILES)
    return {section: kinds for text in texts for section, kinds in tomllib.loads(text).items()}


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


def anywhere(spellings: Iterable[str]) -> str:
    """Get the pattern of a folded cell that has one of these words in it; a star in a word stands for any letters.

    A yes, a no and a single letter count only where nothing else is in the cell; East Asian words need no border.
    """
    listed = sorted(set(spellings))
    signs = [fold(word) for word in listed if word >= _FIRST_SIGN]
    lettered = {fold(word) for word in listed if word < _FIRST_SIGN}
    alone = {word for word in lettered if len(word) == 1} | _flags() & lettered
    begun = {word for word in lettered - alone if word.endswith("*")}
    # What begins with such a word goes on with any letters: a pattern of them all would be too large.
    beginnings = [_starred(word.removesuffix("*")) for word in sorted(begun)]
    whole = "|".join(map(_starred, sorted(lettered - alone - begun)))
    bordered = [rf"(?:{whole})(?:$|[^\p{{L}}\d])"] if whole else []
    lettered_parts = "|".join([*bordered, *beginnings])
    parts = [*([rf"(?:^|[^\p{{L}}\d])(?:{lettered_parts})"] if lettered_parts else []), *map(re.escape, signs)]
    return "|".join([*parts, *(rf"^{re.escape(word)}$" for word in sorted(alone))])


def _starred(word: str) -> str:
    """Get the pattern of a word; any signs may stand where it has a blank."""
    parts = re.split("([* ])", word)
    return "".join({"*": r"[\p{L}\p{M}]*", " ": _SIGNS}.get(part, re.escape(part)) for part in parts)


@cache
def _flags() -> frozenset[str]:
    return frozenset(map(fold, words("flags", "true", "false")))
