"""What somebody wrote into an address to say that its bearer has left: `zz_tom.hill@`, `disabled-`, `.leaver@`."""

from functools import cache

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import folded_name
from keycafe_clean.steps.frame_columns import ADDRESS
from keycafe_clean.steps.marks import left_mark
from keycafe_clean.steps.roles import has_any
from keycafe_clean.steps.row_keys import FULL_KEY, LOCAL_KEY, NAME_KEYS
from keycafe_clean.words import words

_WORDS = r"\p{L}+"
#: What is put before a name to sort it behind all others.
_LAST_OF_ALL = r"^(?:z{2,}|x{2,}|zold|zex|zleft)$"
#: Assumption: a mark of several words is never part of a name once it has so many letters.
_LONG = 7


def left_address() -> pl.Expr:
    """Yield whether an address begins or ends with a word for having left, which the name beside it does not have.

    A word that may be a name as well (`left`, `old`, `alt`) tells only beside a part of the name: `tom.hill.old@`.
    False where the name says so itself; never null. Reads left_mark, and the columns of `with_row_keys()`.
    """
    pieces, name = _pieces(pl.col(LOCAL_KEY)), _pieces(_every_name())
    ends = pl.concat_list(pieces.list.first(), pieces.list.last()).list.set_difference(name)
    sure = has_any(ends, _marks("left")) | ends.list.eval(pl.element().str.contains(_LAST_OF_ALL)).list.any()
    perhaps = has_any(ends, _marks("left_apart")) & _has_part_of(pieces)
    says = (pieces.list.len() > 1) & (sure | perhaps)
    phrase = pieces.list.join("").str.contains_any(_phrases())
    return (says | phrase).fill_null(value=False) & ~left_mark()


def _every_name() -> pl.Expr:
    """Yield everything that a row has of a name, folded; blank where it has nothing."""
    return pl.concat_str(*NAME_KEYS, FULL_KEY, separator=" ", ignore_nulls=True)


def _has_part_of(pieces: pl.Expr) -> pl.Expr:
    """Yield whether an address has the first or the last name in it, alone or with others: `rayfox`."""
    spelt = pieces.list.join("")
    parts = (pl.col(it).str.replace_all(" ", "", literal=True) for it in NAME_KEYS)
    held = (spelt.str.contains(part, literal=True) & (part.str.len_chars() > 1) for part in parts)
    return pl.any_horizontal(it.fill_null(value=False) for it in held)


def _pieces(folded: pl.Expr) -> pl.Expr:
    return folded.str.extract_all(_WORDS).fill_null([])


@cache
def _marks(kind: str) -> pl.Series:
    """Get the marks of one word as names are folded, as one list."""
    listed = _folded(kind)
    return listed.filter(~listed.str.contains(" ")).implode()


@cache
def _phrases() -> pl.Series:
    """Get the marks of several words, folded, without their blanks, as one list."""
    listed = _folded("left")
    bare = listed.filter(listed.str.contains(" ")).str.replace_all(" ", "", literal=True)
    return bare.filter(bare.str.len_chars() >= _LONG).implode()


def _folded(kind: str) -> pl.Series:
    beside = words("status", "inactive_words") if kind == "left" else ()
    listed = pl.DataFrame({"word": [*words("marks", kind), *beside]})
    return listed.select(folded_name(pl.col("word")).drop_nulls().unique().sort()).to_series()


#: What only a person can say; the cells are clean already.
ADDRESS_MARK_RULES: tuple[RowRule, ...] = (RowRule("left_address", ADDRESS, left_address()),)
