"""How right the words of a text look in a language: its letters, their shapes, how frequent its characters are."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

#: What a word is worth that has letters which its language hardly uses, and one that is not in the language of most.
RARE, NOT_OF_MOST = 0.7, 0.92

#: Marks that may stand at the edge of a word or alone: quotation marks, dashes, full stops, trade marks, currencies.
EDGES = "“”„‚‘’«»‹›–—…•·°ªº¡¿©®™£€¥§\u00a0。、，：；（）「」『』・～　"

#: Capitals where no word has them (`JosŽ`, `MŸller`), and more letters beside ASCII in a row than any Latin word has.
CAPITAL_WITHIN, FOREIGN_RUN = re.compile("[lL]U|[uU]U[lL]"), re.compile("[UL]{5}")

#: The part of a word's worth that depends on how frequent its letters are.
FREQUENT = 0.1

Language = dict[str, Any]


@cache
def languages() -> dict[str, Language]:
    """Get the languages of `languages.toml`, by the encodings that they are written in."""
    return tomllib.loads(files("keycafe_clean.read.text").joinpath("languages.toml").read_text(encoding="utf-8"))


def looks_right(words: set[str], language: Language) -> float:
    """Add up how right words look in a language, one for each that does; frequent letters decide between equals."""
    right = (_east_asian if is_east_asian(language) else _alphabetic)(words, language)
    return right * (1 - FREQUENT + FREQUENT * _usual(words, language))


def is_east_asian(language: Language) -> bool:
    """Tell whether a language has words of one character, told by how frequent those are."""
    return "codec" in language


def _alphabetic(words: set[str], language: Language) -> float:
    """Count the words that look right; those in the language of most count whole, those in others a little less."""
    shaped = [word for word in words if _has_shape_of_word(word, is_latin=_is_latin(language))]
    letters = [{letter.lower() for letter in word if not letter.isascii()} - {"i̇", "’"} for word in shaped]
    worth = [[_worth(of_word, *alphabet) for of_word in letters] for alphabet in _alphabets(language)]
    most: list[float] = max(worth, key=sum)
    best = (max(of_word) for of_word in zip(*worth, strict=True))
    return sum((max(own, NOT_OF_MOST * other) for own, other in zip(most, best, strict=True)), start=0.0)


def _worth(letters: set[str], usual: set[str], rare: set[str]) -> float:
    if letters <= usual:
        return 1.0
    return RARE if letters <= usual | rare else 0.0


def _alphabets(language: Language) -> list[tuple[set[str], set[str]]]:
    """Get the usual and the rare letters of each language of an encoding."""
    parts = (alphabet.partition("|") for alphabet in language["alphabets"])
    return [(set(usual), set(rare)) for usual, _, rare in parts]


def _has_shape_of_word(word: str, *, is_latin: bool) -> bool:
    shape = _shape(word)
    if CAPITAL_WITHIN.search(shape):
        return False
    return not (FOREIGN_RUN.search(shape) if is_latin else re.search("[A-Za-z]", word))


def _is_latin(language: Language) -> bool:
    return any(letter in alphabet for alphabet in language["alphabets"] for letter in "üçšž")


def _shape(word: str) -> str:
    """Write a word as its kinds of letters: u and l for ASCII capitals and small letters, U and L for others."""
    return "".join(map(_kind_of_letter, word))


def _kind_of_letter(letter: str) -> str:
    if letter in "-'’":
        return "-"
    kind = "U" if letter.isupper() else "L"
    return kind.lower() if letter.isascii() else kind


def _east_asian(words: set[str], language: Language) -> float:
    """Add up the shares of frequent characters; a word that has Latin letters too is none."""
    own = (word for word in words if not re.search("[A-Za-z]", word))
    return sum(sum(_is_frequent(letter, language) for letter in word) / len(word) for word in own)


def _is_frequent(letter: str, language: Language) -> bool:
    """Tell whether a letter is among the frequent characters of an East Asian set."""
    try:
        lead = letter.encode(str(language["codec"]))[0]
    except UnicodeEncodeError:
        return letter in EDGES
    return letter in EDGES or any(low <= lead <= high for low, high in language["level"])


def _usual(words: set[str], language: Language) -> float:
    """Measure how many letters are among the most frequent ones of the language; 1 where it names none."""
    usual = language.get("usual")
    letters = [letter.lower() for word in words for letter in word if not letter.isascii()]
    return sum(letter in usual for letter in letters) / len(letters) if usual and letters else 1.0
