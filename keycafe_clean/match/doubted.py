"""Pairs that would be one person for certain, but for a cell that only one of two people has: asked, never combined."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.match.clusters import clusters
from keycafe_clean.match.evidence import CELL, LIKELY, OWN
from keycafe_clean.match.pairs import PAIR

#: Rows of one person that are paired with one another; of more, each with the first only.
_FEW = 30

#: What is told of two rows at most: more would not be read.
MOST_CELLS = 3

#: What is told of pairs in doubt.
DOUBTED = pl.Schema({**PAIR, "reason": pl.String})

_SAME = (("employee_id", "same employee number"), ("email", "same address"), ("whole", "same name"))


def no_doubts() -> pl.DataFrame:
    """Get an empty frame of pairs in doubt."""
    return DOUBTED.to_frame()


def doubts(found: pl.DataFrame, alone: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs (`DOUBTED`) of rows that hang together by the links `alone`, not by `found`.

    Sorted by their rows, the smaller row_id left; empty where there are none. One row stands for each cluster of
    `found`. `people` has `row_id`, the keys of the reason (`employee_id`, `email`, `whole`) and the evidence. `reason`
    says what is the same and what differs, `MOST_CELLS` cells at most; it is never null.
    """
    if alone.is_empty():
        return no_doubts()
    together = clusters(alone)
    apart = together.join(clusters(found).rename({"cluster_id": "person"}), on="row_id", how="left")
    one_each = apart.with_columns(person=pl.coalesce("person", "row_id")).sort("row_id").unique("person", keep="first")
    sized = one_each.with_columns(size=pl.len().over("cluster_id"))
    met = sized.join(sized, on="cluster_id", suffix="_other").filter(pl.col("row_id") < pl.col("row_id_other"))
    near = met.filter((pl.col("size") <= _FEW) | (pl.col("row_id") == pl.col("row_id").min().over("cluster_id")))
    pairs = near.select(left_row_id="row_id", right_row_id="row_id_other")
    return _told(pairs, people).sort("left_row_id", "right_row_id")


def _told(pairs: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Add what is the same and which cells differ, in words."""
    evidence = [name for name in people.columns if name.startswith((OWN, LIKELY, CELL))]
    columns = ["row_id", *(name for name, _ in _SAME), *evidence]
    sides = pairs.join(people.select(columns), left_on="left_row_id", right_on="row_id")
    both = sides.join(people.select(columns), left_on="right_row_id", right_on="row_id", suffix=" (other)")
    same = [pl.when(pl.col(name) == pl.col(f"{name} (other)")).then(pl.lit(said)) for name, said in _SAME]
    own, all_cells = (
        differing([name for name in evidence if name.startswith(kinds)]) for kinds in ((OWN, LIKELY), CELL)
    )
    differ = pl.when(own.list.len() > 0).then(own).otherwise(all_cells)
    pieces = pl.concat_list(pl.concat_list(same), differ.list.head(MOST_CELLS))
    return both.select("left_row_id", "right_row_id", reason=pieces.list.join(", "))


def differing(evidence: Sequence[str]) -> pl.Expr:
    """Yield the list of the cells that differ (`different <header>`), in the order of `evidence`.

    Empty, never null, where none does: a blank differs from nothing. Reads each column of `evidence`
    (`<kind>.<header>`) and the same of the other row (`<kind>.<header> (other)`).
    """
    named = [(name, name.partition(".")[2]) for name in evidence]
    differ = [
        pl.when(pl.col(name) != pl.col(f"{name} (other)")).then(pl.lit(f"different {header}")) for name, header in named
    ]
    return pl.concat_list(differ or [pl.lit(None, pl.String)]).list.drop_nulls()
