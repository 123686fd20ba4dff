"""Who of one table stands in another one too, by what tells people apart."""

from collections.abc import Mapping

import polars as pl

from keycafe_clean.read.table.known_headers import meanings
from keycafe_clean.read.table.named_leavers import names_of_people

#: What says that somebody of one table is somebody of another.
_KEYS = ("address", "number", "name")


def same_people(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` of `here` and `row` (the `row_id` there) of who stands in both, each of `here` once, in order.

    Both are of `keys_of()`. The same are: the address; the employee number, unless the names have no word in common;
    the whole name, in either order, unless there are two numbers.
    """
    others = there.rename({"row_id": "row"})
    met = pl.concat(_met(here, others, key) for key in _KEYS)
    return met.sort("row_id", "row").unique("row_id", keep="first", maintain_order=True)


def keys_of(cells: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """Get `row_id` of people and lists of their keys, as they are compared: `address`, `number`, `name`; `words`.

    `rows` has `not_people` of each row; row_id is the place in `cells`, from 0.
    """
    meant = meanings(cells.columns)
    names = names_of_people(cells, rows)
    written = [pl.col(name).str.strip_chars() for name in names.columns[1:]]
    whole = pl.concat_list(written) if written else pl.lit([], pl.List(pl.String))
    named = names.select("row_id", name=whole.list.drop_nulls())
    people = cells.with_row_index("row_id").join(named, on="row_id", maintain_order="left")
    return people.select(
        "row_id",
        address=_cells(meant, "Email Address"),
        number=_cells(meant, "employee_id").list.eval(pl.element().str.strip_chars_start("0")),
        name="name",
        words=pl.col("name").list.first().str.split(" "),
    )


def _met(here: pl.DataFrame, there: pl.DataFrame, key: str) -> pl.DataFrame:
    """Get `row_id` and `row` of who has the same key, and nothing beside it that tells them apart."""
    left, right = (
        people.explode(key, empty_as_null=True).drop_nulls(key).filter(pl.col(key) != "") for people in (here, there)
    )
    both = left.join(right, on=key, suffix="_there", maintain_order="left")
    if key == "name":
        apart = (pl.col("number").list.len() > 0) & (pl.col("number_there").list.len() > 0)
        both = both.filter(~apart | (_shared("number") > 0))
    if key == "number":
        named = (pl.col("words").list.len() > 0) & (pl.col("words_there").list.len() > 0)
        both = both.filter(~named | (_shared("words") > 0))
    return both.select("row_id", "row")


def _shared(column: str) -> pl.Expr:
    return pl.col(column).list.set_intersection(f"{column}_there").list.len()


def _cells(meant: Mapping[str, str], kind: str) -> pl.Expr:
    """Yield the filled cells of the columns that mean this, in small letters; an empty list where there are none."""
    headers = [header for header, means in meant.items() if means == kind]
    if not headers:
        return pl.lit([], pl.List(pl.String))
    tidy = (pl.col(header).str.strip_chars().str.to_lowercase() for header in headers)
    return pl.concat_list(tidy).list.drop_nulls().list.filter(pl.element() != "")
