"""The normal form of a header: what is left when case, accents, punctuation and camelCase do not count."""

import re
import unicodedata
from functools import lru_cache

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-zà-ÿ]{2})|(?<=[^\W\d_])(?=\d)")
_BRACKETS = re.compile(r"[\[(（【].*?[\])）】]")
_SEGMENTS = re.compile(r"\s[-–—]\s|[:/|\n>：／]|\.(?=\w)")


#: Many questions are put to each header; a workbook has 16,384 columns at most.
@lru_cache(maxsize=2**15)
def words(header: str) -> tuple[str, ...]:
    """Get the words of a header, folded: `ADEmail` is `ad email`, `Employee #` is `employee number`."""
    text = unicodedata.normalize("NFKC", header.replace("º", "°"))
    spaced = _CAMEL.sub(" ", text).replace("#", " number ").replace("№", " number ")
    return tuple(re.findall(r"[^\W_]+", _folded(spaced)))


def key(header: str) -> str:
    """Get the words of a header without blanks between them, by which spellings are looked up."""
    return "".join(words(header))


def without_brackets(header: str) -> str:
    """Get the header without what stands in brackets: `First name [givenName]` is `First name`."""
    return _BRACKETS.sub(" ", header)


def in_brackets(header: str) -> tuple[str, ...]:
    """Get what stands in brackets, the brackets included, from the left."""
    return tuple(_BRACKETS.findall(header))


def segments(header: str) -> tuple[str, ...]:
    """Get the parts of a heading of two levels: `Legal Name - First Name` has two."""
    return tuple(part.strip() for part in _SEGMENTS.split(header) if part.strip())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
