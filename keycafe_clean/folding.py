"""Text as it is compared: what makes no difference between two spellings of one name.

Headers are folded in `columns.headers`, on its own terms: camelCase and signs make words there, umlauts stay apart.
"""

import unicodedata
from functools import lru_cache
from typing import Final

import polars as pl

from keycafe_clean.ascii import CELL, quick_where_ascii


def _listed(spellings: dict[str, str]) -> tuple[pl.Expr, pl.Expr]:
    """Get what is replaced and what by, as `replace_many()` takes them; names are folded all the time."""
    old, new = (pl.lit(list(texts), pl.List(pl.String)) for texts in (spellings, spellings.values()))
    return old, new


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

#: Older and handwritten shapes of signs in Japanese names: 渡邊 is 渡辺 wherever it is typed by somebody else.
_SIGNS: Final = dict(
    zip(
        "冨國圓嵜嶋嶌廣德惠斉曾榮櫻濱濵澤瀨眞實藏豐邉邊關髙齊齋龍﨑𠮷",
        "富国円崎島島広徳恵斎曽栄桜浜浜沢瀬真実蔵豊辺辺関高斎斎竜崎吉",
        strict=True,
    )
)

#: The two spellings of an umlaut are one name: Müller, Mueller.
_UMLAUTS: Final = {"ae": "a", "oe": "o", "ue": "u"}

#: Letters that are read together, then Cyrillic and Greek ones, as Latin ones that anybody may have written for them.
_TOGETHER: Final = {"ου": "u", "αυ": "av", "ευ": "ev", "μπ": "b", "γγ": "ng"}
_LATIN: Final = {
    **dict(zip("абвгдежзиклмнопрстуфхцчшыэіјґћѕђґ", "abvgdezziklmnoprstufgcccieiigccdg", strict=True)),
    "ш": "s",
    "щ": "st",
    "ъ": "a",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    "є": "e",
    "љ": "li",
    "њ": "ni",
    "џ": "dz",
    **dict(zip("αβγδεζηικλμνξοπρσςτυφχωθ", "avgdeziiklmnxoprsstifcot", strict=True)),
    "ψ": "ps",
}

#: Spellings of one sound in Latin letters, each list upon the last: Zhelyazkov, Želiazkov.
_SOUNDS: Final[tuple[dict[str, str], ...]] = (
    {"shch": "st", "tch": "c", "tz": "c", "ts": "c", "ks": "x", "ou": "u", "ph": "f", "th": "t"},
    {"zh": "z", "sh": "s", "ch": "c", "kh": "g", "w": "v", "j": "i", "y": "i"},
    {"h": "g", "ii": "i", "ie": "e", "ss": "s", "nn": "n", "ll": "l", "mm": "m", "tt": "t"},
    _UMLAUTS,
)

#: The same as `replace_many()` takes them: letters and signs, umlauts, and letter upon letter into Latin ones.
_PLAIN, _WITHOUT_UMLAUTS = _listed({**_LETTERS, **_SIGNS}), _listed(_UMLAUTS)
_INTO_LATIN: Final = tuple(map(_listed, (_TOGETHER, _LATIN, *_SOUNDS)))

#: A letter of a script whose names are written in Latin letters in several ways.
_OTHER_LETTER = r"[\p{Cyrillic}\p{Greek}]"

#: A letter whose marks are left out as often as written, and the dot of a capital Turkish i.
_OPTIONAL_MARK = r"([\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}])\p{M}+|(i)\x{307}"

#: Letters that are spelled with others where a keyboard has none.
_SPELLED: Final = _listed({letter: _LETTERS[letter] for letter in "ıßæœþ"} | {"ø": "oe"})

#: An acute accent that stands alone is typed for an apostrophe; NFKD would make a blank of it.
_LONE_ACUTE = "´"

#: A dot before a raised letter parts nothing: M.ª is Mª.
_RAISED = r"\.([ªº])"


def without_accents(text: pl.Expr) -> pl.Expr:
    """Yield the text in small letters without accents; a letter of another width is the plain one. Null stays null."""
    return text.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()


