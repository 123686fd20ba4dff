"""Whether two names, folded as `folding` does, can belong to one person. Expressions only.

What takes a name apart is evaluated step by step, on frames of its own: as one expression it is so large that Polars
takes longer to plan it than to compute it, and it is asked for many times a run.
"""

from collections.abc import Sequence
from functools import cache

import polars as pl

from keycafe_clean.folding import fold, folded_name
from keycafe_clean.words import any_of, words
from keycafe_clean.words.letters import EAST_ASIAN

#: Words that two whole names must share where nobody knows which of them are the last name.
_SHARED_WORDS = 2

#: Names of more parts are not compared part by part, only as sets: nobody writes five initials.
_PARTS = 4

_LATIN = r"\p{Latin}"

#: A word that is written out, and a whole name of two of them or of two signs; a sign is no initial.
_SPELT = rf"\p{{L}}{{2}}|{EAST_ASIAN}"
_SPELT_WHOLE = rf"\p{{L}}{{2}} (?:.* )?\p{{L}}{{2}}|{EAST_ASIAN} ?{EAST_ASIAN}"

#: A form of address is nobody's first name.
_TITLES = tuple(fold(title) for title in words("titles", "plain"))

#: What is said of names that `differ_in_marks()`.
MARKS_DIFFER = "names that differ in their marks only"

#: Between two given names it parts two people: `Kees en Ria`.
_AND = any_of({"and", *words("several", "people", "surnames_too")})


@cache
def is_whole_name() -> pl.Expr:
    """Yield whether a name says who somebody is: a first and a last name, one of them perhaps an initial; never null.

    Reads the folded `first`, `last` and `whole`; a name that is not cut has two words, or signs of East Asia.
    """
    parts = _is_spelt("first") | _is_spelt("last")
    cut = pl.col("last").is_not_null() & parts & ~pl.col("first").is_in(_TITLES)
    uncut = _is_spelt("whole") & pl.col("whole").str.contains(rf"\p{{L}} |{EAST_ASIAN}{{2}}")
    return _of_both(cut, uncut)


@cache
def is_spelt_out() -> pl.Expr:
    """Yield whether a whole name has no initial for its first or last name; never null. Reads what a whole one has."""
    return is_whole_name() & _of_both(
        _is_spelt("first") & _is_spelt("last"), pl.col("whole").str.contains(_SPELT_WHOLE)
    )


@cache
def names_two() -> pl.Expr:
    """Yield whether a name has two given names with an `and` between, which may be two people's; never null.

    Reads the folded `first`, `last` and `whole`; of a name that is not cut, the first word is a given name.
    """
    given = pl.when(pl.col("first").is_not_null()).then(pl.col("first") + " ").when(pl.col("last").is_null())
    return given.then("whole").str.contains(rf"^\S+(?: \S+)? (?:{_AND}) \S").fill_null(value=False)


@cache
def differ_in_marks(left: str, right: str) -> pl.Expr:
    """Yield whether two names have a word that differs in its marks alone; never null: a name without any fits all.

    `left` and `right` are columns of `folding.marked_name()`.
    """
    one, other = (pl.col(name).str.split(" ") for name in (left, right))
    alone, other_alone = (
        few.list.set_difference(many).list.eval(folded_name(pl.element())) for few, many in ((one, other), (other, one))
    )
    return (alone.list.set_intersection(other_alone).list.len() > 0).fill_null(value=False)


def _of_both(cut: pl.Expr, uncut: pl.Expr) -> pl.Expr:
    """Yield what is so of a name in two parts, else of one that is not cut; half a name is neither."""
    first, last = pl.col("first").is_not_null(), pl.col("last").is_not_null()
    return pl.when(first | last).then(first & cut).otherwise(uncut)


def _is_spelt(part: str) -> pl.Expr:
    return pl.col(part).str.contains(_SPELT).fill_null(value=False)


def is_same_person_name(left: str, right: str) -> pl.Expr:
    """Yield whether two names are there and compatible; never null.

    Reads the folded `first`, `last` and `whole` of both sides (`first<left>`, `first<right>`, ...). An initial fits its
    name; fewer given names or surnames fit more of them (Ana and Ana María, Schmidt and Schmidt-Berg). A last name
    alone fits whoever has it and no other one. Names that are not cut alike must have the same words, or one of them at
    least two of the other's and no more. Nobody's name fits nobody.
    """
    columns = [f"{part}{side}" for part in ("first", "last", "whole") for side in (left, right)]
    return pl.map_batches(columns, _are_same_person, return_dtype=pl.Boolean, is_elementwise=True)


