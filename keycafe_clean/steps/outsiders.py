"""Columns of any name that tell those who work here from others: applicants, customers, emergency contacts."""

import re
from collections.abc import Iterable

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.account_type import (
    is_named_no_person,
    is_no_worker,
    is_not_here_yet,
    is_one_of,
    spelled,
    spelled_header,
)
from keycafe_clean.steps.columns_of_words import columns_of_words
from keycafe_clean.steps.left_notes import is_about_things
from keycafe_clean.words import has_word, words

#: Most different words of a column of types, and the share of its cells that must be known ones.
_MOST_TYPES, _MOSTLY = 15, 0.5

_KINDS = frozenset(spelled(words("account_kinds", "headers")))
_RELATIONS = frozenset(spelled(words("relations", "headers", "unsure_headers")))
_OF_TYPES = words("account_kinds", "header_words")
_WORKERS = (*words("accounts", "workers"), *words("relations", "self"))
_CONTRACTS = words("topics", "contract")


def is_worker(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for somebody who works here, or says how; null where blank."""
    return is_one_of(cell, _WORKERS) | has_word(without_accents(cell), _CONTRACTS)


def is_outsider(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for somebody who does not work here, or not yet; null where blank."""
    return is_no_worker(cell) | is_not_here_yet(cell, whole=True)


def type_columns(table: pl.DataFrame) -> tuple[str, ...]:
    """Get the headers, in order, of columns that tell those who work here from others, whatever they are called.

    A column does so by its cells: words for both, and few others beside them. Where its name speaks of types or
    relations, words for those who do not work here are enough, unless everybody is called so. Those that are known by
    their name (`account_kinds`) are none of these.
    """
    asked = [it for it in table.columns if spelled_header(it) not in _KINDS and not is_about_things(it)]
    heard = columns_of_words(table.select(asked), is_outsider, most=_MOST_TYPES)
    return tuple(it for it in asked if it in heard and _tells(it, table.get_column(it)))


def outsider_rules(rows: pl.DataFrame, headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about such columns among those of an export (`source.<header>`), in order."""
    sources = rows.select(pl.col(f"source.{header}").alias(header) for header in headers)
    cells = [(header, pl.col(f"source.{header}")) for header in type_columns(sources)]
    return (
        *(RowRule("not_here_yet", it, not_here_yet_by_type(it), value=cell) for it, cell in cells),
        *(RowRule("no_worker", it, no_worker_by_type(it), value=cell) for it, cell in cells),
        *(RowRule("account_kind", it, account_kind_by_type(it), value=cell) for it, cell in cells),
    )


def no_worker_by_type(header: str) -> pl.Expr:
    """Yield whether a cell is a word for somebody who does not work here; null where blank. Reads `source.<header>`."""
    return is_no_worker(pl.col(f"source.{header}"))


def not_here_yet_by_type(header: str) -> pl.Expr:
    """Yield whether a cell is a word for somebody who has not begun; null where blank. Reads `source.<header>`."""
    return is_not_here_yet(pl.col(f"source.{header}"), whole=True)


def account_kind_by_type(header: str) -> pl.Expr:
    """Yield whether a cell is a word for what is no person; null where blank. Reads `source.<header>`."""
    return is_named_no_person(pl.col(f"source.{header}"))


def _tells(header: str, cells: pl.Series) -> bool:
    counted = cells.alias("cell").drop_nulls().value_counts(name="rows")
    if counted.height == 1:
        return False
    told = counted.select("rows", works=is_worker(pl.col("cell")), outside=is_outsider(pl.col("cell")))
    works, outside = (int(told.filter(name).get_column("rows").sum()) for name in ("works", "outside"))
    return _says_types(header) or (works > 0 and works + outside >= _MOSTLY * cells.count())


def _says_types(header: str) -> bool:
    """Tell whether a header has a word for a type, a kind or a relation in it: `Contact Type`, `Kontaktart`."""
    spaced = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header))
    return spelled_header(header) in _RELATIONS or bool(pl.select(has_word(pl.lit(spaced), _OF_TYPES)).item())


def has_workers(cell: pl.Expr) -> pl.Expr:
    """Yield whether any cell of a column is a word for somebody who works here, the same for all rows."""
    return is_worker(cell).any()
