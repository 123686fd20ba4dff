"""Rows whose name is a known person's with more or fewer names in it, whatever the addresses say."""

import polars as pl

from keycafe_clean.folding import fold
from keycafe_clean.match.known import are_told_apart
from keycafe_clean.match.nicknames import forms
from keycafe_clean.words import short_names, words

#: Small words within names, which some write and some do not.
_PARTICLES = tuple(fold(word) for word in words("particles", "leading", "inner", "joining"))


def longer_names(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has a known person's first name, one of the two having more other names: `Ana Gil`, `Ana Gil Mora`.

    Wherever a whole name was cut: the first word of the first name is compared, then all the others. A known person
    whose name somebody here has exactly is that one. `here` is `people_here()`, `there` the keys of known people with
    `is_row`: who is a row for certain is none else. The columns are those of both (`..._known`); each pair once, in the
    order of rows and list.
    """
    rows, known = _by_first_name(here), _by_first_name(_others(here, there))
    return _met(rows, known.with_columns(given_known="given"), "given")


def longer_familiar_names(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has a form of the first name, one of the two having more other names: `Pepe Gil`, `José Gil Mora`.

    Takes and gets what `longer_names()` does.
    """
    rows, known = _by_first_name(here), _by_first_name(_others(here, there))
    met = _met(_with_forms(rows), _with_forms(known), "form")
    return met.filter(pl.col("others").list.len() != pl.col("others_known").list.len())


def _others(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get the known people, each name, number and day once, whose name nobody here has exactly (`place`)."""
    listed = there.filter(~pl.col("is_row")).drop_nulls("name")
    named = listed.unique(["name", "number", "day"], keep="first", maintain_order=True)
    exact = named.join(here, on="name", suffix="_known").filter(~are_told_apart()).get_column("name")
    return named.filter(~pl.col("name").is_in(exact.implode())).with_row_index("place")


def _by_first_name(people: pl.DataFrame) -> pl.DataFrame:
    """Get people with the first word of the first name (`given`), and their other ones (`others`).

    A line for every word that may be the first name, where nobody cut the name.
    """
    is_cut = pl.col("first").is_not_null() & pl.col("last").is_not_null()
    every = pl.col("whole").str.split(" ")
    first = pl.when(is_cut).then(pl.col("first").str.split(" ").list.head(1)).otherwise(every)
    lines = people.drop_nulls("name").with_columns(given=first).explode("given", empty_as_null=True)
    told = lines.with_columns(others=_spelt(every.list.set_difference(pl.concat_list("given"))))
    is_name = (pl.col("given").str.len_chars() > 1) & (pl.col("others").list.len() > 0)
    return told.filter(is_name).with_columns(pl.col("given").replace(short_names()))


def _spelt(names: pl.Expr) -> pl.Expr:
    """Yield names without initials and particles; a last name that reads as a particle is one: Le."""
    spelt, last = names.list.filter(pl.element().str.len_chars() > 1), pl.coalesce("last", "whole").str.split(" ")
    is_left = last.list.set_difference([*_PARTICLES]).list.len() > 0
    return pl.when(is_left).then(spelt.list.set_difference([*_PARTICLES])).otherwise(spelt)


def _met(rows: pl.DataFrame, known: pl.DataFrame, key: str) -> pl.DataFrame:
    """Get the pairs that have `key`, and all other names of one of them among those of the other."""
    left, right = (people.with_columns(word="others").explode("word", empty_as_null=True) for people in (rows, known))
    both = left.join(right, on=[key, "word"], suffix="_known", maintain_order="left_right")
    once = both.unique(["row_id", "place"], keep="first", maintain_order=True)
    few, many = pl.col("others"), pl.col("others_known")
    shared = few.list.set_intersection(many).list.len()
    return once.filter((shared == pl.min_horizontal(few.list.len(), many.list.len())) & ~are_told_apart())


def _with_forms(people: pl.DataFrame) -> pl.DataFrame:
    known = forms().rename({"name": "given", "groups": "form"})
    return people.join(known, on="given", maintain_order="left").explode("form", empty_as_null=True)
