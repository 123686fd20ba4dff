"""Names and addresses of a pasted list that stand apart, and whether they are one person's."""

import polars as pl

from keycafe_clean.folding import folded_local, folded_name

#: The local part of an address that is made of two names or more: `ona.reyes`, `ona_de-reyes`.
_OF_NAMES = r"^\p{L}{2,}(?:[._-]\p{L}{2,})+@"

#: So many words of a name are looked for in an address.
_MOST_WORDS = 5

#: A shorter word stands in any address by chance.
_LONG = 3


def is_made_of_names(address: pl.Expr) -> pl.Expr:
    """Yield whether an address reads as a first and a last name; null where blank."""
    return address.str.contains(_OF_NAMES)


def fits_address(name: pl.Expr, address: pl.Expr) -> pl.Expr:
    """Yield whether a word of the name stands in the address: as a word of it, or a long one in it; never null."""
    words = folded_name(name).str.split(" ")
    local = folded_local(address)
    shared = words.list.set_intersection(local.str.split(" ")).list.filter(pl.element().str.len_chars() > 1)
    long = words.list.filter(pl.element().str.len_chars() >= _LONG)
    within = [local.str.contains(long.list.get(place, null_on_oob=True), literal=True) for place in range(_MOST_WORDS)]
    return (shared.list.len() > 0).fill_null(value=False) | pl.any_horizontal(within).fill_null(value=False)


def with_names_above(lines: pl.DataFrame) -> pl.DataFrame:
    """Get the lines with the name of a line above that has nothing else, where the address below is made of it.

    Reads `name`, `Email Address`, `is_denied`, `list_doubt`. The line of the name goes; the others stay, in order.
    """
    is_clear = ~pl.col("is_denied") & pl.col("list_doubt").is_null()
    is_name = is_clear & pl.col("name").is_not_null() & pl.col("Email Address").is_null()
    is_address = is_clear & pl.col("name").is_null() & pl.col("Email Address").is_not_null()
    above = pl.when(is_name).then("name").shift()
    is_one = (is_address & fits_address(above, pl.col("Email Address"))).fill_null(value=False)
    found = lines.with_columns(is_one=is_one, above=above)
    named = found.with_columns(name=pl.when("is_one").then("above").otherwise("name"))
    return named.filter(~pl.col("is_one").shift(-1, fill_value=False)).drop("is_one", "above")
