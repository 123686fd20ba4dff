"""Yes and no in many languages become "true" and "false"; a word that is neither stays and is asked about."""

import polars as pl

from keycafe_clean.article.contract import FLAGS
from keycafe_clean.article.rules import FALSE, TRUE, RowRule, boolean_text
from keycafe_clean.digits import with_ascii_digits
from keycafe_clean.events import Step
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import filled, rewrite
from keycafe_clean.words import words

_MEANINGS = {
    **dict.fromkeys(words("flags", "true", "marks"), TRUE),
    **dict.fromkeys(words("flags", "false"), FALSE),
}


def flag_of(cell: pl.Expr) -> pl.Expr:
    """Yield "true" or "false" where the cell is a word for it in any language, else null.

    A cross is "false" beside circles or ticks in the column, and the letter x beside circles; alone both may be ticks.
    """
    plain = with_ascii_digits(cell).str.to_lowercase()
    circled = plain.is_in(words("flags", "circles")).any()
    ticked = plain.is_in(words("flags", "circles", "ticks")).any()
    is_no = (plain.is_in(words("flags", "crosses")) & ticked) | (plain.eq("x") & circled)
    known = plain.replace_strict(_MEANINGS, default=None, return_dtype=pl.String)
    return pl.when(is_no).then(pl.lit(FALSE)).otherwise(known)


def read_flags(frame: pl.DataFrame) -> pl.DataFrame:
    """Write flags as "true" and "false"; placeholders become null, unknown words stay. Keeps every row, in order."""
    return rewrite(frame, FLAGS, where=_is_not_settled, to=_settled)


def read_blanks_beside_marks(frame: pl.DataFrame) -> pl.DataFrame:
    """Write "false" in the blanks of a flag that is ticked with marks (`x`, `✓`) and nothing else.

    Keeps every row, in order.
    """
    ticked = [column for column in FLAGS if _is_ticked(frame, column)]
    return frame.with_columns(pl.col(ticked).fill_null(FALSE))


def _is_ticked(frame: pl.DataFrame, column: str) -> bool:
    cells = frame.get_column(f"raw.{column}").str.strip_chars().str.to_lowercase()
    cells = cells.filter(cells != "").unique()
    return not cells.is_empty() and bool(cells.is_in(words("flags", "marks")).all())


def _is_not_settled(cell: pl.Expr) -> pl.Expr:
    return ~cell.is_in([TRUE, FALSE])


def _settled(cell: pl.Expr) -> pl.Expr:
    known = pl.coalesce(flag_of(cell), cell)
    return filled(pl.when(flag_of(cell).is_null() & is_placeholder(cell)).then(pl.lit("")).otherwise(known))


FLAG_STEPS: tuple[Step, ...] = (read_flags, read_blanks_beside_marks)


def flag_word(column: str) -> pl.Expr:
    """Yield whether a flag is filled with a word that nobody knows; never null, blank is false."""
    return pl.col(column).is_not_null() & ~boolean_text(column)


#: A word nobody knows is asked about, and never taken for "false".
FLAG_RULES: tuple[RowRule, ...] = tuple(RowRule("flag_word", column, flag_word(column)) for column in FLAGS)
