"""What the rules about a row compare: its names, and what its address has before the @, folded once for all of them."""

from typing import Final

import polars as pl

from keycafe_clean.folding import folded_local, folded_name
from keycafe_clean.steps.frame_columns import ADDRESS, FIRST, FULL_NAME, LAST

FIRST_KEY, LAST_KEY, FULL_KEY, LOCAL_KEY = "key.first", "key.last", "key.full", "key.local"
NAME_KEYS: Final = (FIRST_KEY, LAST_KEY)


def with_row_keys(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows, in order, with `key.first`, `key.last` and `key.full` (folded names) and `key.local` (the address).

    Reads First Name, Last Name, full_name and Email Address; null where nothing is left of one.
    """
    names = {FIRST_KEY: FIRST, LAST_KEY: LAST, FULL_KEY: FULL_NAME}
    folded = (folded_name(pl.col(name)).alias(key) for key, name in names.items())
    return rows.with_columns(*folded, folded_local(pl.col(ADDRESS)).alias(LOCAL_KEY))
