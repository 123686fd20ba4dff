"""Words that a text says twice: in letters of its own and, as addresses and known column names do, in plain ones."""

import re
from collections.abc import Iterable
from itertools import islice

from keycafe_clean.folding import in_plain_letters

#: Lines that are looked at; they are read in every encoding.
LINES = 500

#: Letters of a word that stands in an address by more than chance.
_SHORTEST = 4

_LOCAL, _WORD = re.compile(r"([^\s@;,\"'<>|:]+)@"), re.compile(r"[^\W\d_]+")


def words_in_addresses(text: str) -> int:
    """Count the different words beside ASCII whose line has an address that is made of them: `Śliwa`, `ewa.sliwa@`.

    A word that was read in wrong letters may fit as well; one in right letters always does where it is the name.
    """
    found = set[str]()
    for line in islice(text.splitlines(), LINES):
        local = "".join(_LOCAL.findall(line)).lower()
        found |= {word for word in _beside_ascii(line) if in_plain_letters(word.lower()) in local}
    return len(found)


def names_as_written(cells: Iterable[str]) -> int:
    """Count the cells whose words beside ASCII are those of known column names, accents and all: `Imię`, not `Imiê`."""
    # Loaded when first needed: text that is UTF-8 is read without it.
    from keycafe_clean.columns.spellings import words_as_written  # noqa: PLC0415

    known = words_as_written()
    said = ([word.casefold() for word in _WORD.findall(cell) if not word.isascii()] for cell in cells)
    return sum(bool(words) and known.issuperset(words) for words in said)


def _beside_ascii(line: str) -> Iterable[str]:
    return (word for word in _WORD.findall(line) if not word.isascii() and len(word) >= _SHORTEST)
