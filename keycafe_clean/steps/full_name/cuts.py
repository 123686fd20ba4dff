"""The ways to cut a whole name, those that are certain and those that are only likely, each an expression.

Each yields [first, last], null where it does not apply; the first that applies counts. They read a frame of names as
`bare.worded()` makes it, with the proofs of their file.
"""

from functools import cache

import polars as pl

from keycafe_clean.folding import fold, without_accents
from keycafe_clean.steps.full_name.order import FAMILY_FIRST, TWO_SURNAMES, is_given_name, letters
from keycafe_clean.steps.full_name.pieces import (
    SURNAME_PARTICLES,
    are_initials,
    capitals_cut,
    chinese_cut,
    comma_cut,
    east_asian_cut,
    korean_cut,
    leading_particle_cut,
    names_organisation,
    names_several,
    pair,
    particle_cut,
)
from keycafe_clean.words import words
from keycafe_clean.words.letters import begins_vietnamese, is_east_asian, is_patronymic, is_vietnamese

_SIZE, _BARE, _JOINED, _WORDS = pl.col("size"), pl.col("bare"), pl.col("joined"), pl.col("words")
_COMMAS = _BARE.str.count_matches(",", literal=True)
#: A point between East Asian signs parts names from abroad, and Uyghur ones: their order is another one.
_IS_POINTED = is_east_asian("bare") & _BARE.str.contains("[・･·•]")
_TWO_SURNAMES = (pl.col("name_order") == TWO_SURNAMES).fill_null(value=False)


def certain() -> pl.Expr:
    """Yield [first, last] of names that can be cut with certainty."""
    plain = pl.when(_COMMAS == 0)
    cut = pl.coalesce(
        _beside_a_known_part(),
        pl.when(_COMMAS == 1).then(comma_cut(_BARE)),
        pl.when(pl.col("last_in_capitals")).then(capitals_cut(_JOINED)),
        plain.then(korean_cut(_BARE)),
        plain.then(pl.when(pl.col("chinese")).then(chinese_cut(_BARE))),
        plain.then(pl.when(_is_vietnamese_by_header()).then(pair(_from(1), _upto(1)))),
        plain.then(leading_particle_cut(_JOINED)),
        plain.then(pl.when(_has_led_address()).then(_led_by_particle())),
        plain.then(_with_particle()),
        plain.then(pl.when(~pl.col("one").is_in(SURNAME_PARTICLES)).then(_two_words())),
        plain.then(_with_patronymic()),
        plain.then(_three_words()),
    )
    is_one = ~names_organisation(_BARE) & ~names_several(_BARE) & ~_IS_POINTED
    return pl.when(is_one & ~pl.col("is_noted")).then(cut)


def likely() -> pl.Expr:
    """Yield [first, last] of any name, as it is likeliest; a single word is a first name without a last one.

    Null of organisations and of several people: no half of them is anybody's name.
    """
    cut = pl.coalesce(
        pl.when(_BARE.str.contains(r"^[\p{Katakana}ー]+[・･·][\p{Katakana}ー]+$")).then(_pointed()),
        comma_cut(_BARE),
        east_asian_cut(_BARE, pl.col("japanese")),
        _two_words(),
        _led_by_particle(),
        particle_cut(_JOINED),
        pl.when((_SIZE > 2) & (pl.col("family_first") | is_vietnamese("bare"))).then(pair(_from(1), _upto(1))),
        pl.when((_SIZE > 3) & _TWO_SURNAMES).then(pair(_upto(2), _from(2))),
        pl.when((_SIZE > 2) & _TWO_SURNAMES).then(pair(_upto(1), _from(1))),
        pl.when(_SIZE > 2).then(pair(_upto(-1), _from(-1))),
        pl.when(~is_east_asian("bare")).then(pl.concat_list(_BARE, pl.lit(None, pl.String))),
    )
    return pl.when(~names_organisation(_BARE) & ~names_several(_BARE)).then(cut)


def _pointed() -> pl.Expr:
    """Cut a name from abroad in Japanese signs, which keeps its order."""
    return pair(_BARE.str.extract("^([^・･·]+)"), _BARE.str.extract("([^・･·]+)$"))


def _beside_a_known_part() -> pl.Expr:
    """Cut what is left of a full name beside a First or a Last Name that is known."""
    first, last = pl.col("First Name"), pl.col("Last Name")
    return pl.coalesce(pair(first, _rest_of(first)), pair(_rest_of(last), last))


