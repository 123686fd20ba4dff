"""In which order a whole column writes names, by what its header says and what the file itself proves."""

import polars as pl

from keycafe_clean.folding import without_accents
from keycafe_clean.words.letters import is_patronymic

#: what a header says of the names in its column (`name_order` of the working frame)
FAMILY_FIRST, TWO_SURNAMES = "family first", "two surnames"

#: How many votes for one order stand against a vote for the other before they prove it: of five addresses, one may be
#: written the other way round, or be that of somebody whose two names are both first names.
_CLEARLY = 4


def letters(cell: str) -> pl.Expr:
    """Yield the bare letters of a name or of the part of an address before its @."""
    return without_accents(pl.col(cell)).str.extract(r"^([^@]*)", 1).str.replace_all(r"[^\p{L}]", "")


def family_first() -> pl.Expr:
    """Yield whether the two-word names of a group of rows stand as `Last First`: one answer.

    Reads name_order, size, and one, two, three (the words) and local (the address) as bare letters. Addresses such as
    `first.last` and `flast` prove an order, and names after the father; without them the header's word counts.
    """
    of_two, of_three = pl.col("size") == 2, pl.col("size") == 3
    votes_against = (_begins("one", "two") & of_two).sum() + (is_patronymic("two") & of_three).sum()
    votes_for = (_begins("two", "one") & of_two).sum() + (
        is_patronymic("three") & ~is_patronymic("two") & of_three
    ).sum()
    said = (pl.col("name_order") == FAMILY_FIRST).fill_null(value=False).any()
    proven = (votes_for > 0) & (votes_for >= _CLEARLY * votes_against)
    refuted = (votes_against > 0) & (votes_against >= _CLEARLY * votes_for)
    return (proven | said) & ~refuted


def address_names_second_word() -> pl.Expr:
    """Yield whether the address of a three-word name goes `first.second`: the last name starts at the second word.

    Reads one, two, three and local, all as bare letters.
    """
    return (_begins("one", "two") & ~pl.col("local").str.contains(pl.col("three"), literal=True)).fill_null(value=False)


def _begins(first: str, second: str) -> pl.Expr:
    """Yield whether an address begins with both words, or with the initial of the first and the second word."""
    local, word = pl.col("local"), pl.col(second)
    whole = local.str.starts_with(pl.col(first) + word)
    initial = local.str.starts_with(pl.col(first).str.slice(0, 1) + word)
    return ((whole | initial) & (word != "")).fill_null(value=False)
