"""Decisions found again among the rows of an export: resolved once a run, one frame that every phase reads."""

import polars as pl

from keycafe_clean.article.addresses import email_key
from keycafe_clean.decide.decisions import PAIR_KINDS, TWO_PEOPLE, Decisions
from keycafe_clean.decide.who import FOUND, NOBODY, PLACE, WHO, resolve

#: Which person of a pair a line is about; every other decision has one person.
ONE, OTHER_ONE = "one", "other"

#: What `found` says of a person who is no row, and of whom it is known that they are in Keycafe.
IN_KEYCAFE = "in_keycafe"

#: One line for each row of each person that a decision is about. Where no one person answers, row_id and person are
#: null, and `found` is `nobody` or `several`; `named` is what names the person in a sentence, `shown` the address they
#: had when it was decided, else the name.
RESOLVED = pl.Schema(
    {
        **dict.fromkeys(("id", "kind", "side", "column", "seen", "value", "named", "shown", "found"), pl.String),
        "person": pl.UInt32,
        "row_id": pl.UInt32,
    }
)


def resolve_decisions(decisions: Decisions, people: pl.DataFrame) -> pl.DataFrame:
    """Get the frame `RESOLVED` of all decisions, those about one person first, then the other people of pairs.

    A line for each row of the person, in the order of `decisions.lines`, then of `people`; without a person one line,
    of which row_id and person are null. Empty where nothing is decided. `people` is `who.identities()`.
    """
    if decisions.lines.is_empty():
        # As most first runs: nothing is looked for.
        return RESOLVED.to_frame()
    kept = ("id", "kind", "column", "seen", "value")
    who = (*WHO, *PLACE)
    one = decisions.lines.select(*kept, *who, side=pl.lit(ONE))
    pairs = decisions.lines.filter(pl.col("kind").is_in(PAIR_KINDS))
    other = pairs.select(*kept, *(pl.col(f"other_{cell}").alias(cell) for cell in who), side=pl.lit(OTHER_ONE))
    resolved = resolve(pl.concat([one, other]), people).drop("row_id")
    rows = resolved.join(people.select("person", "row_id"), on="person", how="left", maintain_order="left_right")
    named = pl.coalesce("employee_id", "email", "name")
    return rows.with_columns(named=named, shown=pl.coalesce("email", "name")).select(RESOLVED.names())


def rows_about(resolved: pl.DataFrame, *kinds: str) -> pl.DataFrame:
    """Get the lines of these kinds that found somebody, a line for every row of that person, in order.

    Empty, with the columns `RESOLVED`, where there are none; row_id and person are never null.
    """
    return resolved if resolved.is_empty() else resolved.filter(pl.col("kind").is_in(kinds), pl.col("found") == FOUND)


def with_known_partners(resolved: pl.DataFrame, known: pl.Series) -> pl.DataFrame:
    """Get `resolved` where `found` is `in_keycafe` of whoever is no row, but known, and told apart from a row.

    Such an answer `two_people` holds: nobody asks whether the row is that person. `known` is who is in Keycafe, as a
    question says it: an address, else a name. Keeps every line, in order.
    """
    keys = known.drop_nulls().alias("shown").to_frame().select(email_key("shown")).to_series()
    is_there = email_key("shown").is_in(keys.implode()).fill_null(value=False)
    has_row = (pl.col("found") == FOUND).any().over("id")
    holds = (pl.col("kind") == TWO_PEOPLE) & (pl.col("found") == NOBODY) & has_row & is_there
    return resolved.with_columns(found=pl.when(holds).then(pl.lit(IN_KEYCAFE)).otherwise("found"))
