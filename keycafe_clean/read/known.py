"""Which cells are column names that we know."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec


def recognise(header: str) -> str | None:
    """Get what the vocabulary of the columns calls a header; None where it does not know it."""
    if not find_spec("keycafe_clean.columns.vocabulary"):
        return None
    meaning: str | None = import_module("keycafe_clean.columns.vocabulary").recognise(header)
    return meaning


def known_names(cells: Sequence[str]) -> int:
    """Count the cells that are column names of HR systems."""
    return sum(bool(cell.strip()) and recognise(cell) is not None for cell in cells)
