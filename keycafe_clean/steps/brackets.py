"""What stands in brackets in a name: nicknames, numbers and pronouns say nothing, other words may say anything."""

import re

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.decorations import is_pronouns
from keycafe_clean.steps.rewrite import holds, matches
from keycafe_clean.words import any_of, words

_PAIRS = ("()", "[]", "{}", "<>", "（）", "［］", "【】", "〔〕", "「」", "«»", "‹›")
#: Brackets of every kind with what is in them, no matter which of them closes it.
_BRACKETS = "|".join(f"{re.escape(it[0])}[^{re.escape(it)}]*{re.escape(it[1])}" for it in _PAIRS)

_SMALL = "de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ter|bin|al|el|y|e|i|et|und|and|og|och|of|for|the"
_WORD = r"\p{Lu}[\p{L}\p{M}'’.]*"
#: A nickname, a name or a department: every word begins with a capital.
_LIKE_A_NAME = rf"^(?:{_WORD}|\d+)(?:[\s,/&+-]+(?:{_WORD}|{_SMALL}|\d+))*$"
#: Where no letter of the name is a capital, one of a nickname is not either.
_SMALL_NAME = r"^\p{Ll}[\p{Ll}\p{M}'’.-]+$"
_READING = r"^[\p{Katakana}\p{Hiragana}ー・\s]+$|^\p{Han}{1,2}$|^\p{Hangul}{1,4}$"
#: Outlook's form of a person; whose address it is, the column of addresses says.
_ADDRESS = r"^(?i:mailto:|smtp:)?[^\s@]+@[^\s@]+$"
_NUMBER = r"^[^\p{L}]*$|^\p{L}{0,8}[.#:№\s_-]*\d[\w.-]*$"


#: What opens any of them.
_OPENS = f"[{''.join(re.escape(it[0]) for it in _PAIRS)}]"


def have_unknown_bracket(names: pl.Series) -> pl.Series:
    """Get of which names `has_unknown_bracket()` holds, in order; false where null. Few names have any bracket."""
    bracketed = names.set(~holds(names, matches(_OPENS)), None)
    return holds(bracketed, has_unknown_bracket)


def has_unknown_bracket(name: pl.Expr) -> pl.Expr:
    """Yield whether words stand in brackets beside a name that are not known to be harmless; null where blank."""
    outside = name.str.replace_all(_BRACKETS, " ")
    inner = name.str.extract_all(_BRACKETS).list.eval(_inner(pl.element()))
    unknown = inner.list.eval(~_is_harmless(pl.element())).list.any()
    in_small = outside == outside.str.to_lowercase()
    other = inner.list.eval(~_is_harmless(pl.element()) & ~pl.element().str.contains(_SMALL_NAME)).list.any()
    return outside.str.contains(r"\p{L}") & pl.when(in_small).then(other).otherwise(unknown)


def _inner(bracket: pl.Expr) -> pl.Expr:
    return bracket.str.slice(1, bracket.str.len_chars() - 2).str.strip_chars()


def _is_harmless(inner: pl.Expr) -> pl.Expr:
    plain = without_accents(inner).str.replace_all(r"[^\p{L}\p{M}\p{N}/]+", " ").str.strip_chars()
    known = plain.str.contains(rf"^(?:{_KNOWN})$") | plain.str.contains(rf"^(?:{_BEFORE_NAME})\s\S")
    return inner.str.contains(f"{_NUMBER}|{_ADDRESS}|{_LIKE_A_NAME}|{_READING}") | is_pronouns(inner) | known


_KNOWN = any_of(
    fold(word)
    for word in (
        *words("brackets", "harmless"),
        *words("marks", "external"),
        *words("status", "leave"),
        *words("titles", "plain", "dotted"),
        *words("suffixes", "generation", "degrees"),
    )
)
_BEFORE_NAME = any_of(fold(word) for word in words("brackets", "names"))
