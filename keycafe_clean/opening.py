"""The bytes of a file that somebody named, or one sentence that says why not."""

import stat
from pathlib import Path

from keycafe_clean.errors import SetupError

#: Bytes of a set-up, of decisions, of an import file: many times what 100,000 people need, and no more than memory has.
MOST_BYTES = 100_000_000


def bytes_of(path: Path, name: str | None = None, most: int = MOST_BYTES) -> bytes:
    """Get what is in a file, called `name` where something is said about it.

    SetupError: it cannot be opened, is a pipe or a device, or has more than `most` bytes.
    """
    name = name or str(path)
    try:
        if other := other_than_file(path):
            raise SetupError(f"{name} is {other}")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise SetupError(f"{name} cannot be opened: {error.strerror}. {_advice(error)}") from None
    if len(data) > most:
        raise SetupError(f"{name} has more than {most:,} bytes. Use the file that a run wrote.")
    return data


def other_than_file(path: Path) -> str:
    """Get what a path is that is no file, as the end of a sentence; empty for a file. OSError: it is not there."""
    kind = path.stat().st_mode
    if stat.S_ISREG(kind):
        return ""
    if stat.S_ISDIR(kind):
        return "a folder. Choose the file in it."
    # A pipe would be waited for, and a device never ends.
    return "a device or a pipe, not a file. Save what it gives as a file, and choose that."


def _advice(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "Close it in other programs, or ask for the right to read it."
    return "Check the name and the folder."
