"""The bytes of a file that somebody named, or one sentence that says why not."""

import os
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
        # A pipe would be waited for.
        is_file = stat.S_ISREG(path.stat().st_mode) or os.path.isdir(path)  # noqa: PTH112
        if not is_file:
            raise SetupError(
                f"{name} is a device or a pipe, not a file. Save what it gives as a file, and choose that."
            )
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        # Windows does not say of a folder that it is one. Path.is_dir() raises below a folder that may not be entered.
        if os.path.isdir(path):  # noqa: PTH112
            raise SetupError(f"{name} is a folder. Choose the file in it.") from None
        raise SetupError(f"{name} cannot be opened: {error.strerror}. {_advice(error)}") from None
    if len(data) > most:
        raise SetupError(f"{name} has more than {most:,} bytes. Use the file that a run wrote.")
    return data


def _advice(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "Close it in other programs, or ask for the right to read it."
    return "Check the name and the folder."
