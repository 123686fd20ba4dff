"""How many spellings of each meaning are known, and in how many languages and HR systems."""

from docs.generators.tables import code, table
from keycafe_clean.columns.spellings import SECOND_CHOICE, spellings


def markdown(_lines: list[str]) -> str:
    """Get a table: each meaning, the most spelt first, with how many spellings and languages or systems it has."""
    groups: dict[str, list[str]] = {}
    for its in spellings().values():
        groups.setdefault(its.kind, []).append(its.group)
    counted = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    rows = [(code(kind), f"{len(them):,}", f"{len({*them} - {SECOND_CHOICE})}") for kind, them in counted]
    return table(("meaning", "spellings", "languages and systems"), rows)
