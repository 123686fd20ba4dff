"""Which encoding makes words of a file's bytes, where they are neither marked nor UTF-8.

Windows-1252 decodes nearly anything, so that decoding alone proves nothing: its words must look like words.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, NamedTuple

from keycafe_clean.read.table.known_headers import meaning

#: Lines with letters beside ASCII, and different words in them, that are looked at; the whole file is decoded later.
LINES, WORDS = 5_000, 3_000

#: Bytes of all these lines together; each is decoded in every encoding.
LINES_BYTES = 5_000_000

#: Letters of a word that says something; shorter ones may be a currency, a unit or any odd sign.
SHORTEST = 3

#: What a word is worth that has letters which its language hardly uses, and one that is not in the language of most.
RARE, NOT_OF_MOST = 0.7, 0.92

#: Share of the words that must look right in another encoding than Windows-1252, and how much better that must be: by
#: a share of the words that makes some of a word, or by a smaller one that makes more than a word.
CONVINCING, BETTER, HALF_A_WORD, SLIGHTLY_BETTER, A_WORD = 0.85, 0.15, 0.5, 0.01, 1.2

#: Share that will do where hardly a word is one in Windows-1252.
ENOUGH, NO_WORDS = 0.5, 0.1

#: The share of words that a known column name outweighs, where several encodings are convincing.
A_NAME = 0.1

#: Marks that may stand at the edge of a word or alone: quotation marks, dashes, full stops, trade marks, currencies.
EDGES = "“”„‚‘’«»‹›–—…•·°ªº¡¿©®™£€¥§\u00a0。、，：；（）「」『』・～　"

WORD = re.compile(r"[A-Za-z'’\u0080-\U0010ffff-]+")

#: Capitals where no word has them (`JosŽ`, `MŸller`), and more letters beside ASCII in a row than any Latin word has.
CAPITAL_WITHIN, FOREIGN_RUN = re.compile("[lL]U|[uU]U[lL]"), re.compile("[UL]{5}")

#: What stands between the cells of the first lines, among which column names are looked for.
BETWEEN_CELLS, FIRST_LINES = re.compile(r'[,;\t|"\r\n]+'), 10

#: Meanings of column names that are found by a part of the cell, which any text may have.
FOUND_WITHIN = ("sensitive", "decoy")

Language = dict[str, Any]


class _Look(NamedTuple):
    """How a file looks in an encoding: its column names that are known, the share of good words, their number."""

    names: int
    share: float
    words: int


def likely_encoding(data: bytes) -> str | None:
    """Get the encoding in which the words of a file look right, Windows-1252 where nothing speaks against it.

    None: the bytes are not Windows-1252, and in no other encoding they make words.
    """
    lines = _lines_beside_ascii(data)
    looks = {encoding: _look(lines, encoding) for encoding in _languages()}
    convincing = [encoding for encoding in looks if _is_convincing(looks[encoding], looks["cp1252"])]
    ranked = sorted(convincing, key=lambda encoding: round(-looks[encoding].share - A_NAME * looks[encoding].names, 2))
    return next((encoding for encoding in (*ranked, "cp1252") if _decodes(data, encoding)), None)


def _lines_beside_ascii(data: bytes) -> bytes:
    """Get the first lines with letters beside ASCII."""
    found = (match[0] for match in re.finditer(rb"[^\r\n]+", data))
    lines = b"\n".join(islice((line for line in found if not line.isascii()), LINES))
    return lines if len(lines) <= LINES_BYTES else lines[:LINES_BYTES].rpartition(b"\n")[0] or lines[:LINES_BYTES]


def _is_convincing(look: _Look, western: _Look) -> bool:
    gain = look.share - western.share
    if look.names > western.names or western.share <= NO_WORDS:
        return look.share >= ENOUGH and gain >= 0
    gained_words = gain * look.words
    is_better = (gain >= BETTER and gained_words >= HALF_A_WORD) or (gain >= SLIGHTLY_BETTER and gained_words >= A_WORD)
    return look.share >= CONVINCING and is_better


def _look(lines: bytes, encoding: str) -> _Look:
    """Measure how many of the words look right, from 0 to 1; frequent letters decide between equals."""
    language = _languages()[encoding]
    try:
        text = lines.decode(encoding)
    except UnicodeDecodeError:
        return _Look(0, 0.0, 0)
    words = set(islice(_words(text, 1 if "codec" in language else SHORTEST), WORDS))
    right = (_east_asian if "codec" in language else _alphabetic)(words, language) / max(len(words), 1)
    return _Look(_known_names(text), right * (0.9 + 0.1 * _usual(words, language)), len(words))


def _known_names(text: str) -> int:
    """Count the different cells of the first lines that are column names with letters beside ASCII."""
    first = "\n".join(text.split("\n", FIRST_LINES)[:FIRST_LINES])
    cells = {cell.strip() for cell in BETWEEN_CELLS.split(first) if not cell.isascii()}
    return sum(meaning(cell) not in (None, *FOUND_WITHIN) for cell in cells)


def _words(text: str, shortest: int) -> Iterator[str]:
    """Yield the words with letters beside ASCII, without marks at their edges."""
    words = (match[0].strip(EDGES + "'-") for match in WORD.finditer(text))
    return (word for word in words if not word.isascii() and (len(word) >= shortest or not word.isalpha()))


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


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


@cache
def _languages() -> dict[str, Language]:
    return tomllib.loads(files("keycafe_clean.read.text").joinpath("languages.toml").read_text(encoding="utf-8"))
