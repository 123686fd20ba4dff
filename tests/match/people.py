"""Frames of invented people, as the matching takes them."""

from typing import Any

import polars as pl

_TITLES = {"first": "First Name", "last": "Last Name", "email": "Email Address", "badge": "Badge Code"}


def people(**columns: list[Any]) -> pl.DataFrame:
    """Get rows with `row_id` counted from 0; all columns but `is_active` are text."""
    named = {_TITLES.get(name, name): values for name, values in columns.items()}
    kinds = {name: pl.Boolean if name == "is_active" else pl.String for name in named}
    return pl.DataFrame(named, schema=kinds).with_row_index("row_id")


def pairs(*rows: tuple[int, int]) -> pl.DataFrame:
    """Get answered pairs of row_ids."""
    return pl.DataFrame(rows, schema={"left_row_id": pl.UInt32, "right_row_id": pl.UInt32}, orient="row")
