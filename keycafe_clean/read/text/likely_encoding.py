"""Which encoding makes words of a file's bytes, where they are neither marked nor UTF-8.

Windows-1252 decodes nearly anything, so that decoding alone proves nothing: its words must look like words.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from keycafe_clean.read.table.known_headers import meaning
from keycafe_clean.read.text.languages import EDGES, is_east_asian, languages, looks_right
from keycafe_clean.read.text.written_twice import names_as_written, words_in_addresses

#: Lines with letters beside ASCII, and different words in them, that are looked at; the whole file is decoded later.
LINES, WORDS = 5_000, 3_000

#: Bytes of all these lines together; each is decoded in every encoding.
LINES_BYTES = 5_000_000

#: Letters of a word that says something; shorter ones may be a currency, a unit or any odd sign.
SHORTEST = 3

#: Share of the words that must look right in another encoding than Windows-1252, and how much better that must be: by
#: a share of the words that makes some of a word, or by a smaller one that makes more than a word.
CONVINCING, BETTER, HALF_A_WORD, SLIGHTLY_BETTER, A_WORD = 0.85, 0.15, 0.5, 0.01, 1.2

#: Share that will do where hardly a word is one in Windows-1252.
ENOUGH, NO_WORDS = 0.5, 0.1

#: The share of words that a known column name outweighs, where several encodings are convincing.
A_NAME = 0.1

WORD = re.compile(r"[A-Za-z'’\u0080-\U0010ffff-]+")

#: What stands between the cells of the first lines, among which column names are looked for.
BETWEEN_CELLS, FIRST_LINES = re.compile(r'[,;\t|"\r\n]+'), 10

#: Meanings of column names that are found by a part of the cell, which any text may have.
FOUND_WITHIN = ("sensitive", "decoy")


class _Look(NamedTuple):
    """How a file looks in an encoding: its column names that are known, the share of good words, their number.

    `written`: column names that are known with their accents; `addressed`: words of which addresses are made.
    """

    names: int
    share: float
    words: int
    written: int = 0
    addressed: int = 0

    @property
    def rank(self) -> float:
        """Get how right it looks, all in all."""
        return round(self.share + A_NAME * (self.names + self.written) + self.addressed / max(self.words, 1), 2)


def likely_encoding(data: bytes) -> str | None:
    """Get the encoding in which the words of a file look right, Windows-1252 where nothing speaks against it.

    None: the bytes are not Windows-1252, and in no other encoding they make words.
    """
    lines = _lines_beside_ascii(data)
    looks = {encoding: _look(lines, encoding) for encoding in languages()}
    convincing = [encoding for encoding in looks if _is_convincing(looks[encoding], looks["cp1252"])]
    ranked = sorted(convincing, key=lambda encoding: looks[encoding].rank, reverse=True)
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
    # What is said twice in a file outweighs how its words look: at least a name or a word more, and none less.
    twice = (look.written - western.written, look.addressed - western.addressed)
    if min(twice) < 0:
        return False
    if max(twice) > 0:
        return look.share >= CONVINCING and gain >= 0
    gained_words = gain * look.words
    is_better = (gain >= BETTER and gained_words >= HALF_A_WORD) or (gain >= SLIGHTLY_BETTER and gained_words >= A_WORD)
    return look.share >= CONVINCING and is_better


def _look(lines: bytes, encoding: str) -> _Look:
    """Measure how many of the words look right, from 0 to 1."""
    language = languages()[encoding]
    try:
        text = lines.decode(encoding)
    except UnicodeDecodeError:
        return _Look(0, 0.0, 0)
    words = set(islice(_words(text, 1 if is_east_asian(language) else SHORTEST), WORDS))
    share, names = looks_right(words, language) / max(len(words), 1), _known_names(text)
    return _Look(len(names), share, len(words), names_as_written(names), words_in_addresses(text))


def _known_names(text: str) -> set[str]:
    """Get the different cells of the first lines that are column names with letters beside ASCII."""
    first = "\n".join(text.split("\n", FIRST_LINES)[:FIRST_LINES])
    cells = {cell.strip() for cell in BETWEEN_CELLS.split(first) if not cell.isascii()}
    return {cell for cell in cells if meaning(cell) not in (None, *FOUND_WITHIN)}


def _words(text: str, shortest: int) -> Iterator[str]:
    """Yield the words with letters beside ASCII, without marks at their edges."""
    words = (match[0].strip(EDGES + "'-") for match in WORD.finditer(text))
    return (word for word in words if not word.isascii() and (len(word) >= shortest or not word.isalpha()))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
