"""Older forms of `setup.toml`: what was written then is read as it was meant."""

from typing import Any

from keycafe_clean.errors import SetupError


def _rows_have_numbers(tree: dict[str, Any]) -> dict[str, Any]:
    """Version 0 said whether there are column names; later ones say in which row, and 0 if there are none."""
    reading = tree.get("reading")
    if not isinstance(reading, dict) or not isinstance(reading.get("header"), bool):
        return tree
    others = {name: value for name, value in reading.items() if name != "header"}
    return {**tree, "reading": others if reading["header"] else {**others, "header": 0}}


#: From each version to the next one: a file that names none may have been written in any of them, or by hand.
_STEPS = (_rows_have_numbers,)

#: The version that is written.
VERSION = len(_STEPS)


def migrated(tree: dict[str, Any]) -> dict[str, Any]:
    """Get the tree of a set-up in today's form. SetupError: a newer keycafe-clean has written it."""
    version = tree.get("version", 0)
    if not isinstance(version, int):
        return tree  # whoever checks every setting says so
    if version > VERSION:
        raise SetupError(
            f"It was written by a newer keycafe-clean (version {version} of the set-up; this one knows {VERSION}). "
            "Install the newer one."
        )
    for step in _STEPS[max(version, 0) :]:
        tree = step(tree)
    return {**tree, "version": VERSION}
