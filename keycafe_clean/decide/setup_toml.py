"""The text of `setup.toml`: written so that rules can be pasted at its end, read also where a table stands twice."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

#: Lists of tables that people write by hand: each entry has a block of its own.
_BLOCKS = ("rule", "replace")

#: A line with the name of a table, or of an entry in a list of tables.
_HEADING = re.compile(r"^\[\[?[^\[\]\n]+\]\]?[ \t]*(?:#.*)?$", re.MULTILINE)


def written(tree: Mapping[str, Any]) -> str:
    """Get the text of a set-up, without what is empty; blocks of rules come last."""
    filled = {name: value for name, value in tree.items() if value not in ({}, [])}
    plain = {name: value for name, value in filled.items() if name not in _BLOCKS}
    blocks = [f"[[{name}]]\n{_dumped(entry)}" for name in _BLOCKS for entry in filled.get(name, [])]
    return "\n".join([*filter(None, [_dumped(plain)]), *blocks])


def _dumped(table: Mapping[str, Any]) -> str:
    return tomli_w.dumps(table, multiline_strings=False)


def parsed(text: str) -> dict[str, Any]:
    """Get the tree of a set-up. A table that stands twice, as behind pasted lines, is one; what is last holds.

    ValueError: it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        tree: dict[str, Any] = {}
        try:
            for part in _parts(text):
                _merge(tree, tomllib.loads(part))
        except (tomllib.TOMLDecodeError, TypeError):
            raise fault from None
        return tree


def _parts(text: str) -> Iterator[str]:
    """Yield the text table by table; a table within another one stays with it."""
    starts = [found.start() for found in _HEADING.finditer(text) if "." not in found.group().split('"')[0]]
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        yield text[start:end]


def _merge(tree: dict[str, Any], part: Mapping[str, Any]) -> None:
    for name, value in part.items():
        there = tree.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            tree[name] = {**there, **value}
        elif isinstance(there, list) and isinstance(value, list):
            tree[name] = [*there, *value]
        elif name in tree:
            raise TypeError(name)
        else:
            tree[name] = value
