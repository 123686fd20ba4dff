"""Rows whose type says that they are no person: rooms, shared mailboxes, equipment, services, bots."""

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.frame_columns import ACCOUNT_TYPE, LAST
from keycafe_clean.words import anywhere, words


def is_no_persons(account_type: pl.Expr) -> pl.Expr:
    """Yield whether the type of an account is that of a room, a device or a service; null where blank."""
    spaced = account_type.str.replace_all(r"([\p{Ll}])(\p{Lu})", "$1 $2")
    return without_accents(spaced).str.contains(anywhere(words("accounts", "no_person")))


ACCOUNT_TYPE_RULES: tuple[RowRule, ...] = (
    RowRule("account_type", LAST, is_no_persons(pl.col(ACCOUNT_TYPE)), value=pl.col(ACCOUNT_TYPE)),
)
