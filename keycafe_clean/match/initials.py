"""Initials that may stand for several people: somebody else begins so, or a telephone differs."""

from collections.abc import Collection

import polars as pl

from keycafe_clean.match.evidence import telephones
from keycafe_clean.match.identity_keys import people_of

#: The column of whether an initial may be another person's; never null.
OPEN_INITIAL = "open_initial"

_INITIAL = r"^\p{L}$"


def open_initials(rows: pl.DataFrame, asked: pl.Series, people: pl.DataFrame, used: Collection[str]) -> pl.Series:
    """Get whether the first name of each row that is `asked` is an initial that may be somebody else's, in order.

    It may be where people of two first names have that letter and that last name, or another row of its address has
    another telephone. `people` are the keys of the rows that are asked (`people_of()`), `used` the headers that are
    used. Reads what `people_of()` reads, and `source.<header>`.
    """
    is_initial = pl.col("first").str.contains(_INITIAL).fill_null(value=False)
    if people.filter(is_initial).is_empty():
        return pl.repeat(value=False, n=people.height, eager=True).alias(OPEN_INITIAL)
    phones = [pl.Series(name, cells) for name, cells in telephones(rows.filter(asked), used).items()]
    known = people.with_columns(phones).join(
        _first_names(rows), left_on=["first", "last"], right_on=["letter", "last"], how="left", maintain_order="left"
    )
    others = pl.any_horizontal(
        pl.lit(value=False),
        *(
            (pl.col(phone.name).drop_nulls().n_unique() > 1).over("email") & pl.col("email").is_not_null()
            for phone in phones
        ),
    )
    return known.select(
        (is_initial & ((pl.col("names") > 1).fill_null(value=False) | others)).alias(OPEN_INITIAL)
    ).to_series()


def _first_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Get how many first names that are spelt out begin with a letter before a last name: `letter`, `last`, `names`."""
    spelt = people_of(rows).filter(pl.col("first").str.len_chars() > 1).drop_nulls("last")
    given = pl.col("first").str.extract(r"^(\S+)")
    return spelt.group_by(letter=pl.col("first").str.head(1), last="last").agg(names=given.n_unique())
