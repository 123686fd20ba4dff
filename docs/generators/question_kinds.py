"""The kinds of questions, with the codes of each."""

from itertools import groupby

from docs.generators.tables import code, table
from keycafe_clean.kinds import kinds


def markdown(_lines: list[str]) -> str:
    """Get a table: each kind in the order of the desk, and its codes."""
    listed = groupby(kinds().items(), key=lambda item: item[1])
    return table(("kind", "codes"), [(kind, ", ".join(code(it) for it, _ in items)) for kind, items in listed])
