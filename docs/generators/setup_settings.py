"""Reference of `setup.toml`, from the JSON schema that editors read."""

import json
from typing import Any

from docs.generators.tables import code, table
from keycafe_clean.decide.setup import setup_schema

#: A part of the schema, as JSON has it.
Part = dict[str, Any]

#: The types of JSON, in words.
_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "date": "day, YYYY-MM-DD",
}

_NAMES = ("key", "what may stand there", "by default", "what it says")


def markdown(_lines: list[str]) -> str:
    """Get a table of the keys at the top, and one for each table of the file."""
    schema = json.loads(setup_schema())
    parts = [f"## At the top\n\n{_keys(schema)}"]
    parts += [_table_of(key, it, schema["$defs"]) for key, it in schema["properties"].items() if _definition(it)]
    return "\n".join(parts)


def _table_of(key: str, it: Part, definitions: dict[str, Part]) -> str:
    there = definitions[_definition(it)]
    heading = f"[[{key}]]" if it.get("type") == "array" else f"[{key}]"
    return f"## `{heading}`\n\n{there.get('description', '')}\n\n{_keys(there)}"


def _keys(there: Part) -> str:
    rows = [
        (code(key), _allowed(it), _default(it), it.get("description", ""))
        for key, it in there["properties"].items()
        if not _definition(it)
    ]
    return table(_NAMES, rows)


def _definition(it: Part) -> str:
    """Get the name of the definition that a key, or each of its items, is; a blank where it is none."""
    return str(it.get("$ref") or it.get("items", {}).get("$ref", "")).rpartition("/")[2]


def _allowed(it: Part) -> str:
    """Get what may stand there in words."""
    if "enum" in it:
        return ", ".join(code(one) for one in it["enum"])
    if "anyOf" in it:
        return " or ".join(_allowed(one) for one in it["anyOf"] if one.get("type") != "null")
    if it["type"] == "array":
        return f"list of: {_allowed(it['items'])}"
    if it["type"] == "object":
        below = it.get("additionalProperties") or next(iter(it["patternProperties"].values()))
        return f"a name each: {_allowed(below)}"
    limits = f", {it['minimum']:,} to {it['maximum']:,}" if "maximum" in it else ""
    return _WORDS[it.get("format") or it["type"]] + limits


def _default(it: Part) -> str:
    return "" if it.get("default") in (None, {}, []) else code(json.dumps(it["default"]))
