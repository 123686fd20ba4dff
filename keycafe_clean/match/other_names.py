"""Rows that have a person's name by another one of theirs: a former last name, one at birth, one people go by."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.folding import folded_name
from keycafe_clean.match.identity_keys import cell_of, people_of
from keycafe_clean.match.name_fit import in_any_order
from keycafe_clean.match.nicknames import are_forms_of_one_name
from keycafe_clean.match.possible import POSSIBLE, as_pairs

#: A name that changed is no proof of one person: there are namesakes.
_SCORE = 0.5

#: So many rows of one name are each paired with whoever may be one of them; of more, the first only.
_FEW = 30

#: What parts several names of one cell: `Nair / Shah`.
_PARTING = r"[,;/|]"

#: The hash of a birth date, where an export had one.
_BORN = "evidence.date of birth"


def pairs_of_other_names(rows: pl.DataFrame, headers: Sequence[str]) -> pl.DataFrame:
    """Get the pairs (`POSSIBLE`) of rows of which one has the other's whole name by another name of its own.

    That is one of the cells under `headers` (`source.<header>`): with the first name, with the last name, as it is, or
    with one of another header. Names are folded, in any order; what is the row's own name all the same is none. Two
    people are rows that both have another name, and other birth dates; and rows of one last name, known by a given name
    alone, whose numbers, addresses and first days are all others. Sorted by their rows, the first one left.

    Takes rows that are neither combined nor left out, and reads what `people_of()` reads.
    """
    there = [it for it in headers if rows.get_column(f"source.{it}").count()]
    if not there:
        return POSSIBLE.to_frame()
    people = _people(rows, there)
    met = _named_otherwise(rows, people, there).join(_owners(people), on="name", maintain_order="left")
    beside = people.drop("first")
    both = met.join(beside, on="row_id").join(beside, left_on="row_id_other", right_on="row_id", suffix="_other")
    pairs = both.filter((pl.col("name") != pl.col("own")).fill_null(value=True) & ~_are_two_people()).select(
        left_row_id=pl.min_horizontal("row_id", "row_id_other"),
        right_row_id=pl.max_horizontal("row_id", "row_id_other"),
        score=pl.lit(_SCORE),
        reason=_reason(),
    )
    once = pairs.sort("left_row_id", "right_row_id", "reason").unique(
        ["left_row_id", "right_row_id"], keep="first", maintain_order=True
    )
    return as_pairs(once)


def _people(rows: pl.DataFrame, headers: Sequence[str]) -> pl.DataFrame:
    """Get the keys of rows: names (`own` in any order), number, address, days, and whether another name is there."""
    called = pl.any_horizontal(pl.col(f"source.{it}").is_not_null() for it in headers)
    told = rows.select(born=cell_of(rows, _BORN, pl.UInt64()), is_called=called)
    keys = people_of(rows).select(
        "row_id", "first", "last", "email", "start_day", own=in_any_order(pl.col("whole")), number="employee_id"
    )
    return keys.hstack(told)


def _named_otherwise(rows: pl.DataFrame, people: pl.DataFrame, headers: Sequence[str]) -> pl.DataFrame:
    """Get every name that a row has by another one: `row_id`, `name` (in any order), `by` (the header)."""
    cells = rows.select("row_id", *(pl.col(f"source.{it}").alias(it) for it in headers)).unpivot(
        index="row_id", variable_name="by", value_name="cell"
    )
    several = pl.concat_list(pl.concat_list("cell"), pl.col("cell").str.replace_all(_PARTING, "\n").str.split("\n"))
    words = cells.drop_nulls("cell").with_columns(cell=several).explode("cell", empty_as_null=True)
    others = words.select("row_id", "by", other=folded_name(pl.col("cell"))).drop_nulls("other").unique()
    with_parts = others.join(people.select("row_id", "first", "last"), on="row_id")
    two = others.join(others, on="row_id", suffix="_2").filter(pl.col("by") != pl.col("by_2"))
    # A familiar form of the first name is no last name: Dan Daniel is not every Daniel who goes by Dan.
    is_familiar = pl.lit(are_forms_of_one_name(with_parts.select(left="first", right="other")))
    made = [
        with_parts.filter(~is_familiar).select("row_id", "by", name=pl.concat_str("first", "other", separator=" ")),
        with_parts.select("row_id", "by", name=pl.concat_str("other", "last", separator=" ")),
        others.filter(pl.col("other").str.contains(" ", literal=True)).select("row_id", "by", name="other"),
        two.select("row_id", "by", name=pl.concat_str("other", "other_2", separator=" ")),
    ]
    return pl.concat(made).drop_nulls("name").with_columns(name=in_any_order(pl.col("name"))).unique()


def _owners(people: pl.DataFrame) -> pl.DataFrame:
    """Get who has each name (`row_id_other`): of very many the first row."""
    named = people.select(name="own", row_id_other="row_id")
    is_first = pl.col("row_id_other") == pl.col("row_id_other").min().over("name")
    return named.drop_nulls("name").filter((pl.len().over("name") <= _FEW) | is_first)


def _are_two_people() -> pl.Expr:
    other_days = (pl.col("born") != pl.col("born_other")).fill_null(value=False)
    everything = pl.all_horizontal(pl.col(it) != pl.col(f"{it}_other") for it in ("number", "email", "start_day"))
    are_namesakes = (pl.col("last") == pl.col("last_other")) & everything
    return (other_days & pl.col("is_called") & pl.col("is_called_other")) | are_namesakes.fill_null(value=False)


def _reason() -> pl.Expr:
    """Yield what the two rows have in common: the column of the other name, and the number if it is one."""
    named = pl.format("same name by '{}'", "by")
    is_numbered = (pl.col("number") == pl.col("number_other")).fill_null(value=False)
    return pl.when(is_numbered).then(pl.format("same employee number, {}", named)).otherwise(named)
