"""Scripts of letters, where a script says how names are written."""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.words import any_of, words

#: A Japanese, Chinese or Korean letter; each may be a word or a name.
EAST_ASIAN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"

#: The inside of a class of letters and their marks, and few signs, where a figure or a blank beside them tells enough:
#: the exact classes take up to twenty milliseconds to compile, at every use.
NEARLY_LETTERS = r"A-Za-z\x{aa}\x{ba}\x{c0}-\x{1fff}\x{2c00}-\x{2fff}\x{3040}-\x{10ffff}"

#: A syllable of Vietnamese without its accents, as every word of a Vietnamese name is.
_SYLLABLE = "(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"


def is_east_asian(cell: str) -> pl.Expr:
    """Yield whether a cell has Japanese, Chinese or Korean letters, which need no blank between names.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.contains(EAST_ASIAN)


def puts_last_name_first(name: pl.Expr) -> pl.Expr:
    """Yield whether a name stands in East Asian signs, last name first; null where it is null.

    Points part a foreign name that is written by its sound, in an order of its own: `ジョン・スミス`.
    """
    return name.str.contains(EAST_ASIAN) & ~name.str.contains(r"[・･·•=＝]")


def is_vietnamese(cell: str) -> pl.Expr:
    """Yield whether a cell has letters that only Vietnamese has, or is built as its names: last names stand first.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.normalize("NFC").str.contains(r"[ƠơƯưẠ-ỹ]") | begins_vietnamese(cell)


def begins_vietnamese(cell: str) -> pl.Expr:
    """Yield whether a name is built as a Vietnamese one, with its accents or without: `Tran Van Duc`.

    A usual last name first, then two syllables or more such as that language has; no small word (`van`) beside names
    with capitals. `cell` is the name of its column; null where the cell is null.
    """
    name = pl.col(cell)
    is_one_case = ~name.str.contains(r"\p{Lu}") | ~name.str.contains(r"(?:^| )\p{Ll}")
    return is_one_case & without_accents(name).str.replace_all("đ", "d", literal=True).str.contains(_vietnamese())


@cache
def _vietnamese() -> str:
    last_names = any_of(fold(name).replace("đ", "d") for name in words("vietnamese", "last_names"))
    return rf"^(?:{last_names})(?: {_SYLLABLE}){{2,4}}$"


def is_thai(cell: str) -> pl.Expr:
    """Yield whether a cell has letters or digits of Thailand.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.contains(r"\p{Thai}")


def is_patronymic(cell: str) -> pl.Expr:
    """Yield whether a word is a name after the father, as stands behind a Russian or Ukrainian first name.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.contains(r"(?i)^\p{Cyrillic}+(?:[оеєйь]вич|[іїьи]ч|[ое]вна|[иі]чна|[іїє]вна)$")
