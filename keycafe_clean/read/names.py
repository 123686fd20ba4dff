"""One name for every column: the header's cells, group headings joined in, empty and repeated ones told apart."""

from collections.abc import Iterable, Sequence

from keycafe_clean.read.header import filled, may_be_names


def column_names(cells: Iterable[str]) -> tuple[str, ...]:
    """Get one unique name a cell, in order: `Column 3` for an empty one, `Email (2)` for one that is repeated."""
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split()) or f"Column {place}"
        names[_unused(name, names)] = None
    return tuple(names)


def with_groups(names: Sequence[str], above: Sequence[str]) -> list[str]:
    """Join group headings to the names below them (`Manager: Email`) where the row above is one of group headings.

    Such a row has several cells, all text, fewer than the header, and not all at the left as a title line's are.
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
    if len(places) < 2 or places[-1] < 2 or not may_be_names(above):
        return False
    return len(places) < filled(names) or any(
        not name.strip() for name, over in zip(names, above, strict=False) if over
    )


def _unused(name: str, names: dict[str, None]) -> str:
    candidate, count = name, 1
    while candidate in names:
        count += 1
        candidate = f"{name} ({count})"
    return candidate
