"""Addresses that fit nobody who shares them: `pforte@`. Nobody goes in with one before it is said whose it is."""

import polars as pl

from keycafe_clean.findings import findings_of, rows_in_words
from keycafe_clean.folding import folded_local, has_other_letters, in_latin
from keycafe_clean.match.identity_keys import cell_of
from keycafe_clean.match.name_fit import joined

#: Letters of a part of a name that tells of whom an address is, wherever it stands: two stand in very many words.
TELLING = 3


def asked_of_keepers(people: pl.DataFrame, keepers: pl.Series) -> pl.DataFrame:
    """Get a question for every row that would keep an address in which no part of any sharer's name stands.

    `people` is `people_of()` of the rows that share addresses, perhaps with `is_chosen`: whoever somebody has chosen is
    asked nothing. `keepers` has the row_id of those that would keep one.
    """
    fits = people.get_column("row_id").is_in(fitting_rows(people).implode())
    of_somebody = people.get_column("email").filter(fits)
    asked = people.with_columns(sharing=pl.len().over("email")).filter(
        pl.col("row_id").is_in(keepers.implode()),
        ~pl.col("email").is_in(of_somebody.implode()),
        ~cell_of(people, "is_chosen", pl.Boolean()).fill_null(value=False),
    )
    about = {"column": pl.lit("Email Address"), "value": pl.col("email"), "reason": rows_in_words("sharing")}
    return findings_of("address_of_none", asked.sort("row_id").with_columns(**about))


def fitting_rows(people: pl.DataFrame) -> pl.Series:
    """Get the row_id of the rows whose address has a part of their name, or is made of initials, each once.

    `ida.post@`, `ipost@`, `ip@`; the beginning of a part is enough as a word of its own: `alex@`. Cyrillic and Greek
    names are compared as Latin letters have them. Reads `email` and `whole`.
    """
    local = folded_local(pl.col("email")).str.replace_all(r"[^\p{L}]+", " ").str.strip_chars()
    plain = people.select("row_id", local=local, name="whole").drop_nulls()
    other = plain.filter(has_other_letters(pl.col("name"))).with_columns(in_latin(pl.col("local", "name")))
    parts = pl.concat([plain, other]).with_columns(
        word=pl.col("local").str.split(" "),
        part=pl.col("name").str.split(" "),
        letters=joined(pl.col("local")),
    )
    each = parts.explode("word").explode("part")
    orders = (words := pl.col("name").str.split(" "), words.list.reverse())
    is_whole = pl.any_horizontal(pl.col("letters") == its.list.join("") for its in orders)
    fits = _is_of_part() | _is_initials() | is_whole
    return each.filter(fits).get_column("row_id").unique(maintain_order=True)


def _is_of_part() -> pl.Expr:
    """Yield whether a part of a name is a word of the address, stands in it, or begins with a word of it."""
    word, part = pl.col("word"), pl.col("part")
    is_long = part.str.len_chars() >= TELLING
    begins = (word.str.len_chars() >= TELLING) & part.str.starts_with(word)
    is_there = is_long & pl.col("letters").str.contains(part, literal=True)
    return (word == part) | is_there | begins


def _is_initials() -> pl.Expr:
    """Yield whether the address is the first letters of the words of the name, in either order, or with one whole."""
    letters, initials = pl.col("letters"), pl.col("name").str.replace_all(r"(\S)\S*(?: |$)", "$1")
    turned = initials.str.reverse()
    ends, part = (initials.str.head(1), initials.str.tail(1)), pl.col("part")
    with_one = [made for end in ends for made in (end + part, part + end)]
    return pl.any_horizontal(letters == made for made in (initials, turned, *with_one))
