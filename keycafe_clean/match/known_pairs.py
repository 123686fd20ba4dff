"""Who may already be in Keycafe by what a comparison finds alike: pairs of rows with known people who are no row."""

import polars as pl

from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.known import (
    BESIDE,
    KNOWN,
    PERSON,
    ROW,
    already_in_keycafe,
    are_told_apart,
    people_here,
    people_known,
)
from keycafe_clean.match.known_doubts import MAY_BE, name_of_address, value_of
from keycafe_clean.match.pairs import both_ways
from keycafe_clean.match.reasons import THROUGH_A_THIRD


def partners_elsewhere(rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the known people who are no row for certain, as rows: row_id, `KNOWN`, and what `known` has of `BESIDE`.

    The row_ids are above all others, and the same whatever is decided about rows. An address without a name has the
    name that it is made of.
    """
    surely = people_here(rows.filter(pl.col("row_id").is_in(already_in_keycafe(rows, known).implode())))
    known = known.filter(_is_somebody(known))
    there, told = people_known(known), surely.get_column("key").drop_nulls().implode()
    met = there.filter(pl.col("key").is_in(told).fill_null(value=False)).get_column(PERSON)
    above = pl.int_range(pl.len(), dtype=pl.UInt32) + rows.get_column("row_id").max() + 1
    people = known.select(*KNOWN, *(name for name in BESIDE if name in known.columns), row_id=above)
    is_elsewhere = ~there.get_column(PERSON).is_in(met.implode()) & there.get_column(ROW).is_null()
    return _with_names_of_addresses(people).filter(is_elsewhere)


def likely_doubted(pairs: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get the other rows of `pairs` with one of `partners`, each once, by its likeliest pair.

    The columns are those of `exactly_doubted()`; first the rows of a pair with a partner, then those that hang together
    with one through other rows and are in doubt as they are, both sorted by row_id. `pairs` are those of
    `suggest_duplicates()`, `partners` known people as rows (`partners_elsewhere()`).
    """
    named = partners.select(other_row_id="row_id", value=value_of(partners))
    told = both_ways(pairs, "reason", "score").filter(~_is_partner("row_id", partners))
    met = told.join(named, on="other_row_id")
    likeliest = met.sort("row_id", -pl.col("score"), "other_row_id").unique("row_id", keep="first", maintain_order=True)
    members = clusters(pairs)
    around = (
        members.join(named, left_on="row_id", right_on="other_row_id").unique("cluster_id", keep="first").drop("row_id")
    )
    linked = members.filter(~_is_partner("row_id", partners)).join(around, on="cluster_id")
    through = linked.sort("row_id").select("row_id", "value", reason=pl.lit(THROUGH_A_THIRD))
    found = pl.concat([likeliest.select(through.columns), through]).with_columns(code=pl.lit(MAY_BE))
    return found.unique("row_id", keep="first", maintain_order=True)


def without_settled(pairs: pl.DataFrame, rows: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs less those of a row and a partner of one name that numbers or first days tell apart; in order.

    `rows` and `partners` are as `already_in_keycafe()` takes rows; a number or a day that is blank tells nobody apart.
    """
    if pairs.is_empty() or partners.is_empty():
        return pairs
    keys = people_here(pl.concat([rows, partners], how="diagonal"))
    sides = pairs.select("left_row_id", "right_row_id").join(keys, left_on="left_row_id", right_on="row_id")
    met = sides.join(keys, left_on="right_row_id", right_on="row_id", suffix="_known")
    is_one_known = _is_partner("left_row_id", partners) ^ _is_partner("right_row_id", partners)
    settled = met.filter(is_one_known & (pl.col("name") == pl.col("name_known")) & are_told_apart())
    return pairs.join(settled, on=["left_row_id", "right_row_id"], how="anti", maintain_order="left")


def without_weak(pairs: pl.DataFrame, rows: pl.DataFrame, partners: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs less those of a row and a partner that are worth no question; in order.

    A partner whose whole name somebody else of the rows has is that one; and a first name tells nobody whose last name
    is another, however alike it begins. `rows` are all of the export.
    """
    if pairs.is_empty() or partners.is_empty():
        return pairs
    here, there = people_here(rows), people_here(partners)
    met = there.drop_nulls("name").join(here, on="name", suffix="_known").filter(~are_told_apart())
    found = met.get_column("row_id").implode()
    is_one_known = _is_partner("left_row_id", partners) ^ _is_partner("right_row_id", partners)
    is_found = pl.col("left_row_id").is_in(found) | pl.col("right_row_id").is_in(found)
    is_weak = is_found | pl.col("by_first_name")
    return pairs.filter(~(is_one_known & is_weak))


def _with_names_of_addresses(people: pl.DataFrame) -> pl.DataFrame:
    told = [name for name in ("First Name", "Last Name", "full_name") if name in people.columns]
    nameless = pl.all_horizontal(pl.col(told).is_null())
    words = name_of_address().str.split(" ")
    first, last = words.list.first(), words.list.slice(1).list.join(" ").replace("", None)
    read = [pl.when(nameless).then(cell).otherwise(name) for name, cell in (("First Name", first), ("Last Name", last))]
    return people.with_columns(cell.alias(name) for cell, name in zip(read, ("First Name", "Last Name"), strict=True))


def _is_somebody(known: pl.DataFrame) -> pl.Expr:
    told = [name for name in (*KNOWN, *BESIDE) if name in known.columns]
    return pl.any_horizontal(pl.col(told).is_not_null())


def _is_partner(column: str, partners: pl.DataFrame) -> pl.Expr:
    return pl.col(column).is_in(partners.get_column("row_id").implode())
