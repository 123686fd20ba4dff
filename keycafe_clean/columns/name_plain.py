"""The fast way for the many: names of plain words, capital first and small letters, that nothing stands around."""

import polars as pl

from keycafe_clean.columns.evidence import value_words
from keycafe_clean.columns.name_parts import pair
from keycafe_clean.steps.words import words

_WORD = r"\p{Lu}[\p{L}'’-]*\p{Ll}{2}"
_WITH_COMMA = rf"^({_WORD}(?: {_WORD})?), ({_WORD}(?: {_WORD})?)$"
_OF_TWO = rf"^({_WORD}) ({_WORD})$"

#: words that look like names and are none, so that the careful way must look
_UNSAFE = sorted(
    {
        word.lower().rstrip(".")
        for kind in ("generation", "degrees", "capitals", "after_comma")
        for word in words("suffixes", kind)
    }
    | {word.lower() for word in (*words("titles", "plain"), *value_words("organisations"), *value_words("blank"))}
)


def plain_cut() -> pl.Expr:
    """Yield [first, last] of `Last, First` and of two plain words; null where the careful way must look.

    Reads whole, family_first, First Name and Last Name (two words are not cut beside a part that is known).
    """
    comma = pl.col("whole").str.extract_groups(_WITH_COMMA)
    two = pl.col("whole").str.extract_groups(_OF_TWO)
    one_word, other_word = two.struct.field("1"), two.struct.field("2")
    alone = pl.col("First Name").is_null() & pl.col("Last Name").is_null()
    in_order = pl.when(~pl.col("family_first")).then(_safe(one_word, other_word))
    turned = pl.when(pl.col("family_first")).then(_safe(other_word, one_word))
    return pl.coalesce(
        _safe(comma.struct.field("2"), comma.struct.field("1")), pl.when(alone).then(pl.coalesce(in_order, turned))
    )


def _safe(first: pl.Expr, last: pl.Expr) -> pl.Expr:
    lowered = (first + " " + last).str.to_lowercase().str.split(" ")
    return pl.when(lowered.list.set_intersection(_UNSAFE).list.len() == 0).then(pair(first, last))
