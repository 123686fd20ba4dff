"""Why two rows may be one person, as people read it: `same employee number, same start date, different last names`."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from keycafe_clean.match.comparisons import EMAIL, LAST_NAME, kind_of, levels_of, place
from keycafe_clean.match.levels import BLANK, Compared, Flags
from keycafe_clean.match.name_fit import MARKS_DIFFER
from keycafe_clean.match.weights import Model

#: What our columns are called on screen; others go by their header.
_WORDS = {"employee_id": "employee number", "Badge Code": "badge code"}

#: What two rows have to do with each other that only a third one links.
THROUGH_A_THIRD = "both may be the person of a third row"

#: What is told of two rows whose first and last names are the same; the last one has its place, and no words.
SAME_NAME, _IN_FIRST = "same name", pl.lit("")

#: More would not be read: a sentence that holds both ends within two lines of a screen.
_MOST_AGREEMENTS, _MOST_DIFFERENCES = 4, 2

_ORDER = ("number", "email", "first", "last", "column")

#: Last names that are hardly more than others.
_ALIKE = place(LAST_NAME, "alike")

#: Addresses that speak for nothing, but are told: two people of one name have alike ones.
_ADDRESSES = [place(EMAIL, name) for name in ("named", "private", "other")]


def reasons(compared: Compared, model: Model, differ_in_marks: Flags) -> pl.Series:
    """Get the reason of every pair, in order: what agrees and counts, then which names, addresses or numbers differ.

    No level may be open. `differ_in_marks` says which pairs have names that differ in their marks alone. Never null;
    empty for a pair of which there is nothing to say.
    """
    levels = pl.DataFrame({name: np.asarray(level) for name, level in compared.levels.items()})
    frame = levels.with_columns(swapped=pl.Series(compared.swapped), other_marks=pl.Series(differ_in_marks))
    patterns = frame.unique()
    swapped = pl.when("swapped").then(pl.lit("first and last name swapped"))
    agree = _listed([swapped, *_agreements(compared, model)], _MOST_AGREEMENTS)
    differ = _listed(list(_differences(compared)), _MOST_DIFFERENCES)
    told = patterns.with_columns(reason=pl.concat_str(agree, differ, separator=", ", ignore_nulls=True))
    return frame.join(told, on=frame.columns, how="left", maintain_order="left").get_column("reason")


def by_first_name(compared: Compared, model: Model) -> Flags:
    """Tell of every pair, in order, whether first names are told of it and nothing else, but that last ones differ."""
    told = {name: np.isin(np.asarray(level), _told(name, model)) for name, level in compared.levels.items()}
    nothing = np.zeros(len(compared.left), dtype=bool)
    others = [it for name, it in told.items() if name not in ("first", "last")]
    last = np.asarray(compared.levels["last"]) if "last" in told else np.full(len(nothing), BLANK)
    is_last_told = told.get("last", nothing) & ~np.isin(last, (_ALIKE, len(LAST_NAME) - 1))
    more: Flags = np.logical_or.reduce([nothing, compared.swapped, is_last_told, *others])
    return told.get("first", nothing) & ~more


def _told(name: str, model: Model) -> list[int]:
    return [*_counting(name, model), *_differing(name)]


def _agreements(compared: Compared, model: Model) -> Iterator[pl.Expr]:
    is_same = _is_same_name(compared, model)
    whole = {"first": pl.when("other_marks").then(pl.lit(MARKS_DIFFER)).otherwise(pl.lit(SAME_NAME)), "last": _IN_FIRST}
    for name in _in_order(compared):
        words = _words(name, _counting(name, model))
        yield pl.when(is_same).then(whole[name]).otherwise(words) if name in whole else words


def _is_same_name(compared: Compared, model: Model) -> pl.Expr:
    """Yield whether first and last names are both the same, and told."""
    if not all(name in compared.levels and 0 in _counting(name, model) for name in ("first", "last")):
        return pl.lit(value=False)
    return (pl.col("first") == 0) & (pl.col("last") == 0)


def _differences(compared: Compared) -> Iterator[pl.Expr]:
    for name in _in_order(compared):
        if kind_of(name) != "column":
            yield _words(name, _differing(name))


def _counting(name: str, model: Model) -> list[int]:
    """Get the levels of a comparison that speak for one person, and are told."""
    weights = model.match_weights(name)
    counting = [i for i in range(len(weights) - 1) if weights[i] > 0]
    return [i for i in counting if i not in _ADDRESSES] if name == "email" else counting


def _differing(name: str) -> list[int]:
    """Get the levels of a comparison that are told although they speak against one person, or for nothing."""
    if kind_of(name) == "column":
        return []
    return _ADDRESSES if name == "email" else [len(levels_of(name)) - 1]


def _in_order(compared: Compared) -> list[str]:
    return [name for kind in _ORDER for name in compared.levels if kind_of(name) == kind]


def _words(name: str, places: list[int]) -> pl.Expr:
    """Yield the words of the level if it is one of `places`, else null."""
    column = name.partition(":")[2]
    shown = _WORDS.get(column, column.removeprefix("source.").replace("_", " "))
    words = {i: levels_of(name)[i].words.replace("{column}", shown) for i in places}
    return pl.col(name).replace_strict(words, default=None, return_dtype=pl.String)


def _listed(pieces: list[pl.Expr], most: int) -> pl.Expr:
    first = pl.concat_list(pieces or [pl.lit(None, pl.String)]).list.drop_nulls().list.head(most)
    text = first.list.filter(pl.element() != "").list.join(", ")
    return text.replace("", None)
