"""Whole names without what stands around them, their words, and what a file proves about the order of its names."""

import polars as pl

from keycafe_clean.steps.decorations import (
    strip_brackets,
    strip_emoji,
    strip_external,
    strip_loose_ends,
    strip_pronouns,
    strip_suffixes,
    strip_titles,
)
from keycafe_clean.steps.full_name.notes import without_notes
from keycafe_clean.steps.full_name.order import CHINESE, address_names_second_word, family_first, letters
from keycafe_clean.steps.full_name.pieces import capitals_cut, chinese_cut, is_japanese, joined
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.words import any_of, words
from keycafe_clean.words.letters import begins_vietnamese

_DECORATIONS = (
    strip_emoji,
    strip_pronouns,
    strip_brackets,
    strip_external,
    strip_loose_ends,
    strip_titles,
    strip_suffixes,
)
_FIRST_WORDS = ("one", "two", "three")

#: How many names, evenly spread, have a say in the order of a file: what a file proves, it proves in these.
_SAMPLE_ROWS = 10_000

#: A file writes last names in capitals where most names are so: some have no small letters at all.
_MOST = 0.5

#: A file is Chinese where so many of its names in signs are: some last names are rare, and some names are foreign.
_NEARLY_ALL = 0.75


#: Names that stand in one order: of one file, in East Asian signs or in letters.
ALIKE = ("file", "in_signs")


def proofs(names: pl.DataFrame) -> pl.DataFrame:
    """Get one row for the names in signs and one for those in letters of every file: what they prove.

    family_first: they stand as `Last First`; null where nothing tells. last_in_capitals, with_commas: most of them are
    so. japanese: some are. chinese: the header or a sign says so, nearly all can
    be cut as Chinese names are, and none is Japanese.
    Reads whole, file, in_signs, name_order and Email Address of up to 10,000 names, evenly spread.
    """
    sample = names.gather_every(max(1, names.height // _SAMPLE_ROWS))
    of_several = pl.col("size") > 1
    in_capitals = capitals_cut(pl.col("joined")).is_not_null()
    bare = worded(sample).with_columns(capitals=in_capitals, several=of_several)
    lettered = bare.with_columns(*(letters(word).alias(word) for word in _FIRST_WORDS), local=letters("Email Address"))
    proven = lettered.group_by(ALIKE).agg(
        family_first=family_first(),
        last_in_capitals=pl.col("capitals").sum() > _MOST * pl.col("several").sum(),
        with_commas=pl.col("whole").str.contains(",", literal=True).mean() >= _MOST,
        japanese=is_japanese(pl.col("whole")).any(),
        chinese=_says_chinese() & (chinese_cut(pl.col("whole")).is_not_null().mean() >= _NEARLY_ALL),
    )
    # Beside names with a comma, and names with one part in capitals, those without stand the other way round.
    told = pl.col("last_in_capitals") | pl.col("with_commas")
    known = pl.when(told).then(pl.lit(value=False))
    return proven.with_columns(
        pl.coalesce("family_first", known).alias("family_first"), chinese=pl.col("chinese") & ~pl.col("japanese")
    )


def _says_chinese() -> pl.Expr:
    """Yield whether the header of a group of names says that they are Chinese, or a last name as China writes it."""
    begins = pl.col("whole").str.contains(rf"^(?:{any_of(words('east_asian', 'chinese_simplified'))})")
    return (pl.col("name_order") == CHINESE).any() | begins.any()


def worded(names: pl.DataFrame) -> pl.DataFrame:
    """Get the names with `bare` (titles, suffixes, brackets off), `joined`, `words`, `size`, one, two, three.

    Reads whole, Email Address and, where it is there, with_commas. is_noted says that a note stood behind the name,
    second_is_last that the address names the second word of three; seen_first and seen_last that the second word begins
    or ends another name. Drops rows without a name; keeps the others in order.
    """
    whole = names.with_columns(bare=_bare(names.get_column("whole"))).drop_nulls("bare")
    bare = without_notes(whole)
    split = bare.with_columns(joined=_joined()).with_columns(words=pl.col("joined").str.split(" "))
    sized = split.with_columns(
        pl.col("words").list.len().cast(pl.Int64).alias("size"),
        *(pl.col("words").list.get(place, null_on_oob=True).alias(name) for place, name in enumerate(_FIRST_WORDS)),
    )
    two, firsts, lasts = pl.col("two"), pl.col("one").unique().implode(), pl.col("words").list.last().unique().implode()
    return sized.with_columns(
        second_is_last=_second_is_last(sized), seen_first=two.is_in(firsts), seen_last=two.is_in(lasts)
    )


def _joined() -> pl.Expr:
    """Yield the names with joints; Vietnamese ones have none: a middle name (`Văn`, `Du`) looks like a particle."""
    return pl.when(begins_vietnamese("bare")).then("bare").otherwise(joined(pl.col("bare")))


def _bare(wholes: pl.Series) -> pl.Series:
    # As a last name: a numeral (`Koch II`) stays, and is joined to the name before it.
    frame = wholes.to_frame("Last Name").with_columns(pl.lit(None, pl.String).alias("First Name"))
    for strip in _DECORATIONS:
        frame = strip(frame)
    name = pl.col("Last Name")
    return frame.select(pl.when((name != "") & ~is_placeholder(name)).then(name)).to_series()


def _second_is_last(sized: pl.DataFrame) -> pl.Series:
    lettered = sized.select(*(letters(word).alias(word) for word in _FIRST_WORDS), local=letters("Email Address"))
    return lettered.select(address_names_second_word()).to_series()
