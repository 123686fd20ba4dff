"""Which given names are forms of one name, by `words.name_groups()`."""

from functools import cache

import polars as pl

from keycafe_clean.folding import folded_name
from keycafe_clean.words import name_groups


@cache
def forms() -> pl.DataFrame:
    """Get `name` (folded) and `groups`, the sorted list of its groups (places in `name_groups()`, from 0).

    A line a name, in no order.
    """
    split = (
        pl.DataFrame({"names": name_groups()}).with_row_index("group").with_columns(name=pl.col("names").str.split(" "))
    )
    long = split.explode("name", empty_as_null=True, keep_nulls=True).select("group", name=folded_name(pl.col("name")))
    return long.unique().group_by("name").agg(groups=pl.col("group").sort())


def are_forms_of_one_name(pairs: pl.DataFrame) -> pl.Series:
    """Get whether the first parts of `left` and `right` (folded given names) are forms of one name, pair by pair.

    In order, never null: a blank, or a name that is not in the list, is a form of none.
    """
    first = pairs.select(pl.col("left", "right").str.extract(r"^(\S+)"))
    known = forms()
    both = first.join(known.rename({"name": "left", "groups": "a"}), on="left", how="left", maintain_order="left")
    both = both.join(known.rename({"name": "right", "groups": "b"}), on="right", how="left", maintain_order="left")
    shared = pl.col("a").list.set_intersection("b").list.len() > 0
    return both.select(shared.fill_null(value=False)).to_series()
