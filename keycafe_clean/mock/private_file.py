"""Files of which only the owner knows what is in them."""

import os
from pathlib import Path

#: Its owner may read and write; nobody else may anything.
_OWNER_ONLY = 0o600


def make_private(path: Path) -> None:
    """Make an empty file that only its owner can read, whatever the umask; one that is there stays as it is.

    On Windows the folder's own rules decide.

    Raises:
        OSError: The folder is not there, or nothing can be written into it.
    """
    place = Path(os.path.realpath(path))  # a link to nowhere is a file that is not there
    try:
        made = os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
    except FileExistsError:
        return
    os.close(made)
    place.chmod(_OWNER_ONLY)  # a umask can take away what the owner needs
