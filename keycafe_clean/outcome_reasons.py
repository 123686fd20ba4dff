"""Why a row stays out of the file: a code, a column and a value as data, their words in `outcome_reasons.toml`."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import polars as pl

from keycafe_clean.findings import filled_template

#: Codes that others ask for: left out since Keycafe has them already, and by a decision.
IN_KEYCAFE, BY_HAND = "in_keycafe", "by_hand"

#: The columns of a reason: its code, the header or line it is about, and the cell, rule or what fits; null where there
#: is none.
REASON = ("reason", "reason_column", "reason_value")


def _nothing() -> pl.Expr:
    return pl.lit(None, pl.String)


@dataclass(frozen=True)
class Reason:
    """One reason: the rows it holds for (null does not hold), its code, and what it is about.

    `column` is a header of the export, or a line of a list; `value` a cell, a rule, or what fits; both text. Null,
    which they are by default: about none.
    """

    holds: pl.Expr
    code: str
    column: pl.Expr = field(default_factory=_nothing)
    value: pl.Expr = field(default_factory=_nothing)


def first_reason(reasons: Sequence[Reason], names: Sequence[str] = REASON) -> list[pl.Expr]:
    """Get the expressions of code, column and value (all text) of the first reason that holds, under these names.

    Row by row; null where none holds, column and value also where the reason has none.
    """
    place = pl.coalesce(*(pl.when(it.holds).then(pl.lit(i)) for i, it in enumerate(reasons)), pl.lit(None, pl.Int32))
    said = [(pl.lit(it.code), it.column, it.value) for it in reasons]
    return [
        pl.coalesce(*(pl.when(place == i).then(parts[part]) for i, parts in enumerate(said)), _nothing()).alias(name)
        for part, name in enumerate(names)
    ]


@cache
def catalogue_of_reasons() -> dict[str, dict[str, str]]:
    """Get every code with its `sentence` and the `kind` that rows are counted under, in the order of the file."""
    text = files("keycafe_clean").joinpath("outcome_reasons.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def reason_in_words(form: str = "sentence") -> pl.Expr:
    """Yield the reason of a row as text, in a column `reason`: its `sentence` or its `kind`, as `form` says.

    Reads the columns of `REASON`. Null where the row has no reason, or one that nobody knows.
    """
    code, said = pl.col("reason"), pl.lit(None, pl.String)
    blanks = {"column": pl.col("reason_column"), "value": pl.col("reason_value")}
    for known, entry in catalogue_of_reasons().items():
        said = pl.when(code == known).then(filled_template(entry[form], blanks)).otherwise(said)
    return said.alias("reason")
