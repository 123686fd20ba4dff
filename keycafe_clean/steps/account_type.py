"""Rows whose type says that they are no person: rooms, shared mailboxes, equipment, services, bots."""

import re
from collections.abc import Iterable
from functools import lru_cache

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE, LAST
from keycafe_clean.words import has_word, words


def spelled(texts: Iterable[str]) -> list[str]:
    """Get texts as whole cells are compared: folded letters and digits alone, each once, sorted."""
    return sorted({re.sub(r"[\W_]", "", fold(text)) for text in texts})


#: What directories put before the name of an attribute: `user.userType`, `profile.type`, `urn:...:User.employeeType`.
_PREFIX = re.compile(r"(?i)^(?:urn:\S+[:.]|(?:users?|profile|account|attributes|person|employee|worker)\.)+(?=\w)")


def spelled_header(header: str) -> str:
    """Get a header as `spelled()` gets texts, without what a directory puts before it."""
    return spelled([_PREFIX.sub("", header)])[0]


def spelled_cell(cell: pl.Expr) -> pl.Expr:
    """Yield a cell as `spelled()` gets texts; null stays null."""
    return without_accents(cell).str.replace_all(r"[^\p{L}\p{N}]", "")


def is_one_of(cell: pl.Expr, words: Iterable[str]) -> pl.Expr:
    """Yield whether a cell is one of these words, signs and blanks apart; null where blank."""
    return spelled_cell(cell).is_in(_spelled_words(tuple(words)))


@lru_cache(maxsize=200)
def _spelled_words(words: tuple[str, ...]) -> list[str]:
    return spelled(words)


def is_named_no_person(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for an account that is no person's; null where blank."""
    return is_one_of(cell, words("accounts", "whole"))


def account_type(column: str) -> pl.Expr:
    """Yield whether the type of an account is that of a room, a device or a service; null where it is blank."""
    return _says(pl.col(column), "no_person") | is_named_no_person(pl.col(column))


def is_guest(cell: pl.Expr, *, whole: bool = False) -> pl.Expr:
    """Yield whether the type of an account is that of a guest, by any word or as a whole; null where blank."""
    return _says_wholly(cell, "guests") if whole else _says(cell, "guests")


def is_not_here_yet(cell: pl.Expr, *, whole: bool = False) -> pl.Expr:
    """Yield whether the type of a worker is of one who has not begun, by any word or as a whole; null where blank."""
    return _says_wholly(cell, "not_yet") if whole else _says(cell, "not_yet")


def is_no_worker(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for a person who does not work here; null where blank."""
    return _says_wholly(cell, "no_worker")


def is_known_type(cell: pl.Expr) -> pl.Expr:
    """Yield whether the type of an account is one that is known, of a person or of none; null where blank."""
    return pl.any_horizontal(_says(cell, kind) for kind in ("person", "no_person", "guests", "not_yet"))


def _says_wholly(cell: pl.Expr, kind: str) -> pl.Expr:
    return is_one_of(cell, (word.removesuffix("*") for word in words("accounts", kind)))


def _says(cell: pl.Expr, kind: str) -> pl.Expr:
    spaced = cell.str.replace_all(r"([\p{Ll}])(\p{Lu})", "$1 $2")
    return has_word(without_accents(spaced), words("accounts", kind))


#: How Entra names the account of a guest: `ana_example.com#EXT#@acme.onmicrosoft.com`.
GUEST_SIGN = "#EXT#@"

ACCOUNT_TYPE_RULES: tuple[RowRule, ...] = (
    RowRule("account_type", LAST, account_type(ACCOUNT_TYPE), value=pl.col(ACCOUNT_TYPE)),
)
