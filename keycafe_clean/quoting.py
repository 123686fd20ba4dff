"""Paths in the commands that are suggested, as a shell of this system takes them."""

import sys
from pathlib import PurePath
from shlex import quote


def quoted(path: PurePath) -> str:
    """Get a path as one word of a command, so that the command can be copied as it stands."""
    if sys.platform == "win32":
        # Neither cmd nor PowerShell knows a backslash as more than a part of a path.
        return f'"{path}"' if " " in f"{path}" else f"{path}"
    return quote(f"{path}")
