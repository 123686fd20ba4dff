"""Rows against the article: every broken rule as a finding.

The rules are the checks of the Pandera schemas in `schemas/`, all of them judged by one select: Pandera asks each by
itself, and takes longer to load than a small file to clean. That it says the same is a test.
"""

from functools import cache

import polars as pl

from keycafe_clean.article.contract import FLAGS, FULL_USER, IMPORT_COLUMNS, SMARTBOX_USER, CellCheck, cell_checks
from keycafe_clean.article.rules import RULES, RowRule, boolean_text, break_rules, is_smartbox_user


def validate(rows: pl.DataFrame) -> pl.DataFrame:
    """Get the findings of every rule of the article that a row breaks, ordered by row and column; none: an empty frame.

    Reads row_id and the import columns. The column SmartBox User is checked first: a row that is neither "true" nor
    "false" belongs to no schema, and only its flags are judged. TypeError: not a collected DataFrame, or a column that
    is not text.
    """
    if not isinstance(rows, pl.DataFrame):
        raise TypeError("validate() needs a collected DataFrame, not a lazy one.")
    odd = [name for name in IMPORT_COLUMNS if rows.schema[name] != pl.String]
    if odd:
        raise TypeError(f"validate() needs columns of text; {', '.join(odd)} is none.")
    place = pl.col("column").replace_strict({name: i for i, name in enumerate(IMPORT_COLUMNS)}, return_dtype=pl.UInt32)
    return break_rules(rows, _rules()).sort("row_id", place, maintain_order=True)


@cache
def _rules() -> tuple[RowRule, ...]:
    """Get the rules in the order of `RULES`, those that both schemas name once."""
    full, smartbox = (cell_checks(user_type) for user_type in (FULL_USER, SMARTBOX_USER))
    has_type = boolean_text("SmartBox User")
    # Both tables of the article say of their flags: 'Must be "true" or "false".'
    of_flags = [_rule(CellCheck(flag, boolean_text, of_blanks=True), ~has_type) for flag in FLAGS]
    of_both = [_rule(check, has_type) for check in full if check in smartbox]
    of_full = [_rule(check, has_type & ~is_smartbox_user()) for check in full if check not in smartbox]
    of_smartbox = [_rule(check, is_smartbox_user()) for check in smartbox if check not in full]
    order = [rule.__name__ for rule in RULES]
    return tuple(sorted((*of_flags, *of_both, *of_full, *of_smartbox), key=lambda rule: order.index(rule.code)))


def _rule(check: CellCheck, holds: pl.Expr) -> RowRule:
    judged = holds if check.of_blanks else holds & pl.col(check.column).is_not_null()
    return RowRule(check.rule.__name__, check.column, judged & ~check.rule(check.column))
