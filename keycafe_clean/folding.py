"""Text as it is compared: what makes no difference between two spellings of one name. Expressions only.

Headers are folded in `columns.headers`, on its own terms: camelCase and signs make words there, umlauts stay apart.
"""

import unicodedata
from typing import Final

import polars as pl

#: Letters that lose nothing people compare by; NFKD takes no accent off them.
_LETTERS: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}

#: The two spellings of an umlaut are one name: Müller, Mueller.
_UMLAUTS: Final = {"ae": "a", "oe": "o", "ue": "u"}

#: An acute accent that stands alone is typed for an apostrophe; NFKD would make a blank of it.
_LONE_ACUTE = "´"


def without_accents(text: pl.Expr) -> pl.Expr:
    """Yield the text in small letters without accents; a letter of another width is the plain one. Null stays null."""
    return text.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()


def fold(text: str) -> str:
    """Get a text as `without_accents` yields a cell."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).lower()


def folded_name(name: pl.Expr) -> pl.Expr:
    """Yield the name as it is compared: small letters without accents, parts with single blanks between. Blank is null.

    O'Neil and ONeil are one name, and so are Müller and Mueller; a hyphen separates parts.
    """
    plain = without_accents(name.str.replace_all(_LONE_ACUTE, "", literal=True))
    bare = plain.str.replace_all(r"[\p{Cf}'’ʼ`]", "")
    spelled = bare.str.replace_many(_LETTERS).str.replace_many(_UMLAUTS)
    parts = spelled.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return pl.when(parts != "").then(parts)
