"""In which order a whole column writes names, by what its header says and what the file itself proves."""

from functools import cache

import polars as pl

from keycafe_clean.folding import without_accents
from keycafe_clean.steps.frame_columns import FIRST, FULL_NAME, LAST
from keycafe_clean.steps.full_name.pieces import are_initials, leading_particle_cut, particle_cut
from keycafe_clean.words import name_groups
from keycafe_clean.words.letters import is_patronymic

#: what is said of the names in a column, by its header or by the set-up (`name_order` of the working frame)
FAMILY_FIRST, GIVEN_FIRST, TWO_SURNAMES = "family first", "given first", "two surnames"

#: said by a header in East Asian signs of the names in letters below it: `Tanaka Taro`, `John Smith`, as are addresses
EITHER_FIRST = "either first"

#: said by a Chinese one, which leaves the order of names in letters open just so
CHINESE = "either first, Chinese in signs"

#: How many votes for one order stand against a vote for the other before they prove it: of five addresses, one may be
#: written the other way round, or be that of somebody whose two names are both first names.
_CLEARLY = 4

#: Given names prove an order where this share of the names begins or ends with one: a few may be last names (Kim, Lee).
_ENOUGH = 0.2

#: Given names shorter than this are last names as often: Lee, Kim, Ali, Jan.
_SHORTEST_GIVEN = 4


def letters(cell: str) -> pl.Expr:
    """Yield the bare letters of a name or of the part of an address before its @."""
    return without_accents(pl.col(cell)).str.extract(r"^([^@]*)", 1).str.replace_all(r"[^\p{L}]", "")


def family_first() -> pl.Expr:
    """Yield whether the names of a group of rows stand as `Last First`: one answer, null where nothing tells.

    Reads name_order, in_signs, joined, words, size, and one, two, three (the words) and local (the address) as bare
    letters.
    Addresses such as `first.last` and `flast` prove an order, and names after the father; without them counts what was
    said of the column, then how the names look: initials, particles, given names that are known.
    """
    addresses = _elected(*_votes_of_addresses())
    given_names = _elected(*_votes_of_given_names(), least=_ENOUGH * (pl.col("size") > 1).sum())
    said, shapes = _said(), _elected(*_votes_of_shapes())
    told = pl.coalesce(addresses, said, shapes, given_names)
    # `John Smith` at smith.john@: whether the address or the name is the other way round, nobody knows.
    unsure = (addresses != given_names) | pl.col("name_order").is_in([EITHER_FIRST, CHINESE]).any()
    told = pl.when(unsure).then(said).otherwise(told)
    return pl.when(pl.col("in_signs").any()).then(pl.lit(value=True)).otherwise(told)


def order_beside_parts() -> pl.Expr:
    """Yield whether the whole names of a group of rows stand as `Last First`, by those beside both parts; else null.

    Reads full_name, First Name and Last Name.
    """
    whole, first, last = pl.col(FULL_NAME), pl.col(FIRST), pl.col(LAST)
    return _elected((whole == last + " " + first).sum(), (whole == first + " " + last).sum())


def address_names_second_word() -> pl.Expr:
    """Yield whether the address of a three-word name goes `first.second`: the last name starts at the second word.

    Reads one, two, three and local, all as bare letters.
    """
    return (_begins("one", "two") & ~pl.col("local").str.contains(pl.col("three"), literal=True)).fill_null(value=False)


def _said() -> pl.Expr:
    said = pl.col("name_order")
    return (
        pl.when((said == FAMILY_FIRST).any())
        .then(pl.lit(value=True))
        .when(said.is_in([GIVEN_FIRST, TWO_SURNAMES]).any())
        .then(pl.lit(value=False))
    )


def _elected(family: pl.Expr, given: pl.Expr, least: pl.Expr | None = None) -> pl.Expr:
    """Yield the order that clearly more votes are for, whether it is the family name first; null where neither."""
    enough = pl.lit(value=True) if least is None else pl.max_horizontal(family, given) >= least
    is_family = (family > 0) & (family >= _CLEARLY * given)
    is_given = (given > 0) & (given >= _CLEARLY * family)
    return pl.when(enough & (is_family | is_given)).then(is_family)


def _votes_of_addresses() -> tuple[pl.Expr, pl.Expr]:
    of_two, of_three = (_has_no_comma() & (pl.col("size") == size) for size in (2, 3))
    family = (_begins("two", "one") & of_two).sum() + (is_patronymic("three") & ~is_patronymic("two") & of_three).sum()
    given = (_begins("one", "two") & of_two).sum() + (is_patronymic("two") & of_three).sum()
    return family, given


def _votes_of_shapes() -> tuple[pl.Expr, pl.Expr]:
    """Yield the votes of `Post J.` and `van Post Ida`, and those of `J. Post`, `Ida P. Post` and `Ida van Post`."""
    several, joined, ends = _has_no_comma() & (pl.col("size") > 1), pl.col("joined"), pl.col("words").list.last()
    is_short = ends.str.contains(r"^\p{L}\.?$") | are_initials(ends)
    family = several & (is_short | leading_particle_cut(joined).is_not_null())
    given = several & (joined.str.contains(r"^\p{L}\.? |^\S+\x1f\p{L}\.? ") | particle_cut(joined).is_not_null())
    return (family & ~given).sum(), (given & ~family).sum()


def _votes_of_given_names() -> tuple[pl.Expr, pl.Expr]:
    begins, ends = is_given_name(pl.col("words").list.first()), is_given_name(pl.col("words").list.last())
    # A name of one word begins and ends alike.
    return (_has_no_comma() & ends & ~begins).sum(), (_has_no_comma() & begins & ~ends).sum()


def _has_no_comma() -> pl.Expr:
    """Yield whether a name has no comma, which tells its own order and nobody else's."""
    return ~pl.col("joined").str.contains(",", literal=True)


def is_given_name(name: pl.Expr, shortest: int = _SHORTEST_GIVEN) -> pl.Expr:
    """Yield whether a name begins with a usual given name of so many letters at least; never null, blank is false."""
    return without_accents(name).str.extract(r"^(\p{L}+)").is_in(_given_names(shortest)).fill_null(value=False)


@cache
def _given_names(shortest: int) -> list[str]:
    return sorted({name for group in name_groups() for name in group.split() if len(name) >= shortest})


def _begins(first: str, second: str) -> pl.Expr:
    """Yield whether an address begins with both words, or with the initial of the first and the second word.

    Null where one of them is.
    """
    local, word = pl.col("local"), pl.col(second)
    whole = local.str.starts_with(pl.col(first) + word)
    initial = local.str.starts_with(pl.col(first).str.slice(0, 1) + word)
    return (whole | initial) & (word != "")
