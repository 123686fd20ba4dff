"""What kind of thing a cell holds, told by its shape: column names are none of these."""

import re

#: Shapes in the order in which they are tried; a cell of no such shape is text.
SHAPES = {
    "address": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "date": re.compile(
        r"(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}[- ][^\W\d]{3,4}\.?[- ]\d{2,4})(?:[T ]\d{1,2}:\d{2}.*)?"
        r"|\d{1,2}:\d{2}(?::\d{2})?"
    ),
    "number": re.compile(r"[-+(]?\s*[$€£]?\s*\d[\d\s.,'()/-]*(?:E[-+]?\d+)?\s*[%€$£)]?", re.IGNORECASE),
    "flag": re.compile(r"true|false|yes|no|y|n|x", re.IGNORECASE),
}

#: What parts several addresses in a cell, and the letters of a word that may stand between them, as `and` does.
BETWEEN_ADDRESSES, SHORT = re.compile(r"[\s,;|/#，、；]+"), 3

#: Longer cells are text, whatever they begin with.
LONGEST = 320


def kind(cell: str) -> str:
    """Get `address`, `date`, `number`, `flag`, `text`, or `blank` for a cell; several addresses are `address` too."""
    shown = cell.strip()
    if not shown or len(shown) > LONGEST:
        return "text" if shown else "blank"
    if shown.count("@") > 1 and _are_addresses(shown):
        return "address"
    return next((name for name, shape in SHAPES.items() if shape.fullmatch(shown)), "text")


def _are_addresses(shown: str) -> bool:
    parts = (part for part in BETWEEN_ADDRESSES.split(shown) if part)
    return all(SHAPES["address"].fullmatch(part) or len(part) <= SHORT for part in parts)


def spelling(cell: str) -> str:
    """Get `lower`, `upper` or `mixed` for the letters of a cell."""
    return "lower" if cell.islower() else "upper" if cell.isupper() else "mixed"
