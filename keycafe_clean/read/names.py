"""One name for every column: cells of the header as they stand, those that are empty or repeated told apart."""

from collections.abc import Iterable


def column_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Get one unique name a cell, in order: `Column 3` for an empty one, `Email (2)` for one that is repeated."""
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"Column {place}"
        names[_unused(name, names)] = None
    return tuple(names)


def _unused(name: str, names: dict[str, None]) -> str:
    candidate, count = name, 1
    while candidate in names:
        count += 1
        candidate = f"{name} ({count})"
    return candidate
