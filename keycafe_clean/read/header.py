"""Which row holds the column names: the one with names we know, else the one that is unlike the rows below it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from keycafe_clean.read.kinds import kind
from keycafe_clean.read.known import known_names

#: Rows among which the column names are looked for; cover text above them is shorter in every export we know.
SEARCHED = 60

#: Rows below the column names whose cells are compared with them.
COMPARED = 40

Row = Sequence[str]


@dataclass(frozen=True)
class Heading:
    """Where the column names are: their place among the rows (None: there are none), and whether that is certain."""

    place: int | None
    certain: bool


def find_heading(rows: Sequence[Row]) -> Heading:
    """Find the row of column names among the first rows of a file."""
    known = _by_known_names(rows)
    return Heading(known, certain=True) if known is not None else _by_shape(rows)


def _by_known_names(rows: Sequence[Row]) -> int | None:
    """Find the first of the rows with the most known names; it must hold names for the most part, not data."""
    counts = [known_names(row) if _is_possible(row) else 0 for row in rows]
    most = max(counts, default=0)
    place = counts.index(most) if most else None
    if place is None or (most * 3 < _filled(rows[place]) and most < 3):
        return None
    return place


def _is_possible(row: Row) -> bool:
    """Tell whether a row may hold column names: hardly a cell of it is an address, a date or a number."""
    kinds = Counter(kind(cell) for cell in row)
    return (kinds["address"] + kinds["date"] + kinds["number"]) * 4 <= _filled(row)


def _by_shape(rows: Sequence[Row]) -> Heading:
    """Compare the first full row with the rows below: names differ in kind from what they name."""
    place = _first_full_row(rows)
    if place is None:
        return Heading(None, certain=True)
    below = [row for row in rows[place + 1 : place + 1 + COMPARED] if any(row)]
    verdicts = [_verdict(cell, [row[column] for row in below]) for column, cell in enumerate(rows[place])]
    names, data = verdicts.count("name"), verdicts.count("data")
    if data >= max(names, 1) or (not below and not _is_possible(rows[place])):
        return Heading(None, certain=False)
    return Heading(place, certain=names > 0 or not below)


def _first_full_row(rows: Sequence[Row]) -> int | None:
    widths = [_filled(row) for row in rows]
    counts = Counter(width for width in widths if width)
    usual = max(counts, key=lambda width: (counts[width], width), default=0)
    return next((place for place, width in enumerate(widths) if width and width * 3 >= usual * 2), None)


def _verdict(cell: str, below: list[str]) -> str:
    """Tell whether a cell is the name of what stands below it, more data of the same kind, or could be either."""
    kinds = Counter(kind(other) for other in below if other.strip())
    if not kinds or not cell.strip():
        return "either"
    usual, count = kinds.most_common(1)[0]
    if usual == "text":
        return "data" if below.count(cell) > 0 else "either"
    if count * 5 < kinds.total() * 4:
        return "either"
    return "data" if kind(cell) == usual else "name"


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)
