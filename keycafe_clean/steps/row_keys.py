"""What the rules about a row compare: its names, and what its address has before the @, folded once for all of them."""

from typing import Final

import polars as pl

from keycafe_clean.folding import folded_local, folded_name
from keycafe_clean.steps.frame_columns import ADDRESS, FIRST, FULL_NAME, LAST, READS_LIKE_NOBODY
from keycafe_clean.steps.not_a_person import WHOLE_NAME, is_no_person

FIRST_KEY, LAST_KEY, FULL_KEY, LOCAL_KEY = "key.first", "key.last", "key.full", "key.local"
NAME_KEYS: Final = (FIRST_KEY, LAST_KEY)


def with_row_keys(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the rows, in order, with `key.first`, `key.last` and `key.full` (folded names) and `key.local` (the address).

    Beside them `READS_LIKE_NOBODY`, by the whole name. Reads First Name, Last Name, full_name and Email Address; null
    where nothing is left of one.
    """
    names = {FIRST_KEY: FIRST, LAST_KEY: LAST, FULL_KEY: FULL_NAME}
    folded = (folded_name(pl.col(name)).alias(key) for key, name in names.items())
    local, nobody = folded_local(pl.col(ADDRESS)), is_no_person(WHOLE_NAME)
    return rows.with_columns(*folded, local.alias(LOCAL_KEY), nobody.alias(READS_LIKE_NOBODY))