def _rest_of(known: pl.Expr) -> pl.Expr:
    begins, ends = _BARE.str.starts_with(known + " "), _BARE.str.ends_with(" " + known)
    rest = pl.when(begins).then(_BARE.str.strip_prefix(known)).when(ends).then(_BARE.str.strip_suffix(known))
    return rest.str.strip_chars()


def _two_words() -> pl.Expr:
    """Cut a name of two words; last names begin East Asian ones, `Last F. M.` and those of a column proven so."""
    last_first = is_east_asian("bare") | pl.col("family_first") | are_initials(pl.col("two"))
    turned = pl.when(last_first).then(pair(_from(1), _upto(1))).otherwise(pair(_upto(1), _from(1)))
    return pl.when(_SIZE == 2).then(turned)


def _led_by_particle() -> pl.Expr:
    """Cut behind a particle with a capital and the word that it belongs to, where last names go first."""
    return pl.when(_is_led()).then(pair(_from(2), _upto(2)))


def _is_led() -> pl.Expr:
    """Yield whether a name of three words or more begins with a particle, and its last name goes first."""
    is_particle = pl.col("one").str.to_lowercase().is_in(SURNAME_PARTICLES) & ~is_vietnamese("bare")
    return is_particle & pl.col("family_first") & (_SIZE > 2)


def _has_led_address() -> pl.Expr:
    """Yield whether the address has the first two words in one, which makes them a last name: `g.desantis@`."""
    led = letters("one") + letters("two")
    return letters("Email Address").str.contains(led, literal=True).fill_null(value=False)


def _with_particle() -> pl.Expr:
    """Cut before a particle: `First van der Last`; behind two words of a two-surname name it may be the second one."""
    cut = particle_cut(_JOINED)
    one_first = ~cut.list.first().str.contains(" ") | _are_two_given_names(cut.list.first())
    return pl.when(~_is_led() & (~_TWO_SURNAMES | one_first | ~_JOINED.str.contains(" .* "))).then(cut)


def _are_two_given_names(name: pl.Expr) -> pl.Expr:
    """Yield whether a usual given name stands before one that is hardly a last name: `José Carlos`; null: blank."""
    second = without_accents(name).str.extract(r"^\S+ (\S+)$")
    return is_given_name(name) & second.is_in(_second_given_names())


@cache
def _second_given_names() -> list[str]:
    return sorted({fold(name) for name in words("given_names", "compounds", "devotions")})


def _is_vietnamese_by_header() -> pl.Expr:
    """Yield whether a name begins with a usual last name of Vietnam below a header that says so: `Họ và tên`."""
    return begins_vietnamese("bare") & pl.col("family_first") & (pl.col("name_order") == FAMILY_FIRST)


def _with_patronymic() -> pl.Expr:
    """Cut three words of which the second or, behind the last name, the third is a name after the father."""
    first_last = pl.when(is_patronymic("two")).then(pair(_upto(2), _from(2)))
    last_first = pl.when(is_patronymic("three")).then(pair(_from(1), _upto(1)))
    return pl.when(_SIZE == 3).then(pl.coalesce(first_last, last_first))


def _three_words() -> pl.Expr:
    """Cut three plain words: two last names where they are usual or an address says so, else a middle name."""
    has_often_two = pl.col("one").str.to_lowercase().is_in([name.lower() for name in words("given_names", "compounds")])
    usual_compound = has_often_two & (pl.col("seen_first") | ~pl.col("seen_last"))
    may_be_compound = usual_compound | (pl.col("seen_first") & ~pl.col("seen_last"))
    begins_with_particle = pl.col("one").str.to_lowercase().is_in(SURNAME_PARTICLES)
    after_first = pl.col("second_is_last") | (~may_be_compound & _TWO_SURNAMES)
    usual_order = ~begins_with_particle & ~pl.col("family_first") & ~is_vietnamese("bare")
    known = usual_order & (after_first | ~_TWO_SURNAMES)
    cut = pl.when(after_first).then(pair(_upto(1), _from(1))).otherwise(pair(_upto(2), _from(2)))
    return pl.when((_SIZE == 3) & known).then(cut)


def _upto(count: int) -> pl.Expr:
    first = _WORDS.list.head(count) if count > 0 else _WORDS.list.head(_SIZE + count)
    return first.list.join(" ")


def _from(count: int) -> pl.Expr:
    last = _WORDS.list.slice(count) if count > 0 else _WORDS.list.tail(-count)
    return last.list.join(" ")
