"""Files and folders that their owner alone can read, whatever the umask says."""

import os
import sys
from contextlib import suppress
from pathlib import Path

#: Write only what is new, and never through a link; Windows has bytes and text, and no such links.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)

#: Its owner may read and write a file, and open a folder; nobody else may anything.
_FILE, _FOLDER = 0o600, 0o700


def write_private(path: Path, data: bytes) -> None:
    """Write a new file of mode 0600, to the disk itself: whole or not at all.

    FileExistsError: there is one. OSError: the disk is full, or the place cannot be written.
    """
    new = os.open(path, _NEW, _FILE)
    try:
        with os.fdopen(new, "wb") as file:
            # A umask may have taken the owner's own rights away.
            if sys.platform != "win32":
                os.fchmod(new, _FILE)
            file.write(data)
            file.flush()
            os.fsync(new)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def make_private(folder: Path) -> None:
    """Make a new folder of mode 0700. FileExistsError: there is one. OSError: it cannot be made there.

    On Windows Python makes it for this user, administrators and the system alone, and what is made in it has its
    rights; before 3.11.10, 3.12.4 and 3.13 those of the folder around hold (`os.mkdir`).
    """
    folder.mkdir(_FOLDER)
    folder.chmod(_FOLDER)


def make_parents(folder: Path) -> None:
    """Make whatever is missing on the way to `folder`, each of mode 0700; what is there stays as it is."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    for parent in reversed(missing):
        # Another run may be making the same one.
        with suppress(FileExistsError):
            make_private(parent)
