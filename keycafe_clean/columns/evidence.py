"""What the cells of a column say, whatever its header: named boolean expressions over filled cells.

The words are data: `values.toml`. A null cell gives null.
"""

import tomllib
from functools import cache
from importlib.resources import files

import polars as pl

from keycafe_clean.columns.headers import key
from keycafe_clean.folding import without_accents

_DATE = (
    r"^\d{1,4}[-/. ]\s?(?:\d{1,2}|[\p{L}.]{3,10})[-/. ,]\s?\d{1,4}"  # 2019-03-15, 15.03.2019, 15-Mar-19
    r"|^(?:19|20)\d{6}$|^[1-6]\d{4}(?:\.\d+)?$"  # 20190315, a serial number of a workbook
    r"|^\p{L}{2,9}\.?,? \d{1,2}[., ]"  # March 15, 2019; Fr, 02.10.2026
    r"|\d{1,2} (?:de )?\p{L}{3,10} (?:de )?\d{4}|\d年"
)


def is_address(cell: str) -> pl.Expr:
    """Yield whether a cell holds something like an e-mail address, decorated or damaged."""
    return pl.col(cell).str.contains(r"[^\s@]\s?@\s?[^\s@]+")


def is_name(cell: str) -> pl.Expr:
    """Yield whether a cell has letters, as names have, and is no address."""
    return pl.col(cell).str.contains(r"\p{L}") & ~is_address(cell)


def is_date(cell: str) -> pl.Expr:
    """Yield whether a cell looks like a date in any of the usual orders."""
    return pl.col(cell).str.contains(_DATE)


def is_flag(cell: str) -> pl.Expr:
    """Yield whether a cell is a yes or a no in one of the languages."""
    return pl.col(cell).str.to_lowercase().is_in(value_words("flags"))


def is_employment(cell: str) -> pl.Expr:
    """Yield whether a cell says that somebody works here, has left or is away."""
    return _says(cell, "employment")


def is_application(cell: str) -> pl.Expr:
    """Yield whether a cell says how far somebody is who wants to work here."""
    return _says(cell, "application")


def is_contract(cell: str) -> pl.Expr:
    """Yield whether a cell says how much or how long somebody works."""
    return _says(cell, "contract")


def is_east_asian(cell: str) -> pl.Expr:
    """Yield whether a cell has Japanese, Chinese or Korean letters, which need no blank between names."""
    return pl.col(cell).str.contains(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")


def is_vietnamese(cell: str) -> pl.Expr:
    """Yield whether a cell has letters that only Vietnamese has, where last names stand first."""
    return pl.col(cell).str.normalize("NFC").str.contains(r"[ƠơƯưẠ-ỹ]")


def is_patronymic(cell: str) -> pl.Expr:
    """Yield whether a word is a name after the father, as stands behind a Russian or Ukrainian first name."""
    return pl.col(cell).str.contains(r"(?i)^\p{Cyrillic}+(?:[оеєйь]вич|[іїьи]ч|[ое]вна|[иі]чна|[іїє]вна)$")


def has_several_words(cell: str) -> pl.Expr:
    """Yield whether a cell has at least two words of letters."""
    return pl.col(cell).str.contains(r"\p{L}[\s,;._\d-]*[\s,;._\d]+\p{L}")


def has_inner_blank(cell: str) -> pl.Expr:
    """Yield whether a cell has a blank between two things, as no login has."""
    return pl.col(cell).str.contains(r"\S\s+\S")


def looks_like_a_name(cell: str) -> pl.Expr:
    """Yield whether a cell has two to four words with a capital each, and no digits, as full names have."""
    return pl.col(cell).str.contains(r"^\p{Lu}[\p{L}'’.-]*,?(?: (?:\p{Ll}{1,3} )*\p{Lu}[\p{L}'’.-]*){1,3}$")


def could_be_a_name(cell: str) -> pl.Expr:
    """Yield whether a cell has nothing but one to three words that begin with a capital, as names do."""
    return pl.col(cell).str.contains(r"^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){0,2}$")


def is_code(cell: str) -> pl.Expr:
    """Yield whether a cell is a short run of digits, with a few capitals before it at most: `0042`, `E-17`."""
    return pl.col(cell).str.contains(r"^\p{Lu}{0,4}[-_ ]?\d{1,10}$")


def is_mailbox_of_a_provider(cell: str) -> pl.Expr:
    """Yield whether a cell has an address at a provider where everybody may have one."""
    return folded(cell).str.contains(rf"@(?:{'|'.join(value_words('providers'))})\.")


def is_about_a_process(cell: str) -> pl.Expr:
    """Yield whether a cell says how far a piece of work is (`paid`, `approved`), not a person."""
    return _says(cell, "process")


def is_said_to_be_blank(cell: str) -> pl.Expr:
    """Yield whether a cell is empty or says that there is nothing (`n/a`)."""
    return pl.col(cell).str.to_lowercase().is_in(["", *value_words("blank")])


def folded(cell: str) -> pl.Expr:
    """Yield the cell without case and accents."""
    return without_accents(pl.col(cell))


def _says(cell: str, kind: str) -> pl.Expr:
    return folded(cell).str.contains(_pattern(kind))


@cache
def value_words(kind: str) -> list[str]:
    """Get the words of one kind of `values.toml`."""
    text = files("keycafe_clean.columns").joinpath("values.toml").read_text(encoding="utf-8")
    listed: list[str] = tomllib.loads(text)[kind]
    return listed


@cache
def _pattern(kind: str) -> str:
    """Build the pattern of any of the words: with a border; alone (yes, no, one letter); anywhere (East Asian)."""
    latin = [r"[\p{L}\p{M}]*".join(map(key, word.split("*"))) for word in value_words(kind) if word[0] < "\u3000"]
    alone = {word for word in latin if len(word) == 1}.union(map(key, value_words("flags"))).intersection(latin)
    signs = [key(word) for word in value_words(kind) if word[0] >= "\u3000"]
    bordered = rf"(?:^|[^\p{{L}}\d])(?:{'|'.join(word for word in latin if word not in alone)})(?:$|[^\p{{L}}\d])"
    return "|".join([bordered, *signs, *(f"^{word}$" for word in sorted(alone))])
