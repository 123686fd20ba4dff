"""Who was asked about before as perhaps somebody in Keycafe: no question closes without an answer, nor comes again."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.folding import folded_name
from keycafe_clean.match.identity_keys import whole_name
from keycafe_clean.match.known_doubts import MAY_BE, value_of

#: The present row, who in Keycafe it may be, as the question said it (`value_of()`), and whether it was asked since
#: both have one address.
DOUBTED = pl.Schema({"row_id": pl.UInt32, "value": pl.String, "by_address": pl.Boolean})


def doubted_still(doubted: pl.DataFrame, rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get those of `doubted` (`DOUBTED`) who are to be asked about still, by the row that is kept of them; in order.

    Not whoever was asked about for an address that they have no longer, nor where nobody of that address or name is
    known any more. `rows` and `known` are as `already_in_keycafe()` takes them.
    """
    kept = rows.select("row_id", "Email Address", kept=pl.coalesce("combined_into", "row_id"))
    met = doubted.join(kept, on="row_id", maintain_order="left").drop("row_id").rename({"kept": "row_id"})
    has_address = (email_key("Email Address") == email_key("value")).fill_null(value=False)
    there = known.select(value_of(known)).to_series().implode()
    still = met.filter(~pl.col("by_address") | has_address, pl.col("value").is_in(there))
    return still.select(DOUBTED.names()).unique("row_id", keep="last", maintain_order=True)


def under_another_name(doubted: pl.DataFrame, rows: pl.DataFrame, known: pl.DataFrame) -> pl.Series:
    """Get every row (row_id) of those of `doubted_still()` who have none of the names of whom they may be.

    Whoever has the name needs no answer to be known. The arguments are those of `doubted_still()`.
    """
    still = doubted_still(doubted, rows, known)
    names = known.select(value=value_of(known), name=folded_name(whole_name(known))).drop_nulls()
    here = rows.select(
        pl.col("row_id").alias("each"),
        row_id=pl.coalesce("combined_into", "row_id"),
        name=folded_name(whole_name(rows)),
    )
    met = here.join(still, on="row_id", maintain_order="left")
    return met.join(names, on=["value", "name"], how="anti", maintain_order="left").get_column("each").alias("row_id")


def asked_again(doubted: pl.DataFrame, rows: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Get the doubts (`exactly_doubted()`) about those of `doubted_still()`. The arguments are the same."""
    why = pl.lit("asked about before, and not answered")
    return doubted_still(doubted, rows, known).select("row_id", "value", reason=why, code=pl.lit(MAY_BE))


def without_other_people(doubts: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    """Get the doubts less those about whom a row is said not to be (`decide.edits.said_to_be_others()`), in order.

    Whoever has an address that is taken is asked about whoever it is that has it.
    """
    if others.is_empty():
        return doubts
    said = others.select("row_id", who=email_key("value"), code=pl.lit(MAY_BE)).unique()
    met = doubts.with_columns(who=email_key("value"))
    return met.join(said, on=["row_id", "who", "code"], how="anti", maintain_order="left").drop("who")
