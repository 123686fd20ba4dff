"""Decisions found again among the rows of an export: resolved once a run, one frame that every phase reads."""

import polars as pl

from keycafe_clean.decide.decisions import PAIR_KINDS, Decisions
from keycafe_clean.decide.who import FOUND, PLACE, WHO, resolve

#: Which person of a pair a line is about; every other decision has one person.
ONE, OTHER_ONE = "one", "other"

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
