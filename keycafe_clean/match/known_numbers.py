"""Who has a known person's number and little else, or the name and another day: asked about, or taken for another."""

import polars as pl

from keycafe_clean.decide.who import is_compatible_name
from keycafe_clean.findings import findings_of
from keycafe_clean.match.identity_keys import cell_of, whole_name
from keycafe_clean.match.known import NUMBERED, are_two_days, are_two_numbers, people_here, people_known

#: Whoever has one of these in common with a row left out is that one; so is who has its name and first day.
_KEYS = ("key", "number")


def number_alone(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the number of somebody in the import history, and nothing else of them (`NUMBERED`).

    `here` is `people_here()`, `there` the keys of known people, and `value`: the number where nothing else is left of
    them. The columns are those of both (`..._known`); in the order of the rows.
    """
    named = there.with_columns(value=pl.coalesce("value", "number"))
    return here.join(named, left_on="row_id", right_on=NUMBERED, suffix="_known", maintain_order="left")


def numbers_of_others(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get a note (`FINDINGS`) on every row with a known person's employee number and a name that shares nothing.

    In the order of the rows, each once, by the first of the list: numbers are used again, and names change. Zeros
    before a number are no difference. `rows` and `known` are as `already_in_keycafe()` takes them.
    """
    named = known.select(reason=whole_name(known))
    there = people_known(known).hstack(named).drop_nulls(["number", "name"])
    here = people_here(rows).hstack(rows.select(value=cell_of(rows, "employee_id"))).drop_nulls(["number", "name"])
    met = here.join(there, on="number", suffix="_known", maintain_order="left_right")
    is_same = is_compatible_name(pl.col("name"), pl.col("name_known"))
    # A number is that of whoever has it with a name that fits, however many others the list has with it.
    others = met.filter(~is_same.any().over("row_id")).unique("row_id", keep="first", maintain_order=True)
    return findings_of("known_number", others.with_columns(column=pl.lit("employee number")))


def namesakes(rows: pl.DataFrame, left_out: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get a note (`FINDINGS`) on every row with the whole name of a known person and another first day.

    In the order of the rows, each once, by the first of the list that is none of those `left_out` as known. The frames
    are as `exactly_doubted()` takes them.
    """
    out = people_here(left_out)
    taken = [pl.col(key).is_in(out.get_column(key).drop_nulls().implode()).fill_null(value=False) for key in _KEYS]
    there = people_known(known).filter(~pl.any_horizontal(taken)).join(out, on=["name", "day"], how="anti")
    here = people_here(rows).hstack(rows.select(value=whole_name(rows))).drop_nulls("name")
    met = here.join(there, on="name", suffix="_known", maintain_order="left_right")
    others = met.filter(are_two_days().all().over("row_id")).unique("row_id", keep="first", maintain_order=True)
    return findings_of("known_namesake", others.with_columns(reason=_what_differs(), column=pl.lit("First Name")))


def _what_differs() -> pl.Expr:
    day = pl.format("first day {}", pl.col("day_known").dt.to_string("%Y-%m-%d"))
    both = pl.format("employee number '{}' and {}", "number_known", day)
    return pl.when(are_two_numbers()).then(both).otherwise(day)
