"""Whether two rows of one key are one person: names that share no word say that they are not."""

from collections.abc import Sequence

import polars as pl

from keycafe_clean.export import Source
from keycafe_clean.folding import folded_name, in_latin

#: The words of a name; those in Chinese signs and Korean syllables may stand without a blank between them.
_WORDS = r"[\p{Han}\p{Hangul}]|\p{L}{2,}"


def names_of(source: Source, headers: Sequence[str]) -> pl.DataFrame:
    """Get row_id, `name` (what stands under the headers of names, null: nothing) and its `words`, of every row."""
    name = pl.concat_str(pl.lit(""), *headers, separator=" ", ignore_nulls=True).str.strip_chars()
    named = source.rows.select("row_id").hstack(source.cells.select(*headers)).select("row_id", name=name)
    folded = folded_name(pl.col("name"))
    # One name in two alphabets has words in common once both are in Latin letters.
    spelt = [form.str.extract_all(_WORDS).fill_null([]) for form in (folded, in_latin(folded))]
    words = spelt[0].list.set_union(spelt[1])
    return named.with_columns(pl.when(pl.col("name") != "").then("name").alias("name"), words=words)


def with_other_names(pairs: pl.DataFrame, here: pl.DataFrame, there: pl.DataFrame) -> pl.DataFrame:
    """Get the pairs (row_id, other_id), in order, with `name_there` and `is_other`: the names share no word.

    `here` and `there` are `names_of()`. `is_other` is null where a row has no name.
    """
    left = pairs.join(here.select("row_id", "words"), on="row_id", how="left", maintain_order="left")
    right = there.select(other_id="row_id", name_there="name", words_there="words")
    both = left.join(right, on="other_id", how="left", maintain_order="left")
    said = (pl.col("words").list.len() > 0) & (pl.col("words_there").list.len() > 0)
    shared = pl.col("words").list.set_intersection("words_there").list.len() > 0
    return both.with_columns(is_other=pl.when(said).then(~shared)).drop("words", "words_there")
