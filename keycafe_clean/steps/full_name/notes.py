"""What stands behind a whole name and is no part of it (`| Sales`, `, Kitchen`): taken off only in a suggestion."""

import polars as pl

from keycafe_clean.folding import fold, folded_name, without_accents
from keycafe_clean.steps.decorations import before_note
from keycafe_clean.steps.full_name.order import is_given_name, letters
from keycafe_clean.words import words

#: Capitals behind a name that are letters of a degree rather than a last name: few, or without a vowel.
_DEGREE = r"^(.*\p{Ll}\S*)(?:,? \p{Lu}{2,3}| (?:[B-DF-HJ-NP-TV-XZ]-?){2,6})$"
_BEFORE, _AFTER = pl.col("bare").str.extract("^([^,]*),"), pl.col("bare").str.extract(r"^[^,]*,\s*([^,]*)")
_SEVERAL_WORDS = r"\p{L}[^,]* \p{L}"


def without_notes(names: pl.DataFrame) -> pl.DataFrame:
    """Get the names with `is_noted` (words that are no name may stand behind it) and `bare` without them.

    Reads bare, Email Address, and of the file with_commas and last_in_capitals where they are there. Behind a comma
    stands a first name where most names of the file are so, where the address has it, or where it is one rather than
    what stands before; else that is open, and the name stays as it is unless a note is likelier. Keeps every row, in
    order.
    """
    missing = [pl.lit(value=False).alias(it) for it in ("with_commas", "last_in_capitals") if it not in names.columns]
    proven = names.with_columns(missing)
    head = pl.coalesce(before_note(pl.col("bare")), _before_comma(), _before_degree())
    noted = proven.with_columns(head=head).with_columns(is_noted=pl.col("head").is_not_null() | _is_open())
    return noted.with_columns(bare=pl.coalesce("head", "bare")).drop("head").select(*names.columns, "is_noted")


def _before_comma() -> pl.Expr:
    """Yield what stands before the first comma of `Ida Post, Kitchen`; null where it may be a last name."""
    in_capitals = _AFTER.str.contains(r"^\p{Lu}{2,5}$") & _BEFORE.str.contains(r"\p{Ll}")
    is_note = in_capitals | (_is_untold() & _is_likely_note())
    return pl.when(_BEFORE.str.contains(_SEVERAL_WORDS) & is_note).then(_BEFORE.str.strip_chars())


def _is_open() -> pl.Expr:
    """Yield whether nothing tells a first name behind a comma from a note; never null."""
    is_named = is_given_name(_AFTER) & ~is_given_name(_BEFORE, shortest=1)
    return (_BEFORE.str.contains(_SEVERAL_WORDS) & _is_untold() & ~is_named).fill_null(value=False)


def _is_untold() -> pl.Expr:
    """Yield whether neither the file nor the address says that first names stand behind a comma."""
    local, bare = letters("Email Address").fill_null(""), _letters(_AFTER)
    is_in_address = local.str.contains(bare, literal=True) & (local != bare)
    return ~pl.col("with_commas") & ~is_in_address


def _is_likely_note() -> pl.Expr:
    """Yield whether a role, or more than a first name, stands behind the comma, or a first name alone before it."""
    is_role = folded_name(_AFTER).str.split(" ").list.set_intersection(_roles()).list.len() > 0
    goes_on = pl.col("bare").str.count_matches(",", literal=True) > 1
    is_spelt = letters("Email Address").str.contains(_letters(_BEFORE), literal=True).fill_null(value=False)
    return is_role | goes_on | is_spelt | (is_given_name(_BEFORE, shortest=1) & ~is_given_name(_AFTER))


def _letters(name: pl.Expr) -> pl.Expr:
    return without_accents(name).str.replace_all(r"[^\p{L}]", "")


def _roles() -> pl.Expr:
    return pl.lit([fold(role) for role in words("roles", "words", "also_names")])


def _before_degree() -> pl.Expr:
    """Yield what stands before `CNA`, of three words and more; null where last names stand in capitals."""
    head = pl.col("bare").str.extract(_DEGREE)
    is_numeral = pl.col("bare").str.contains(r" (?:II|III|IV|VI|VII|IX)$")
    return pl.when(head.str.contains(" ", literal=True) & ~is_numeral & ~pl.col("last_in_capitals")).then(head)
