"""Rows that may be somebody in Keycafe whom no row of the export is: less has to fit than of who is on a list."""

import polars as pl

from keycafe_clean.match.known import GONE, are_two_numbers

#: Letters that two spellings of a name begin with: `Davide Vogl`, `David Vogel`.
_LETTERS = 3


def one_name_and_first_day(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get who has the first day and one name of somebody who is gone: married, or spelled in another way.

    `here` is `people_here()`, `there` the keys of known people with `GONE`. The columns are those of both
    (`..._known`); each pair once, in the order of rows and list.
    """
    gone = there.filter(GONE).drop_nulls("day")
    both = here.join(gone, on="day", suffix="_known", maintain_order="left")
    one_name = (pl.col("first") == pl.col("first_known")) | (pl.col("last") == pl.col("last_known"))
    return both.filter(one_name & ~are_two_numbers())


def names_that_begin_alike(here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get whose first and last name begin as those of somebody who is gone: spelled in another way since.

    Takes and gets what `one_name_and_first_day()` does.
    """
    gone = _with_beginnings(there.filter(GONE))
    both = _with_beginnings(here).join(gone, on=["first_begins", "last_begins"], suffix="_known", maintain_order="left")
    return both.filter(~are_two_numbers())


def _with_beginnings(people: pl.DataFrame) -> pl.DataFrame:
    begin = [pl.col(name).str.head(_LETTERS).alias(f"{name}_begins") for name in ("first", "last")]
    return people.drop_nulls(["first", "last"]).with_columns(begin)
