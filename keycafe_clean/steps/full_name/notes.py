"""What stands behind a whole name and is no part of it (`| Sales`, `, Kitchen`): taken off only in a suggestion."""

import polars as pl

from keycafe_clean.folding import without_accents
from keycafe_clean.steps.decorations import before_note
from keycafe_clean.steps.full_name.order import letters

#: Capitals behind a name that are letters of a degree rather than a last name: few, or without a vowel.
_DEGREE = r"^(.*\p{Ll}\S*)(?:,? \p{Lu}{2,3}| (?:[B-DF-HJ-NP-TV-XZ]-?){2,6})$"
_SEVERAL_WORDS = r"^[^,]*\p{L}[^,]* \p{L}[^,]*$"


def without_notes(names: pl.DataFrame) -> pl.DataFrame:
    """Get the names with `is_noted` (words that are no name stand behind it) and `bare` without them.

    Reads bare, Email Address, and of the file with_commas and last_in_capitals where they are there. Behind a comma
    stands a first name where most names of the file are so, or where the address has it. Keeps every row, in order.
    """
    missing = [pl.lit(value=False).alias(it) for it in ("with_commas", "last_in_capitals") if it not in names.columns]
    proven = names.with_columns(missing)
    head = pl.coalesce(before_note(pl.col("bare")), _before_comma(), _before_degree())
    noted = proven.with_columns(head=head).with_columns(is_noted=pl.col("head").is_not_null())
    return noted.with_columns(bare=pl.coalesce("head", "bare")).drop("head").select(*names.columns, "is_noted")


def _before_comma() -> pl.Expr:
    """Yield what stands before the first comma of `Ida Post, Kitchen`; null where it may be a last name."""
    before, after = pl.col("bare").str.extract("^([^,]*),"), pl.col("bare").str.extract(r"^[^,]*,\s*([^,]*)")
    local = letters("Email Address").fill_null("")
    bare_after = without_accents(after).str.replace_all(r"[^\p{L}]", "")
    is_in_address = local.str.contains(bare_after, literal=True) & (local != bare_after)
    in_capitals = after.str.contains(r"^\p{Lu}{2,5}$") & before.str.contains(r"\p{Ll}")
    is_note = (~pl.col("with_commas") & ~is_in_address) | in_capitals
    return pl.when(before.str.contains(_SEVERAL_WORDS) & is_note).then(before.str.strip_chars())


def _before_degree() -> pl.Expr:
    """Yield what stands before `CNA`, of three words and more; null where last names stand in capitals."""
    head = pl.col("bare").str.extract(_DEGREE)
    is_numeral = pl.col("bare").str.contains(r" (?:II|III|IV|VI|VII|IX)$")
    return pl.when(head.str.contains(" ", literal=True) & ~is_numeral & ~pl.col("last_in_capitals")).then(head)
