"""Rows whose name is a known person's, written otherwise: in other letters, a part of it, a familiar form."""

import polars as pl

from keycafe_clean.match.known import are_one_in_latin, are_told_apart
from keycafe_clean.match.name_fit import is_same_person_name
from keycafe_clean.match.nicknames import forms

#: Words of a name that are compared: more are seldom a name.
_MOST_WORDS = 6


def names_in_other_letters(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the whole name of a known person in other letters: `Петя Колева`, `Petya Koleva`.

    `here` is `people_here()`, `there` the keys of known people with `is_row`: who is a row for certain is none else.
    The columns are those of both (`..._known`); in no order, a row perhaps several times.
    """
    others = there.filter(~pl.col("is_row")).drop_nulls("latin").with_columns(latin_known="latin")
    met = here.join(others, on="latin", suffix="_known", maintain_order="left")
    return met.filter(are_one_in_latin() & ~are_told_apart())


def names_in_other_spelling(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the whole name of a known person with aa for å, or the other way round: `Ole Aas`, `Ole Ås`.

    Takes and gets what `names_in_other_letters()` does.
    """
    others = there.filter(~pl.col("is_row")).drop_nulls("spelt").with_columns(spelt_known="spelt")
    met = here.join(others, on="spelt", suffix="_known", maintain_order="left")
    return met.filter((pl.col("name") != pl.col("name_known")) & ~are_told_apart())


def parts_of_names(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get whose name has all of a known one, or is part of it, where no address tells more: `Ana Gil`, `Ana Gil Mora`.

    A known person whose name somebody here has exactly is that one. The frames are those of `names_in_other_letters()`.
    """
    nameless = there.filter(~pl.col("is_row") & pl.col("key").is_null())
    exact = nameless.join(here, on="name", suffix="_known").filter(~are_told_apart())
    others = nameless.filter(~pl.col("name").is_in(exact.get_column("name").implode()))
    known = _pairs_of_words(others.with_row_index("place"), "place")
    told = known.get_column("pair").unique().implode()
    rows = _pairs_of_words(here, "row_id").filter(pl.col("pair").is_in(told))
    met = rows.join(known, on="pair", suffix="_known", maintain_order="left").unique(
        ["row_id", "place"], keep="first", maintain_order=True
    )
    return met.filter(is_same_person_name("", "_known") & ~are_told_apart())


def familiar_names(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the last name of a known person, and a form of the first one: `Bob Thorne`, `Robert Thorne`.

    Whatever the addresses say, as of one whole name. Lists write the last name first as well, without a comma: `Thorne
    Robert` is met too. Takes and gets what `names_in_other_letters()` does.
    """
    others = there.filter(~pl.col("is_row"))
    turned = others.with_columns(first="last", last="first")
    known = with_forms(pl.concat([others, turned]))
    met = with_forms(here).join(known, on=["last", "form"], suffix="_known", maintain_order="left")
    return met.filter(~are_told_apart())


def _pairs_of_words(people: pl.DataFrame, number: str) -> pl.DataFrame:
    """Get every two words of each name (`pair`), with the columns of `people`, in order."""
    words = people.with_columns(word=pl.col("name").str.split(" ").list.head(_MOST_WORDS)).explode(
        "word", empty_as_null=True
    )
    both = words.join(words.select(number, other="word"), on=number, maintain_order="left")
    pairs = both.filter(pl.col("word") < pl.col("other"))
    return pairs.with_columns(pair=pl.concat_str("word", "other", separator=" ")).drop("word", "other")


def with_forms(people: pl.DataFrame) -> pl.DataFrame:
    """Get people with each group of forms that the first part of the first name is in (`form`); the others not."""
    first = people.drop_nulls("last").with_columns(form_of=pl.col("first").str.extract(r"^(\S+)"))
    known = forms().rename({"name": "form_of", "groups": "form"})
    return first.join(known, on="form_of", maintain_order="left").explode("form", empty_as_null=True).drop("form_of")
