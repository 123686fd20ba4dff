"""Corrections of the set-up that hold for all cells like one: a mistyped domain, a wrong spelling.

[[replace]]
column = "Email Address"
ending = "@acme.con"
by = "@acme.com"
"""

from typing import Self

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, model_validator

from keycafe_clean.article.contract import IMPORT_COLUMNS


class ValueRule(BaseModel):
    """One correction in one import column: of cells that are `is`, or of the `ending` of cells. Case counts.

    ValidationError: it has both or neither, or is about no import column.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, use_attribute_docstrings=True)

    column: str
    is_: str | None = Field(default=None, alias="is", min_length=1)
    ending: str | None = Field(default=None, min_length=1)
    by: str

    @model_validator(mode="after")
    def _has_one_condition(self) -> Self:
        if (self.is_ is None) == (self.ending is None):
            raise ValueError("a correction has exactly one of is, ending")
        if self.column not in IMPORT_COLUMNS:
            raise ValueError(f"a correction is about one of {', '.join(IMPORT_COLUMNS)}")
        return self


def apply_value_rules(rows: pl.DataFrame, rules: tuple[ValueRule, ...]) -> pl.DataFrame:
    """Get the rows with every correction applied in turn, each to what the one before has left.

    Reads and replaces the columns of the rules. Keeps every row, in order. A blank cell (null) stays blank; one that a
    correction empties is null.
    """
    for rule in rules:
        rows = rows.with_columns(_corrected(rule).alias(rule.column))
    return rows


def unused_corrections(rows: pl.DataFrame, rules: tuple[ValueRule, ...]) -> list[ValueRule]:
    """Get the corrections that alter no cell, each in its turn."""
    unused = []
    for rule in rules:
        cell = pl.col(rule.column)
        met = cell == rule.is_ if rule.is_ is not None else cell.str.ends_with(rule.ending or "")
        if not rows.select(met.any()).item():
            unused.append(rule)
        rows = rows.with_columns(_corrected(rule).alias(rule.column))
    return unused


def _corrected(rule: ValueRule) -> pl.Expr:
    """Yield the corrected cell; a cell that becomes empty is null."""
    cell = pl.col(rule.column)
    if rule.is_ is not None:
        return pl.when(cell == rule.is_).then(pl.lit(rule.by or None)).otherwise(cell)
    ending = rule.ending or ""
    ends = cell.str.ends_with(ending)
    return pl.when(ends).then(cell.str.strip_suffix(ending) + rule.by).otherwise(cell).replace("", None)
