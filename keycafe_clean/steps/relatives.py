"""Relatives of people who work here, who stand beside them in lists of the insured: only a person lets them in."""

import re
from collections.abc import Callable, Iterable
from functools import cache

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.account_type import is_one_of, spelled
from keycafe_clean.words import any_of, words

#: Most different words in a column of relations whose header is not known.
_FEW = 30
#: Assumption: of the cells of such a column, so many are known words.
_MOST = 0.8
#: Letters of the shortest word that is heard among others; shorter ones are endings and codes.
_SHORTEST = 3

_SEQUENCES = frozenset(spelled(words("relations", "sequence_headers")))
_SURE = frozenset(spelled(words("relations", "headers")))
_NAMED = _SURE | _SEQUENCES | frozenset(spelled(words("relations", "unsure_headers")))
_OTHERS = spelled(words("relations", "others"))
_FAMILY = words("relations", "family")
_UNCLEAR, _CODES = words("relations", "unclear_family"), words("relations", "family_codes")
_CLEAR = [word for word in _FAMILY if word not in {*_UNCLEAR, *_CODES}]
#: What stands where nothing should.
_NOTHING = (
    "0",
    "00",
    *(word for word in words("flags", "false") if len(word) > 1),
    *words("placeholders", "ambiguous"),
)


def relation_headers(table: pl.DataFrame) -> tuple[str, ...]:
    """Get the headers, in order, of columns of relations to somebody who works here: by their names or their cells.

    A relation beside a person to call in an emergency is that person's, unless somebody is called `Self` in it.
    """
    others = any(word in _spelled(header) for header in table.columns for word in _OTHERS)
    found = [it for it in table.columns if _spelled(it) in _NAMED or _is_of_relations(table.get_column(it))]
    return tuple(it for it in found if not others or _any(table.get_column(it), _is_surely_self))


def relative_rules(rows: pl.DataFrame, headers: Iterable[str]) -> tuple[RowRule, ...]:
    """Get the rules about the columns of relations among the columns of an export (`source.<header>`).

    Every word but the employee's own is asked about: one that is known for a relative, and any other where the header
    or another cell of the column speaks of relatives.
    """
    sources = rows.select(pl.col(f"source.{header}").alias(header) for header in headers)
    return tuple(rule for header in relation_headers(sources) for rule in _rules(header, sources.get_column(header)))


def family_member(header: str) -> pl.Expr:
    """Yield whether a cell is a word for a relative of somebody who works here; null where blank.

    Reads `source.<header>`.
    """
    return _is_family(_source(header))


def relation_unknown(header: str) -> pl.Expr:
    """Yield whether a cell is neither the employee's own word nor one known for a relative; null where blank.

    Reads `source.<header>`.
    """
    cell = _source(header)
    return ~_is_family(cell) & ~_is_self(cell) & ~is_one_of(cell, (*_NOTHING, *words("placeholders", "words")))


def relation_unknown_by_number(header: str) -> pl.Expr:
    """Yield whether a number is that of a relative: in its column another is lower, or a cell is blank. Blank is null.

    Reads `source.<header>`.
    """
    number = _source(header).cast(pl.Int64, strict=False)
    return number > pl.when(number.null_count() > 0).then(0).otherwise(number.min())


def _rules(header: str, cells: pl.Series) -> tuple[RowRule, ...]:
    cell = _source(header)
    if _spelled(header) in _SEQUENCES:
        return (RowRule("relation_unknown", header, relation_unknown_by_number(header), value=cell),)
    known = RowRule("family_member", header, family_member(header), value=cell)
    if not (_spelled(header) in _SURE or _any(cells, _is_surely_self) or _any(cells, _is_clearly_family)):
        return (known,)
    return known, RowRule("relation_unknown", header, relation_unknown(header), value=cell)


def _is_of_relations(cells: pl.Series) -> bool:
    """Tell whether most cells are words for employees and relatives, with both among them."""
    values = cells.drop_nulls()
    different = values.unique()
    if not 1 < different.len() <= _FEW or not (_any(different, _is_clearly_family) or _has_codes(different)):
        return False
    known = values.to_frame("cell").select((_is_whole(pl.col("cell")) | _is_self(pl.col("cell"))).mean()).item()
    return _any(different, _is_self) and known >= _MOST


def _has_codes(cells: pl.Series) -> bool:
    return cells.str.to_lowercase().is_in(_CODES).sum() > 1 and _any(cells, _is_surely_self)


def _any(cells: pl.Series, says: Callable[[pl.Expr], pl.Expr]) -> bool:
    return bool(cells.drop_nulls().unique().to_frame("cell").select(says(pl.col("cell")).any()).item())


def _is_whole(cell: pl.Expr) -> pl.Expr:
    """Yield whether a whole cell is a word for a relative, whatever gender its ending leaves open: `Filho(a)`."""
    return is_one_of(cell, _FAMILY) | is_one_of(cell.str.replace(r"\s*[(/]-?\p{L}{1,3}\)?$", ""), _FAMILY)


def _is_family(cell: pl.Expr) -> pl.Expr:
    return _is_whole(cell) | (without_accents(cell).str.contains(_within(_FAMILY)) & ~_is_self(cell))


def _is_clearly_family(cell: pl.Expr) -> pl.Expr:
    return without_accents(cell).str.contains(_within(tuple(_CLEAR)))


def _is_self(cell: pl.Expr) -> pl.Expr:
    """Yield whether a cell has no other word than the employee's own: `Self`, `EE`, `Mitarbeiter/in`, `18`."""
    return without_accents(cell).str.contains(_all_of(_self_words())) | is_one_of(cell, words("relations", "self"))


def _is_surely_self(cell: pl.Expr) -> pl.Expr:
    return _is_self(cell) & without_accents(cell).str.contains(_within(words("relations", "surely_self"), 1))


@cache
def _within(spellings: tuple[str, ...], shortest: int = _SHORTEST) -> str:
    """Get the pattern of a folded cell that has one of these words in it."""
    listed = [fold(word) for word in spellings if len(word) >= shortest]
    return rf"(?:^|[^\p{{L}}])(?:{any_of(listed)})(?:$|[^\p{{L}}])"


@cache
def _all_of(spellings: frozenset[str]) -> str:
    """Get the pattern of a folded cell that has no other words than these."""
    return rf"^[^\p{{L}}]*(?:(?:{any_of(spellings)})(?:[^\p{{L}}]+|$))+$"


@cache
def _self_words() -> frozenset[str]:
    known = (fold(word) for word in words("relations", "self", "surely_self", "self_endings"))
    return frozenset(part for word in known for part in re.split(r"[\W\d]+", word) if part)


def _spelled(header: str) -> str:
    return next(iter(spelled([header])))


def _source(header: str) -> pl.Expr:
    return pl.col(f"source.{header}")