def fits(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether two folded names (both given names, or both surnames) can be one; never null, a blank fits any."""
    return pl.map_batches([left, right], _fit, return_dtype=pl.Boolean, is_elementwise=True)


def _are_same_person(names: Sequence[pl.Series]) -> pl.Series:
    """Get the answers of `is_same_person_name()` about first, last and whole names, of both sides each."""
    first, last, whole = ((pl.col(f"{part} left"), pl.col(f"{part} right")) for part in ("first", "last", "whole"))
    columns = [expr.meta.output_name() for part in (first, last, whole) for expr in part]
    in_parts = _fit(names[:2]) & _fit(names[2:4])
    are_cut = _are_there(*first) & (_are_there(*last) | (last[0].is_null() & last[1].is_null()))
    pairs = pl.DataFrame(dict(zip(columns, names, strict=True))).with_columns(in_parts.alias("in_parts"), cut=are_cut)
    uncut = pairs.filter(~pl.col("cut"))
    if uncut.is_empty():
        return in_parts
    alone = _are_there(*last) & pl.col("in_parts") & _is_either_within(*whole)
    return in_parts.scatter(
        (~pairs.get_column("cut")).arg_true(), uncut.select(alone | _is_same_whole(*whole)).to_series()
    )


def _fit(names: Sequence[pl.Series]) -> pl.Series:
    """Get the answers of `fits()` about the names of both sides."""
    left, right = pl.col("left"), pl.col("right")
    pairs = pl.DataFrame({"left": names[0], "right": names[1]})
    together, either = joined(left) == joined(right), _is_either_within(left, right)
    fit = pairs.select((together | either).fill_null(value=True)).to_series()
    others = (~fit).arg_true()
    if others.is_empty():
        return fit
    return fit.scatter(others, _fit_part_by_part(pairs[others]))


def are_in_two_scripts(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether one name is in Latin letters and the other in none of them; never null, a blank is in no script."""
    return (left.str.contains(_LATIN) != right.str.contains(_LATIN)).fill_null(value=False)


def in_any_order(folded: pl.Expr) -> pl.Expr:
    """Yield a folded name with its words sorted: `Reyes, Ona` is `Ona Reyes`. Blank is null."""
    return folded.str.split(" ").list.sort().list.join(" ").replace("", None)


@cache
def have_same_words(left: str, right: str) -> pl.Expr:
    """Yield whether two folded names (columns) have the same words, in any order; never null, a blank has none."""
    words, others = (pl.col(name).str.split(" ").list.sort() for name in (left, right))
    return (words == others).fill_null(value=False)


def share_a_word(left: str, right: str) -> pl.Expr:
    """Yield whether two folded names (columns) have a word in common that is no initial; never null."""
    words, others = (pl.col(name).str.extract_all(r"\p{L}{2,}") for name in (left, right))
    return (words.list.set_intersection(others).list.len() > 0).fill_null(value=False)


def joined(name: pl.Expr) -> pl.Expr:
    """Yield a name without its blanks: `Anna Maria` is `Annamaria`. Null stays null."""
    return name.str.replace_all(" ", "", literal=True)


def _are_there(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    return left.is_not_null() & right.is_not_null()


def _is_same_whole(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether two whole names have the same words, in any order; a blank fits none."""
    together = joined(left) == joined(right)
    one, other = left.str.split(" "), right.str.split(" ")
    shared = one.list.set_intersection(other).list.len()
    either = _is_either_within(left, right)
    return (together | (either & (shared >= _SHARED_WORDS))).fill_null(value=False)


def _is_either_within(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Yield whether all words of one name are in the other; a blank is within none."""
    one, other = left.str.split(" "), right.str.split(" ")
    return (_is_within(one, other) | _is_within(other, one)).fill_null(value=False)


def _is_within(few: pl.Expr, many: pl.Expr) -> pl.Expr:
    return few.list.set_difference(many).list.len() == 0


def _fit_part_by_part(pairs: pl.DataFrame) -> pl.Series:
    """Get whether every part of `left` fits the part of `right` in its place: equal, an initial of it, or nothing."""
    parts = pairs.select(pl.col("left", "right").str.split(" "))
    few = pl.all_horizontal(pl.col("left", "right").list.len() <= _PARTS)
    placed = parts.select(
        few.alias("few"),
        *(
            pl.col(side).list.get(place, null_on_oob=True).alias(f"{side} {place}")
            for side in ("left", "right")
            for place in range(_PARTS)
        ),
    )
    places = [(pl.col(f"left {place}"), pl.col(f"right {place}")) for place in range(_PARTS)]
    fit = pl.all_horizontal((a == b) | _is_initial(a, b) | _is_initial(b, a) for a, b in places)
    return placed.select((pl.col("few") & fit).fill_null(value=True)).to_series()


def _is_initial(initial: pl.Expr, part: pl.Expr) -> pl.Expr:
    return (initial.str.len_chars() == 1) & part.str.starts_with(initial)
