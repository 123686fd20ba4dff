"""Whether the rows of one key are one person: by the names in both files, else by the names in the addresses of one."""

import polars as pl

from keycafe_clean.folding import folded_local
from keycafe_clean.join.same_names import with_other_names
from keycafe_clean.join.side import Side


def with_strangers(pairs: pl.DataFrame, here: Side, there: Side, fewest: int = 1) -> pl.DataFrame:
    """Get the pairs (row_id, other_id), in order, with `name_there` and `is_other`: whether that is somebody else.

    Where the file has no names its addresses say them, if they are made of `fewest` words or more and each of these is
    in some name here: `anna.adler@` is Anna Adler's. Null: nothing tells.
    """
    names = there.names if there.name_headers else _of_addresses(here, there, fewest)
    return with_other_names(pairs, here.names, names)


def are_strangers(pairs: pl.DataFrame, here: Side, there: Side) -> bool:
    """Tell whether most of the pairs whose names tell something are not one person."""
    told = with_strangers(pairs, here, there).get_column("is_other").drop_nulls()
    return told.len() > 0 and int(told.sum()) * 2 > told.len()


def _of_addresses(here: Side, there: Side, fewest: int) -> pl.DataFrame:
    """Get row_id, name and words as `names_of()` does, by the first column of addresses."""
    known = here.names.get_column("words").explode().unique().implode()
    cells = there.source.rows.select("row_id").hstack(there.source.cells.select(there.addresses[:1]))
    named = cells.select("row_id", name=pl.col(there.addresses[0]) if there.addresses else pl.lit(None, pl.String))
    words = folded_local(pl.col("name")).str.extract_all(r"\p{L}{2,}").fill_null([])
    is_known = words.list.eval(pl.element().is_in(known)).list.all() & (words.list.len() >= fewest)
    return named.with_columns(words=pl.when(is_known).then(words).otherwise(pl.lit([], pl.List(pl.String))))
