"""Several values in one cell, a line each, as directories export them: told apart before a line break is a blank."""

import polars as pl

from keycafe_clean.steps.frame_columns import FULL_NAME, is_numbered, name_columns
from keycafe_clean.steps.rewrite import matches, rewrite
from keycafe_clean.steps.status import are_states

_BREAK = r"[\n\v\f\r\u{85}\u{2028}\u{2029}]+"

#: What several values are shown with, as people write them in one line.
_BETWEEN = " / "

#: A whole name has two words or more; a shorter line is a piece of one.
_WHOLE_NAME = r"^\P{L}*\p{L}+[^\p{L}\s]*\s.*\p{L}"


def part_lines(frame: pl.DataFrame) -> pl.DataFrame:
    """Write the same value in several lines once, and different ones with ` / `: whole names, states of a person.

    Other lines are one text, wrapped. Keeps every row, in order.
    """
    states = [column for column in frame.columns if is_numbered(column)]
    names = [column for column in name_columns(frame) if column != FULL_NAME]
    once = rewrite(frame, names, where=matches(_BREAK), to=_said_once)
    whole = rewrite(once, [it for it in (FULL_NAME,) if it in frame.columns], where=matches(_BREAK), to=_names)
    return rewrite(whole, states, where=matches(_BREAK), to=_states)


def _said_once(cell: pl.Expr) -> pl.Expr:
    return pl.when(_lines(cell).list.len() == 1).then(_lines(cell).list.first()).otherwise(cell)


def _names(cell: pl.Expr) -> pl.Expr:
    return _parted(cell, _lines(cell).list.eval(pl.element().str.contains(_WHOLE_NAME)).list.all())


def _states(cell: pl.Expr) -> pl.Expr:
    return _parted(cell, are_states(_lines(cell)))


def _parted(cell: pl.Expr, is_parted: pl.Expr) -> pl.Expr:
    return pl.when(is_parted).then(_lines(cell).list.join(_BETWEEN)).otherwise(_said_once(cell))


def _lines(cell: pl.Expr) -> pl.Expr:
    """Yield the lines of a cell that say something, each once, in order."""
    parts = cell.str.replace_all(_BREAK, "\n").str.split("\n").list.eval(pl.element().str.strip_chars())
    return parts.list.eval(pl.element().filter(pl.element() != "")).list.unique(maintain_order=True)
