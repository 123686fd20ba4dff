"""One name for every column: the header's cells, group headings joined in, empty and repeated ones told apart."""

from collections import Counter
from collections.abc import Iterable, Sequence

import polars as pl

from keycafe_clean.read.table.header import filled, may_be_names
from keycafe_clean.read.table.report_lines import is_stamp

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


def with_groups(names: Sequence[str], above: Sequence[str]) -> list[str]:
    """Join group headings to the names below them (`Manager: Email`) where the row above is one of group headings.

    Such a row has several cells, all text, fewer than the header, and not all at the left as a title line's are; none
    is a page number, or says when or by whom the page was printed.
    A heading reaches to the next one; where a name is empty, the heading right above it is the name.
    """
    if not _is_groups(names, above):
        return list(names)
    joined, group = [], ""
    for name, over in zip(names, above, strict=False):
        group = over.strip() or group
        joined.append(f"{group}: {name}" if name.strip() and group and group != name else name or over)
    return joined


def _is_groups(names: Sequence[str], above: Sequence[str]) -> bool:
    places = [place for place, cell in enumerate(above) if cell.strip()]
    if len(places) < 2 or places[-1] < 2 or not may_be_names(above) or _are_stamps(above):
        return False
    return len(places) < filled(names) or any(
        not name.strip() for name, over in zip(names, above, strict=False) if over
    )


def _are_stamps(cells: Sequence[str]) -> bool:
    """Tell whether any of the cells is what is printed on each page."""
    return bool(pl.DataFrame({"cell": cells}).select(is_stamp(pl.col("cell").str.strip_chars()).any()).item())


def _unused(name: str, names: dict[str, None], counts: Counter[str]) -> str:
    candidate = name
    while candidate in names:
        counts[name] += 1
        candidate = f"{name} ({counts[name] + 1})"
    return candidate
