"""One address can have one account: rows that share an address and are not one person."""

import polars as pl

from keycafe_clean.findings import findings_of
from keycafe_clean.match.contradictions import groups_of_several_names
from keycafe_clean.match.identity_keys import people_of


def shared_addresses(rows: pl.DataFrame) -> pl.DataFrame:
    """Get a question for every row that shares its address with a row that keeps it.

    The first active row keeps it, else the first; it is `other_row_id`. Takes the rows that are neither combined nor
    left out.
    """
    people = people_of(rows).drop_nulls("email").filter(pl.col("email").is_duplicated())
    active = pl.col("is_active").fill_null(value=False)
    keeper = pl.col("row_id").sort_by(~active, "row_id").first().over("email")
    asked = people.select(
        "row_id",
        value="email",
        column=pl.lit("Email Address"),
        other_row_id=keeper,
        reason=_difference(groups_of_several_names(people, "email")),
    )
    return findings_of("shared_address", asked.filter(pl.col("row_id") != pl.col("other_row_id")))


def _difference(of_several_names: pl.Series) -> pl.Expr:
    """Yield what tells the people of one address apart, as the sentence goes on."""
    names = pl.col("email").is_in(of_several_names.implode())
    numbers = pl.col("employee_id").drop_nulls().n_unique().over("email") > 1
    told = pl.when(names).then(pl.lit("have different names"))
    return told.when(numbers).then(pl.lit("have two employee numbers")).otherwise(pl.lit("are two people"))