#: Words of the vocabulary and headers are folded again and again; as many as the vocabulary has, twice.
@lru_cache(maxsize=30_000)
def fold(text: str) -> str:
    """Get a text as `without_accents` yields a cell."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M")).lower()


def in_plain_letters(text: str) -> str:
    """Get a text folded, each letter that keeps a sign of its own spelt as addresses write it: `ł` as `l`."""
    return "".join(_LETTERS.get(letter, letter) for letter in fold(text))


def folded_name(name: pl.Expr) -> pl.Expr:
    """Yield the name as it is compared: small letters without accents, parts with single blanks between. Blank is null.

    O'Neil and ONeil are one name, and so are Müller and Mueller, and Mª and M.ª; a hyphen separates parts,
    and & is a word.
    """
    written = name.str.replace_all(_LONE_ACUTE, "", literal=True).str.replace_all(_RAISED, "$1")
    plain = without_accents(written)
    bare = plain.str.replace_all(r"[\p{Cf}'’ʼ`]", "").str.replace_all("&", " and ", literal=True)
    spelled = bare.str.replace_many(*_PLAIN).str.replace_many(*_WITHOUT_UMLAUTS)
    parts = spelled.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return parts.replace("", None)


def folded_names(names: pl.Series) -> pl.Series:
    """Get what `folded_name()` yields of each name, for many at once, in order."""
    plain = CELL.str.to_lowercase().str.replace_all("['`]", "").str.replace_all("&", " and ", literal=True)
    parts = plain.str.replace_many(*_WITHOUT_UMLAUTS).str.replace_all("[^a-z0-9]+", " ").str.strip_chars()
    return quick_where_ascii(names, parts.replace("", None), folded_name(CELL))


def marked_name(name: pl.Expr) -> pl.Expr:
    """Yield the name in small letters with its marks, parts with single blanks between; null where it has none.

    A mark may be left out of a whole name, but one name is not another with other marks: `Hương`, `Hường`. What is one
    letter in two spellings is one: ü and ue, ı and i; Greek, Cyrillic, Arabic and Hebrew ones are often left out.
    """
    plain = name.str.replace_all(_LONE_ACUTE, "", literal=True).str.normalize("NFKD").str.to_lowercase()
    respelt = plain.str.replace_all(_OPTIONAL_MARK, "${1}${2}").str.replace_all("([aou])\u0308", "${1}e")
    spelled = respelt.str.replace_all(r"[\p{Cf}'’ʼ`]", "").str.replace_many(*_SPELLED)
    parts = spelled.str.replace_all(r"[^\p{L}\p{M}\p{N}]+", " ").str.strip_chars()
    return pl.when(parts.str.contains(r"[\p{M}łđðħŧ]")).then(parts)


def marked_names(names: pl.Series) -> pl.Series:
    """Get what `marked_name()` yields of each name, for many at once, in order: ASCII has no marks."""
    return quick_where_ascii(names, pl.repeat(None, pl.len(), dtype=pl.String), marked_name(CELL))


def folded_local(address: pl.Expr) -> pl.Expr:
    """Yield what an address has before the `@`, as names are folded; null where there is nothing."""
    return folded_name(address.str.extract("^([^@]+)@"))


def in_one_spelling(folded: pl.Expr) -> pl.Expr:
    """Yield a folded name in which å is as it is without the letter: Åkesson, Aakesson. Null stays null.

    Coarse, as the two spellings of umlauts are not: `aa` is a sound of its own in Finnish and Dutch names.
    """
    return folded.str.replace_all("aa", "a", literal=True)


def has_other_letters(name: pl.Expr) -> pl.Expr:
    """Yield whether a name has Cyrillic or Greek letters; null where blank."""
    return name.str.contains(_OTHER_LETTER)


def in_latin(folded: pl.Expr) -> pl.Expr:
    """Yield a folded name in Latin letters, however it was written in them: `петя`, `petya` and `petia` are one.

    Coarse: only names in different letters are compared by it. Null stays null.
    """
    latin = folded
    for spellings in _INTO_LATIN:
        latin = latin.str.replace_many(*spellings)
    return latin
