"""One name for every column: the header's cells, empty and repeated ones told apart."""

import re
from collections import Counter
from collections.abc import Iterable

#: The name of a column without one in its file.
NAMELESS = re.compile(r"Column \d+")

#: Letters of a column's name.
LONGEST = 300


def column_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Get one unique name a cell, in order: `Column 3` for an empty one, `Email (2)` for one that is repeated."""
    names: dict[str, None] = {}
    # How often each was there before: to try every number from 2 on would take for ever where all names are the same.
    counts: Counter[str] = Counter()
    for place, cell in enumerate(cells, start=1):
        name = _no_pattern(_short(" ".join(cell.split()))) or f"Column {place}"
        names[_unused(name, names, counts)] = None
    return tuple(names)


def _short(name: str) -> str:
    """Cut off what nobody would read as the name of a column."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def _no_pattern(name: str) -> str:
    """Put a blank behind a name that Polars would take for a pattern of names: `*`, `^.*$`."""
    is_pattern = name == "*" or (name.startswith("^") and name.endswith("$"))
    return f"{name} " if is_pattern else name


def _unused(name: str, names: dict[str, None], counts: Counter[str]) -> str:
    candidate = name
    while candidate in names:
        counts[name] += 1
        candidate = f"{name} ({counts[name] + 1})"
    return candidate
