"""What is wrong with a `setup.toml`, in words for whoever wrote into it."""

import tomllib

from pydantic import ValidationError

#: Pydantic's own words for these are for programmers.
_FAULTS = {
    "extra_forbidden": "there is no such setting",
    "string_pattern_mismatch": "a month is written like 2026-11",
    "tuple_type": "it must be a text or a list of texts",
    "string_type": "it must be a text",
    "missing": "it is not there",
}

#: More users than anybody imports in a month are a slip.
_TOO_MANY_USERS = "it is more than a month ever has"


def first_fault(error: ValidationError) -> str:
    """Get the first setting that cannot be used, with its place and what it may be, as a part of a sentence."""
    fault = error.errors()[0]
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in fault["loc"] if part != "[key]")
    said = fault["msg"].removeprefix("Value error, ")
    words = _FAULTS.get(fault["type"], said[0].lower() + said[1:])
    if fault["type"] == "less_than_equal" and fault["loc"][0] == "used":
        words = _TOO_MANY_USERS
    return f"'{place}' cannot be used ({words})"


def place_of(error: ValueError) -> str:
    """Get where a TOML file goes wrong, as a part of a sentence; nothing where it is not known."""
    place = str(error).rpartition("(")[2].rstrip(")")
    return f", {place}" if isinstance(error, tomllib.TOMLDecodeError) else ""
