"""Which cells are column names that we know."""

from collections.abc import Sequence

#: Longer cells are text, not names.
LONGEST_NAME = 80


def meaning(cell: str) -> str | None:
    """Get what a cell means as a column name; None where it is none that we know."""
    # Loaded when first needed: the child reads a workbook of one sheet without it, and shall start at once.
    from keycafe_clean.columns.vocabulary import recognise  # noqa: PLC0415

    return recognise(cell) if 0 < len(cell.strip()) <= LONGEST_NAME else None


def known_names(cells: Sequence[str]) -> set[str]:
    """Get the different cells that are column names of HR systems."""
    return {cell for cell in cells if meaning(cell)}
