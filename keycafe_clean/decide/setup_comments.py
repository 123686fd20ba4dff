"""A `setup.toml` that is there, rewritten: whoever wrote comments into it finds them again."""

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from keycafe_clean.decide.setup_toml import written


def rewritten(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Get `text`, which says `before`, so that it says `after`: what is equal in both stays to the letter.

    Of a text in which a table stands twice, which no editor of TOML takes, nothing stays.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError:
        return written(after)
    _change(document, before, after)
    return tomlkit.dumps(document)


def _change(table: Container | Table, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Change in a table what is another value, was not there, or is there no more."""
    for name in dict.fromkeys((*before, *after)):
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        if now is None:
            table.pop(name)
        elif isinstance(table.get(name), Table) and isinstance(was, dict) and isinstance(now, dict):
            _change(table[name], was, now)
        elif isinstance(table.get(name), AoT):
            _put(table, name, _entries(table[name], list(was or ()), list(now)))
        else:
            _put(table, name, now)


def _entries(there: AoT, was: list[Any], now: list[Any]) -> AoT:
    """Get a list of tables anew, those that are equal to the letter."""
    entries = tomlkit.aot()
    for entry in now:
        entries.append(there[was.index(entry)] if entry in was else tomlkit.item(entry))
    return entries


def _put(table: Container | Table, name: str, value: object) -> None:
    """Set a value. A comment behind the last one belongs to what comes next, and stays there."""
    body = (table.value if isinstance(table, Table) else table).body
    behind: list[Any] = []
    while name not in table and body and body[-1][0] is None:
        behind.insert(0, body.pop())
    table[name] = value
    body += behind
