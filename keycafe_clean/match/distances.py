"""Which level two texts come out at that are not the same.

Each function takes a frame of folded texts `left` and `right`, none of them null, and gets the place of the level among
those of its kind (UInt8), pair by pair in order; the first level that holds is the one.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import polars as pl
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from keycafe_clean.match.comparisons import COLUMN, EMAIL, FIRST_NAME, LAST_NAME, NUMBER, Level, place
from keycafe_clean.match.name_fit import fits
from keycafe_clean.match.nicknames import are_forms_of_one_name

#: How alike two texts are (Jaro-Winkler) that differ by a typo, and two that are only similar. RLdata10000, whose typos
#: are worst: .9710; TYPO at .88 .9729, at .96 .9691; ALIKE at .75 .9704, at .88 .9634. All other sets stay.
TYPO, ALIKE = 0.92, 0.82


def first_names(pairs: pl.DataFrame) -> pl.Series:
    """Get the level of two given names: a part, a form, a typo, alike or another."""
    likeness = _likeness(pairs)
    told = {
        "short": _is_part(pairs),
        "nickname": are_forms_of_one_name(pairs),
        "typo": likeness >= TYPO,
        "alike": likeness >= ALIKE,
    }
    return _first_that_holds(FIRST_NAME, told)


def last_names(pairs: pl.DataFrame) -> pl.Series:
    """Get the level of two surnames: a part, a typo, alike or another."""
    likeness = _likeness(pairs)
    return _first_that_holds(
        LAST_NAME, {"short": _is_part(pairs), "typo": likeness >= TYPO, "alike": likeness >= ALIKE}
    )


def addresses(pairs: pl.DataFrame) -> pl.Series:
    """Get the level of two addresses with different mailboxes: a typo or another."""
    return _first_that_holds(EMAIL, {"typo": _differ_by_one(pairs)})


def numbers(pairs: pl.DataFrame) -> pl.Series:
    """Get the level of two numbers: a typo (one digit or two neighbours) or another."""
    return _first_that_holds(NUMBER, {"typo": _differ_by_one(pairs)})


def columns(pairs: pl.DataFrame) -> pl.Series:
    """Get the level of any two texts: a typo, alike or another."""
    likeness = _likeness(pairs)
    typo = _differ_by_one(pairs) | (likeness >= TYPO)
    return _first_that_holds(COLUMN, {"typo": typo, "alike": likeness >= ALIKE})


#: What tells the level of `left` and `right`, by kind of comparison; a frame of both in, a level each out.
LEVEL_FUNCTIONS: Mapping[str, Callable[[pl.DataFrame], pl.Series]] = MappingProxyType(
    {"first": first_names, "last": last_names, "email": addresses, "number": numbers, "column": columns}
)


def _first_that_holds(levels: tuple[Level, ...], told: dict[str, pl.Series]) -> pl.Series:
    chosen = pl.lit(len(levels) - 1)
    for name in reversed(told):
        chosen = pl.when(pl.col(name)).then(place(levels, name)).otherwise(chosen)
    return pl.DataFrame(told).select(chosen.cast(pl.UInt8)).to_series()


def _is_part(pairs: pl.DataFrame) -> pl.Series:
    """Get whether one name is an initial or some parts of the other; only names of parts or of one letter are asked."""
    left, right = pl.col("left"), pl.col("right")
    in_parts = left.str.contains(" ", literal=True) | right.str.contains(" ", literal=True)
    asked = in_parts | (left.str.len_chars() == 1) | (right.str.len_chars() == 1)
    places = pairs.select(asked).to_series().arg_true()
    if places.is_empty():
        return pl.repeat(value=False, n=pairs.height, eager=True)
    answers = pairs[places].select(fits(left, right)).to_series()
    return pl.repeat(value=False, n=pairs.height, eager=True).scatter(places, answers)


def _likeness(pairs: pl.DataFrame) -> pl.Series:
    left, right = pairs.get_column("left").to_list(), pairs.get_column("right").to_list()
    return pl.Series(cpdist(left, right, scorer=JaroWinkler.normalized_similarity, score_cutoff=ALIKE))


def _differ_by_one(pairs: pl.DataFrame) -> pl.Series:
    left, right = pairs.get_column("left").to_list(), pairs.get_column("right").to_list()
    return pl.Series(cpdist(left, right, scorer=OSA.distance, score_cutoff=1)) <= 1
