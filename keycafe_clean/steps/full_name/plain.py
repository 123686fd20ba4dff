"""The fast way for the many: names of plain words that nothing stands around."""

import polars as pl

from keycafe_clean.steps.full_name.pieces import SURNAME_PARTICLES
from keycafe_clean.words import any_of, words

_LETTER = r"\p{Latin}\p{Greek}\p{Cyrillic}"
_WORD = rf"[{_LETTER}][{_LETTER}'’-]+[{_LETTER}]"
_WITH_COMMA = rf"^({_WORD}(?: {_WORD})?), ({_WORD}(?: {_WORD})?)$"
_OF_TWO = rf"^({_WORD}) ({_WORD})$"

#: behind them a comma may stand before a note: `Ida Post, Kitchen`
_SEVERAL_BEFORE_COMMA = "^[^,]* [^,]*,"

#: words that look like names and are none, so that the careful way must look
_NO_NAMES = any_of(
    {
        *words("suffixes", "generation", "degrees", "capitals", "after_comma"),
        *(*words("titles", "plain"), *words("not_people", "organisations")),
        *words("placeholders", "words", "ambiguous"),
        *SURNAME_PARTICLES,
    }
)
_UNSAFE = rf"(?i)(?:^|[ ,])(?:{_NO_NAMES})(?:$|[ ,])"


def plain_cut() -> pl.Expr:
    """Yield [first, last] of `Last, First` and of two plain words; null where the careful way must look.

    Reads whole, First Name, Last Name and what the file proves: two words are not cut beside a part that is known, nor
    where capitals tell the last name.
    """
    whole = pl.col("whole")
    comma, two = whole.str.extract_groups(_WITH_COMMA), whole.str.extract_groups(_OF_TWO)
    one_word, other_word = two.struct.field("1"), two.struct.field("2")
    alone = pl.col("First Name").is_null() & pl.col("Last Name").is_null() & ~pl.col("last_in_capitals")
    cut = (
        pl.when(whole.str.contains(_UNSAFE) | (whole.str.contains(_SEVERAL_BEFORE_COMMA) & ~pl.col("with_commas")))
        .then(None)
        .when(comma.struct.field("1").is_not_null())
        .then(pl.concat_list(comma.struct.field("2"), comma.struct.field("1")))
        .when(one_word.is_not_null() & alone & pl.col("family_first"))
        .then(pl.concat_list(other_word, one_word))
    )
    return cut.when(one_word.is_not_null() & alone).then(pl.concat_list(one_word, other_word))
