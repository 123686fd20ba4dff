"""Badge codes, to the letter: nothing is repaired, damage is named, and what is no single code is asked about."""

import polars as pl

from keycafe_clean.changes import Step
from keycafe_clean.rules import RowRule
from keycafe_clean.steps.placeholders import is_placeholder
from keycafe_clean.steps.rewrite import filled, rewrite

BADGE = "Badge Code"


def blank_placeholder_badges(frame: pl.DataFrame) -> pl.DataFrame:
    """Make badge codes null that say that there is none (`n/a`, `-`). Keeps every row, in order."""
    return rewrite(frame, [BADGE], where=is_placeholder, to=lambda cell: filled(cell.str.slice(0, 0)))


BADGE_STEPS: tuple[Step, ...] = (blank_placeholder_badges,)


def _cell() -> pl.Expr:
    return pl.col(BADGE)


def is_scientific(cell: pl.Expr) -> pl.Expr:
    """Yield whether a spreadsheet wrote the code as a power of ten: `1.23E+11`. `12345E67` may be a code."""
    return cell.str.contains(r"^\d(?:[.,]\d+)?[eE]\+\d+$|^\d[.,]\d+[eE]\d+$")


def is_decimal(cell: pl.Expr) -> pl.Expr:
    """Yield whether a spreadsheet wrote the code with decimals: `1234.0`."""
    return cell.str.contains(r"^\d+[.,]0+$")


BADGE_RULES: tuple[RowRule, ...] = (
    RowRule("badge_scientific", BADGE, is_scientific(_cell())),
    RowRule("badge_decimal", BADGE, is_decimal(_cell()), suggestion=_cell().str.extract(r"^(\d+)")),
)
