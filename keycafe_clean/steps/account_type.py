"""Rows whose type says that they are no person: rooms, shared mailboxes, equipment, services, bots."""

import re
from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE, LAST
from keycafe_clean.words import anywhere, words


def spelled(texts: Iterable[str]) -> list[str]:
    """Get texts as whole cells are compared: folded letters and digits alone, each once, sorted."""
    return sorted({re.sub(r"[\W_]", "", fold(text)) for text in texts})


def is_one_of(cell: pl.Expr, words: Iterable[str]) -> pl.Expr:
    """Yield whether a cell is one of these words, signs and blanks apart; null where blank."""
    return without_accents(cell).str.replace_all(r"[^\p{L}\p{N}]", "").is_in(spelled(words))


def is_named_no_person(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for an account that is no person's; null where blank."""
    return is_one_of(cell, words("accounts", "whole"))


def is_no_persons(account_type: pl.Expr) -> pl.Expr:
    """Yield whether the type of an account is that of a room, a device or a service; null where blank."""
    spaced = account_type.str.replace_all(r"([\p{Ll}])(\p{Lu})", "$1 $2")
    said = without_accents(spaced).str.contains(anywhere(words("accounts", "no_person")))
    return said | is_named_no_person(account_type)


ACCOUNT_TYPE_RULES: tuple[RowRule, ...] = (
    RowRule("account_type", LAST, is_no_persons(pl.col(ACCOUNT_TYPE)), value=pl.col(ACCOUNT_TYPE)),
)
