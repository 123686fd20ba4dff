"""Addresses of a role rather than of a person, and rows that are called as their role: `pforte@`, `Accueil | Lyon`."""

from functools import cache

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.folding import folded_name
from keycafe_clean.steps.frame_columns import ADDRESS, FIRST, LAST, NAME_COLUMNS, READS_LIKE_NOBODY
from keycafe_clean.steps.not_a_person import WHOLE_NAME
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.row_keys import LAST_KEY, LOCAL_KEY, NAME_KEYS
from keycafe_clean.words import any_of, name_groups, words

_WORDS = r"\p{L}+"


def not_a_person_by_role_address() -> pl.Expr:
    """Yield whether a row has no name, and its address is a role's: `info@`, `empfang.sued@`, `dispatch2@`.

    Never null, blank is false. Reads First Name, Last Name, full_name, and the columns of `with_row_keys()`.
    """
    nameless = WHOLE_NAME.is_null() | is_placeholder(WHOLE_NAME)
    sole = (_pieces().list.len() == 1) & has_any(_pieces(), _roles("also_names"))
    return (nameless & (has_any(_pieces(), _roles()) | sole)).fill_null(value=False)


def not_a_person_by_role_name() -> pl.Expr:
    """Yield whether a row is called as a role, as a role and its place, or as its address; never null.

    False where the name reads like no person's by itself. Reads First Name, Last Name and full_name of all rows, and
    the columns of `with_row_keys()`.
    """
    says = called_as_role() | called_as_place_and_role() | called_as_department_and_role() | called_as_address()
    return (says & ~pl.col(READS_LIKE_NOBODY)).fill_null(value=False)


def called_as_role() -> pl.Expr:
    """Yield whether the only name of a row is a role, and its address begins with it: `Pforte`, `pforte.nord@`.

    Never null, blank is false. Reads what `not_a_person_by_role_name()` reads.
    """
    first = _pieces().list.first()
    only = pl.when(_has_one_name()).then(pl.coalesce(NAME_KEYS))
    return ((first == only) & first.is_in(_roles())).fill_null(value=False)


def called_as_address() -> pl.Expr:
    """Yield whether a row has a last name alone, which is its address before the `@`, as those of people never are.

    Where somebody with a first name has such an address, or most rows have no first name, a last name says nothing;
    nor does one that is a given name too. Never null, blank is false. Reads what `not_a_person_by_role_name()` reads.
    """
    is_last = pl.col(LAST_KEY) == pl.col(LOCAL_KEY).str.strip_chars("0123456789")
    alone = pl.col(FIRST).is_null() & pl.col(LAST).is_not_null()
    is_usual = (is_last & pl.col(FIRST).is_not_null()).any() | (alone.mean() > _SOME)
    return (alone & is_last & ~is_usual & ~pl.col(LAST_KEY).is_in(_given_names())).fill_null(value=False)


def called_as_place_and_role() -> pl.Expr:
    """Yield whether both names of a row are all of its address, a role first: `Accueil | Lyon`, `accueil.lyon@`.

    `Anna | Pforte` has `anna.pforte@`, and `pforte.anna@` is hers too. Never null, blank is false. Reads the columns of
    `with_row_keys()`.
    """
    pieces = _pieces()
    same = pl.concat_str(NAME_KEYS, separator=" ").str.split(" ").list.sort() == pieces.list.sort()
    is_given = pl.any_horizontal(pl.col(it).is_in(_given_names()) for it in NAME_KEYS)
    return (same & ~is_given & pieces.list.first().is_in(_roles())).fill_null(value=False)


def called_as_department_and_role() -> pl.Expr:
    """Yield whether a first name is a role, and the last one a role or a department: `総務部 | 受付`.

    An address that has the last name as well may be a person's. Never null, blank is false. Reads Last Name, and the
    columns of `with_row_keys()`.
    """
    first, last = (pl.col(it).str.replace_all(" ", "") for it in NAME_KEYS)
    is_unit = last.is_in(_roles()) | pl.col(LAST).str.strip_chars().str.contains(_UNIT)
    is_theirs = _pieces().list.contains(last).fill_null(value=False)
    return (first.is_in(_roles()) & ~first.is_in(_given_names()) & is_unit & ~is_theirs).fill_null(value=False)


def is_named_as(cell: pl.Expr) -> pl.Expr:
    """Yield whether the only name of a row is what the cell says; null where either is blank.

    Reads First Name and Last Name.
    """
    only = pl.when(_has_one_name()).then(pl.coalesce(NAME_COLUMNS))
    return folded_name(only) == folded_name(cell)


#: How the name of a department ends.
_UNIT = rf"(?i)(?:{any_of(words('roles', 'unit_endings'))})$"

#: Assumption: where more rows than these have a last name alone, it is how the file writes people.
_SOME = 0.2


def _has_one_name() -> pl.Expr:
    """Yield whether First Name or Last Name is blank."""
    return pl.any_horizontal(pl.col(it).is_null() for it in NAME_COLUMNS)


def _pieces() -> pl.Expr:
    """Yield the words of an address before the `@`; null where blank."""
    return pl.col(LOCAL_KEY).str.extract_all(_WORDS)


def has_any(pieces: pl.Expr, listed: list[str] | pl.Series) -> pl.Expr:
    """Yield whether any of some words is listed; null where there is no list of words."""
    return pieces.list.set_intersection(listed).list.len() > 0


@cache
def _roles(kind: str = "words") -> list[str]:
    """Get the words of roles as names are folded."""
    listed = pl.DataFrame({"word": words("roles", kind)})
    return sorted(set(listed.select(folded_name(pl.col("word"))).to_series()))


@cache
def _given_names() -> list[str]:
    """Get the given names that are known, folded."""
    return sorted({name for group in name_groups() for name in group.split(" ")})


ROLE_RULES: tuple[RowRule, ...] = (
    RowRule("not_a_person", ADDRESS, not_a_person_by_role_address()),
    RowRule("not_a_person", LAST, not_a_person_by_role_name(), value=WHOLE_NAME),
)
