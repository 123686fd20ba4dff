"""Kinds of private cells, as `private_values.toml` describes them: their shapes and their check digits.

Check digits are those of python-stdnum.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import polars as pl

#: The share of the cells of a column that must be of a kind, where the kind says no other: some are always missing,
#: damaged or somebody else's.
MOSTLY = 0.8

#: What shares that are added up may lack.
ROUNDING = 1e-9


@dataclass(frozen=True)
class Kind:
    """One kind of private cells, as a section of `private_values.toml` says.

    `fewest` different cells of it, and a `share` (of 1) of all, make a column one of the kind (`is_met_by()`).
    """

    called: str
    fewest: int
    shape: str = ""
    written: str = ""
    check: str = ""
    options: tuple[tuple[str, Any], ...] = ()
    weights: tuple[int, ...] = ()
    modulus: int = 1
    share: float = MOSTLY
    dated: bool = False

    @property
    def is_checked(self) -> bool:
        """Whether there are check digits, which numbers that go on one by one never have."""
        return bool(self.check or self.weights) and not self.dated

    def fitting(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Get the cells that have the shape of this kind; `cells` has `written`, and `plain` without signs.

        Keeps every column, and the order; a null cell has no shape.
        """
        return cells.filter(self.fits())

    def fits(self) -> pl.Expr:
        """Yield whether a cell has the shape of this kind; null where the cell is null. Reads `written` or `plain`."""
        return pl.col(self._column).str.contains(self.written or self.shape)

    def is_met_by(self, count: int, share: float) -> bool:
        """Tell whether so many different cells, and such a share (of 1) of all, are enough for it to be no chance."""
        return count >= self.fewest and share >= self.share - ROUNDING

    def passing(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Get the cells whose check digits are right; of a kind that has none, all of them.

        Keeps every column, and the order. Takes what `fitting()` returns: no cell is null.
        """
        passes = pl.Series([self._passes(cell) for cell in cells.get_column(self._column)], dtype=pl.Boolean)
        return cells.filter(passes)

    @property
    def _column(self) -> str:
        return "written" if self.written else "plain"

    def _passes(self, cell: str) -> bool:
        if self.weights:
            return self._is_weighed(cell)
        if not self.check:
            return True
        return bool(import_module(f"stdnum.{self.check}").is_valid(cell, **dict(self.options)))

    def _is_weighed(self, cell: str) -> bool:
        digits, last = cell[: len(self.weights)], cell[len(self.weights) :]
        total = sum(weight * int(digit) for weight, digit in zip(self.weights, digits, strict=True))
        remainder: int = total % self.modulus % 10 ** len(last)
        return remainder == int(last)


@cache
def kinds() -> tuple[Kind, ...]:
    """Get every kind of private cells; the rarer by chance, the earlier it is tried, so that it is called right."""
    text = files("keycafe_clean.read.table").joinpath("private_values.toml").read_text(encoding="utf-8")
    return tuple(sorted(map(_kind, tomllib.loads(text).values()), key=lambda kind: kind.fewest))


def _kind(about: dict[str, Any]) -> Kind:
    hashable = {"options": tuple(about.get("options", {}).items()), "weights": tuple(about.get("weights", ()))}
    return Kind(**about | hashable)
