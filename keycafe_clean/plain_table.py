"""Tables as plain text of our own: sorted, without types, the same whatever version of Polars made the frame."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

#: Between two columns; a blank alone may stand within a cell.
_GAP = "  "


@dataclass(frozen=True)
class Shown:
    """Text as a notebook shows it."""

    text: str

    def __repr__(self) -> str:
        return self.text


def table(frame: pl.DataFrame, *by: str) -> Shown:
    """Get a frame as text, a line a row, sorted by these columns; by default by all of them, the first one first.

    A null is `-`, a float has two digits behind the point. Without a row only the names of the columns are there.
    """
    ordered = frame.sort(by or frame.columns, maintain_order=True, nulls_last=True)
    return Shown(aligned([frame.columns, *(list(map(_cell, row)) for row in ordered.rows())]))


def aligned(lines: Sequence[Sequence[str]]) -> str:
    """Get lines of cells under each other, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (_GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(line.rstrip() for line in padded)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else f"{value}"
