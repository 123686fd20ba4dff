"""Which encoding makes words of a file's bytes, where they are neither marked nor UTF-8.

Windows-1252 decodes nearly anything, so that decoding alone proves nothing: its words must look like words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

#: Lines with letters beside ASCII, and different words in them, that are looked at; the whole file is decoded later.
LINES, WORDS = 5_000, 3_000

#: Share of the words that must look right in another encoding than Windows-1252, how much better it must be, or how
#: many times fewer words may look wrong where a noticeable share does in Windows-1252.
CONVINCING, BETTER, FEWER_WRONG, NOTICEABLE = 0.85, 0.25, 3, 0.05

#: Marks that may stand at the edge of a word or alone: quotation marks, dashes, full stops.
EDGES = "“”„‚‘’«»‹›–—…•·°ªº¡¿\u00a0。、，：；（）「」『』・～　"

WORD = re.compile(r"[A-Za-z'’\u0080-\U0010ffff-]*[\u0080-\U0010ffff][A-Za-z'’\u0080-\U0010ffff-]*")

#: Capitals where no word has them (`JosŽ`, `MŸller`), and more letters beside ASCII in a row than any Latin word has.
CAPITAL_WITHIN, FOREIGN_RUN = re.compile("[lL]U|[uU]U[lL]"), re.compile("[UL]{5}")

Language = dict[str, Any]


def likely_encoding(data: bytes) -> str | None:
    """Get the encoding in which the words of a file look right, Windows-1252 where nothing speaks against it.

    None: the bytes are not Windows-1252, and in no other encoding they make words.
    """
    lines = b"\n".join(match[0] for match in islice(re.finditer(rb"[^\r\n]*[\x80-\xff][^\r\n]*", data), LINES))
    shares = {encoding: _share(lines, encoding) for encoding in _languages()}
    best = max(shares, key=lambda encoding: shares[encoding])
    if _is_convincing(shares[best], shares["cp1252"]) and _decodes(data, best):
        return best
    return "cp1252" if _decodes(data, "cp1252") else None


def _is_convincing(share: float, western: float) -> bool:
    fewer_wrong = 1 - western >= max(NOTICEABLE, FEWER_WRONG * (1 - share))
    return share >= CONVINCING and (fewer_wrong or share >= western + BETTER)


def _share(lines: bytes, encoding: str) -> float:
    """Measure how many of the words look right, from 0 to 1; frequent letters decide between equals."""
    language = _languages()[encoding]
    try:
        words = set(islice(_words(lines.decode(encoding)), WORDS))
    except UnicodeDecodeError:
        return 0.0
    right = sum(_looks_right(word, language) for word in words) / max(len(words), 1)
    return right * (0.9 + 0.1 * _usual(words, language))


def _words(text: str) -> Iterator[str]:
    """Yield the words with letters beside ASCII, without marks at their edges."""
    words = (match[0].strip(EDGES + "'-") for match in WORD.finditer(text))
    return (word for word in words if not word.isascii())


def _looks_right(word: str, language: Language) -> bool:
    if "codec" in language:
        return all(_is_frequent(letter, language) for letter in word if not letter.isascii())
    foreign = {letter.lower() for letter in word if not letter.isascii()} - {"i̇", "’"}
    if not any(foreign <= alphabet for alphabet in map(set, language["alphabets"])):
        return False
    if CAPITAL_WITHIN.search(_shape(word)):
        return False
    if _is_latin(language):
        return not FOREIGN_RUN.search(_shape(word))
    return not re.search("[A-Za-z]", word)


def _is_latin(language: Language) -> bool:
    return any(letter in alphabet for alphabet in language["alphabets"] for letter in "üçšž")


def _shape(word: str) -> str:
    """Write a word as its kinds of letters: u and l for ASCII capitals and small letters, U and L for others."""
    kinds = ("U" if letter.isupper() else "L" for letter in word)
    return "".join(kind.lower() if letter.isascii() else kind for letter, kind in zip(word, kinds, strict=True))


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


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


@cache
def _languages() -> dict[str, Language]:
    return tomllib.loads(files("keycafe_clean.read").joinpath("languages.toml").read_text(encoding="utf-8"))
