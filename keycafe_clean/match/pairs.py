"""Pairs of rows as frames: without a direction, and from either row of them."""

from functools import cache
from typing import Final

import polars as pl

#: A pair of rows; which of them stands left says nothing.
PAIR: Final = {"left_row_id": pl.UInt32, "right_row_id": pl.UInt32}


@cache
def no_pairs() -> pl.DataFrame:
    """Get an empty frame of pairs."""
    return pl.DataFrame(schema=PAIR)


def without_pairs(pairs: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs that are none of `others`, whichever row stands left; in order."""
    if pairs.is_empty() or others.is_empty():
        return pairs
    there = others.select(pl.col(PAIR.keys()).cast(pl.UInt32))
    back = there.select(left_row_id="right_row_id", right_row_id="left_row_id")
    return pairs.join(pl.concat([there, back]), on=[*PAIR], how="anti", maintain_order="left")


def both_ways(pairs: pl.DataFrame, *told: str) -> pl.DataFrame:
    """Get two lines a pair, one from each of its rows: the columns that are `told`, row_id, other_row_id.

    First the lines from all left rows, then those from all right ones, each in the order of the pairs.
    """
    there = pairs.select(*told, row_id="left_row_id", other_row_id="right_row_id")
    return pl.concat([there, pairs.select(*told, row_id="right_row_id", other_row_id="left_row_id")])
