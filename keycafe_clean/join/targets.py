"""Under which header the cells of another file go: that of the source where both have it, else their own."""

from collections import Counter

from keycafe_clean.columns.headers import key as folded
from keycafe_clean.export import Source
from keycafe_clean.read.table.header_names import NAMELESS


def target_headers(source: Source, other: Source, key: str) -> dict[str, str]:
    """Get header of the other file -> header of the joined source, in order, each once; the key there is none.

    Headers that differ in case and signs alone are one, unless a file has several such. A column without a name is no
    other one's, whatever its place.
    """
    mine = source.first_table.headers
    theirs = [header for header in other.first_table.headers if header != key]
    named = {**_once(mine), **{header: header for header in mine}}
    once = _once(theirs)
    targets: dict[str, str] = {}
    for header in theirs:
        found = named.get(header) or (named.get(folded(header)) if once.get(folded(header)) == header else None)
        is_same = found and not NAMELESS.fullmatch(header) and found not in targets.values()
        targets[header] = found if found and is_same else _new(header, other.file, {*source.headers, *targets.values()})
    return targets


def _once(headers: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Get folded header -> header, of those that no other one is like; one without letter and digit is not there."""
    counts = Counter(map(folded, headers))
    return {folded(header): header for header in headers if folded(header) and counts[folded(header)] == 1}


def _new(header: str, file: str, taken: set[str]) -> str:
    """Get a header that is not taken: the file's own, else with the name of the file."""
    if header not in taken and not NAMELESS.fullmatch(header):
        return header
    named = f"{header} ({file})"
    return named if named not in taken else _new(named, file, taken)
