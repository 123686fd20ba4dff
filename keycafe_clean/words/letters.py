"""Scripts of letters, where a script says how names are written."""

import polars as pl

_EAST_ASIAN = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"


def is_east_asian(cell: str) -> pl.Expr:
    """Yield whether a cell has Japanese, Chinese or Korean letters, which need no blank between names.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.contains(_EAST_ASIAN)


def puts_last_name_first(name: pl.Expr) -> pl.Expr:
    """Yield whether a name stands in East Asian signs, last name first; null where it is null.

    Points part a foreign name that is written by its sound, in an order of its own: `ジョン・スミス`.
    """
    return name.str.contains(_EAST_ASIAN) & ~name.str.contains(r"[・･·•=＝]")


def is_vietnamese(cell: str) -> pl.Expr:
    """Yield whether a cell has letters that only Vietnamese has, where last names stand first.

    `cell` is the name of its column; null where the cell is null.
    """
    return pl.col(cell).str.normalize("NFC").str.contains(r"[ƠơƯưẠ-ỹ]")


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
