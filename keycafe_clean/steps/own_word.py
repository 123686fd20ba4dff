"""The word for an employee that nobody knows, told by the families that have it."""

import polars as pl


def own_word(said: pl.DataFrame) -> str | None:
    """Get the unknown word of a column of relations that is the employee's own; None where nothing tells it.

    It is the only one that every employee number has exactly once, beside relatives of some; where anybody has an
    address, more of its rows have one than of the others. `said` has number and word, never null, address, and whether
    the word is_unknown, or is_own: one that is known for an employee.
    """
    families = said.get_column("number").n_unique()
    if said.get_column("is_own").any() or not 1 < families < said.height:
        return None
    counted = said.filter("is_unknown").group_by("word").agg(numbers=pl.col("number").n_unique(), rows=pl.len())
    own = counted.filter((pl.col("numbers") == families) & (pl.col("rows") == families))
    word = str(own.item(0, "word")) if own.height == 1 else None
    return word if word is not None and _has_addresses(said, word) else None


def _has_addresses(said: pl.DataFrame, word: str) -> bool:
    has_one, is_of_it = pl.col("address").is_not_null(), pl.col("word") == word
    shares = said.select(own=has_one.filter(is_of_it).mean(), others=has_one.filter(~is_of_it).mean())
    return bool(shares.item(0, "own") > shares.item(0, "others")) or not said.get_column("address").count()
