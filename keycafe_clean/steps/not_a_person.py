"""Rows that may be no person: service accounts, rooms, mailboxes, tests, companies. Only a person can say."""

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.steps.frame_columns import NAME_COLUMNS
from keycafe_clean.words import any_of, words

_NAME = pl.concat_str(NAME_COLUMNS, separator=" ", ignore_nulls=True)

_EVER = any_of(words("not_people", "anywhere"))
_WHOLE = any_of(words("not_people", "whole"))
_COMPANY = any_of(words("not_people", "companies"))
_ACCOUNT = any_of(words("not_people", "accounts"))
_NO_PERSON = (
    rf"^(?:{_WHOLE})(?:[\s_.-]+(?:[a-z]|{_WHOLE})|[\s_.-]*[0-9]+)*$|(?:^|[^\p{{L}}])(?:{_EVER})(?:$|[^\p{{L}}])"
    rf"|[\s,](?:{_COMPANY})\.?$|&|^(?:{_ACCOUNT})[-_]"
)
_SIGNS = r"[0-9@_\\/<>{}\[\]|=+*%$^~#!?;:]"


def is_no_person(name: pl.Expr) -> pl.Expr:
    """Yield whether a whole name reads like an account, a room, a mailbox, a test or a company; null where blank."""
    return name.str.to_lowercase().str.contains(_NO_PERSON)


def has_strange_signs(column: str) -> pl.Expr:
    """Yield whether a name holds a digit or a sign that no name has; the first character may be a formula's.

    A mark in front is `formula_text`'s business.
    """
    return pl.col(column).str.slice(1).str.contains(_SIGNS) | pl.col(column).str.contains(r"^[^\p{L}\p{M}'’‘(\"=+@-]")


PEOPLE_RULES: tuple[RowRule, ...] = (
    RowRule("not_a_person", "Last Name", (_NAME != "") & is_no_person(_NAME), value=_NAME),
    *(RowRule("name_signs", column, has_strange_signs(column) & ~is_no_person(_NAME)) for column in NAME_COLUMNS),
)
