"""Badge codes, to the letter: nothing is repaired, damage is named, and what is no single code is asked about."""

import polars as pl

from keycafe_clean.article.rules import RowRule
from keycafe_clean.events import Step
from keycafe_clean.steps.dates import is_made_by_a_spreadsheet
from keycafe_clean.steps.frame_columns import BADGE
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import filled, rewrite

LIKELY = "likely_badge"

_SEVERAL = r"[0-9A-Za-z]\s*[;,|&+]\s*[0-9A-Za-z]*[0-9]|[0-9]\s+(?:/|and|or|und|oder|et|ou|y|o|e)\s+[0-9A-Za-z]*[0-9]"
_HEXADECIMAL = r"^[0-9A-Fa-f]+$"

#: Assumption: a column has one length where four of five codes of the same make have it.
_MOSTLY = 0.8


def blank_placeholder_badges(frame: pl.DataFrame) -> pl.DataFrame:
    """Make badge codes null that say that there is none (`n/a`, `-`). Keeps every row, in order."""
    return rewrite(frame, [BADGE], where=is_placeholder, to=lambda cell: filled(cell.str.slice(0, 0)))


def suggest_badges(frame: pl.DataFrame) -> pl.DataFrame:
    """Add `likely_badge`: the code with the zeros it lost, where its column kept them in others. Null elsewhere.

    Codes of one make (digits, hexadecimal, with the same signs between) are compared: nearly all have one length, some
    of them begin with 0, and this one is shorter and does not. Keeps every row, in order.
    """
    codes = frame.select(cell=BADGE).drop_nulls().unique().with_columns(make=_make(pl.col("cell")))
    sized = codes.with_columns(length=pl.col("cell").str.len_chars(), zero=pl.col("cell").str.starts_with("0"))
    usual = sized.group_by("make").agg(
        usual=pl.col("length").mode().max(),
        share=(pl.col("length") == pl.col("length").mode().max()).mean(),
        padded=(pl.col("zero") & (pl.col("length") == pl.col("length").mode().max())).any(),
    )
    lost = sized.join(usual.filter(pl.col("padded") & (pl.col("share") >= _MOSTLY)), on="make").filter(
        ~pl.col("zero") & (pl.col("length") < pl.col("usual"))
    )
    likely = lost.select("cell", pl.col("cell").str.pad_start(pl.col("usual"), "0").alias(LIKELY))
    return frame.join(likely, left_on=BADGE, right_on="cell", how="left", maintain_order="left")


def badge_scientific(column: str) -> pl.Expr:
    """Yield whether a spreadsheet wrote the code as a power of ten (`1.23E+11`); null where it is blank.

    `12345E67` may be a code.
    """
    return pl.col(column).str.contains(r"^[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+$|^[0-9][.,][0-9]+[eE][0-9]+$")


def badge_decimal(column: str) -> pl.Expr:
    """Yield whether a spreadsheet wrote the code with decimals (`1234.0`); null where it is blank."""
    return pl.col(column).str.contains(r"^[0-9]+[.,]0+$")


def badge_date(column: str) -> pl.Expr:
    """Yield whether a spreadsheet made a date of the code (`01-Feb`); never true where it is blank.

    Assumption: where a fifth of a column look so, its codes are written like that; then false throughout.
    """
    looks_so = is_made_by_a_spreadsheet(pl.col(column))
    return looks_so & (looks_so.mean() < 1 - _MOSTLY)


def badge_zeros(column: str) -> pl.Expr:
    """Yield whether the code lost zeros that others of its make kept; null where it did not, or is blank.

    Reads likely_badge beside the code (`suggest_badges`); false where the code was edited since.
    """
    return pl.col(LIKELY).str.strip_chars_start("0") == pl.col(column)


def badge_several(column: str) -> pl.Expr:
    """Yield whether a cell holds several codes (`1001; 1002`); null where it is blank."""
    return pl.col(column).str.contains(_SEVERAL) & ~badge_decimal(column) & ~badge_scientific(column)


def badge_words(column: str) -> pl.Expr:
    """Yield whether a cell holds words (`see above`) rather than a code; null where it is blank."""
    return ~pl.col(column).str.contains("[0-9]") & ~pl.col(column).str.contains(_HEXADECIMAL)


def _make(cell: pl.Expr) -> pl.Expr:
    """Yield what codes of one make share: their signs, and whether they are digits, hexadecimal or other letters."""
    kind = (
        pl.when(cell.str.contains(r"^[0-9\W]+$"))
        .then(pl.lit("digits "))
        .when(cell.str.contains(r"^[0-9A-Fa-f\W]+$"))
        .then(pl.lit("hexadecimal "))
        .otherwise(pl.lit("letters "))
    )
    return kind + cell.str.replace_all(r"\w+", "x")


BADGE_STEPS: tuple[Step, ...] = (blank_placeholder_badges, suggest_badges)

BADGE_RULES: tuple[RowRule, ...] = (
    RowRule("badge_scientific", BADGE, badge_scientific(BADGE)),
    RowRule("badge_decimal", BADGE, badge_decimal(BADGE), suggestion=pl.col(BADGE).str.extract(r"^([0-9]+)")),
    RowRule("badge_date", BADGE, badge_date(BADGE)),
    RowRule("badge_zeros", BADGE, badge_zeros(BADGE), suggestion=pl.col(LIKELY)),
    RowRule("badge_several", BADGE, badge_several(BADGE)),
    RowRule("badge_words", BADGE, badge_words(BADGE)),
)
