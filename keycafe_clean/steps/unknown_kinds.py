"""Kinds of people that nobody knows, beside employees: whether they work here only a person can say."""

from collections.abc import Collection, Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import without_accents
from keycafe_clean.steps.account_type import (
    is_guest,
    is_named_no_person,
    is_one_of,
    spelled,
    spelled_header,
)
from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.steps.outsiders import is_outsider, is_worker
from keycafe_clean.steps.relatives import is_family
from keycafe_clean.steps.status import UNKNOWN, sounds_like_leaving, status_meanings
from keycafe_clean.words import has_word, words

_KINDS = frozenset(spelled(words("account_kinds", "headers")))
#: What a whole cell says of somebody who works here, and nothing else.
_EMPLOYEES = (*words("accounts", "workers"), *words("relations", "self"))
_POSITIONS = words("accounts", "positions")
_BLANK = (*words("placeholders", "words", "ambiguous"), *words("flags", "true", "false"))
#: A code, or less: too short for a word that could be known.
_CODE = r"^[^\p{L}]*(?:\p{Latin}{1,3})?[^\p{L}]*$|\d"
#: Assumption: most rows of a column of kinds of people are employees, and few other words stand beside them.
_MOSTLY, _FEW_WORDS = 0.5, 8


def unknown_kind_rules(
    rows: pl.DataFrame, headers: Iterable[str], types: Collection[str | None] = ()
) -> tuple[RowRule, ...]:
    """Get the rules about kinds that nobody knows, one a header whose column says of most rows that they work here.

    `headers` are those of the export, in order; their cells are `source.<header>`. Of these are read the ones that are
    known by their name, and `types`, which tell employees from others by their cells (`type_columns()`).
    """
    read = [it for it in headers if spelled_header(it) in _KINDS or it in types]
    told = {header: unknown_kinds(header, rows.get_column(f"source.{header}")) for header in read}
    return tuple(
        RowRule("kind_unknown", header, kind_unknown(header, kinds), value=pl.col(f"source.{header}"))
        for header, kinds in told.items()
        if kinds
    )


def kind_unknown(header: str, kinds: Collection[str]) -> pl.Expr:
    """Yield whether a cell is one of the kinds that nobody knows; null where blank. Reads `source.<header>`."""
    return pl.col(f"source.{header}").is_in(sorted(kinds))


def unknown_kinds(header: str, cells: pl.Series) -> tuple[str, ...]:
    """Get the cells, each once and sorted, that are no kind anybody knows, in a column of mostly employees.

    None where it speaks of things, or where too many words stand beside those of employees to be kinds of people.
    """
    counted = cells.drop_nulls().value_counts(name="rows").rename({cells.name: "cell"})
    if is_about_things(header) or counted.is_empty():
        return ()
    employed = counted.filter(is_one_of(pl.col("cell"), _EMPLOYEES)).get_column("rows").sum()
    if employed <= _MOSTLY * cells.count():
        return ()
    unknown = counted.filter(~_is_known(pl.col("cell")), ~pl.col("cell").str.contains(_CODE)).get_column("cell")
    stateless = unknown.filter(status_meanings(unknown) == UNKNOWN)
    return tuple(sorted(stateless)) if stateless.len() <= _FEW_WORDS else ()


def _is_known(cell: pl.Expr) -> pl.Expr:
    """Yield whether a kind is known, of a person who works here, of another one, of none, or says nothing."""
    works = is_worker(cell) | has_word(without_accents(cell), _POSITIONS)
    others = is_outsider(cell) | is_guest(cell) | is_named_no_person(cell) | is_family(cell)
    return works | others | sounds_like_leaving(cell) | is_one_of(cell, _BLANK)
