"""Folders that are gone with their process, or are found and removed by a later one.

Each holds a lock in itself. The system gives a lock back when its process ends, however it ends: a folder whose lock
can be had belongs to nobody any more.
"""

import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from pathlib import Path
from tempfile import gettempdir

from keycafe_clean.write.private import make_private

#: What our folders are called: one in whose place a run is written, one where an import is practised.
ASIDE, PRACTICE = ".keycafe-clean-", "keycafe-practice-"

#: The file in each of them that is locked.
_LOCK = "held-by-a-run"

#: For so many seconds a folder with nothing in it is left alone: its run may be about to lock it.
_BEGINNING = 5


@contextmanager
def held_folder(place: Path, prefix: str) -> Iterator[Path]:
    """Make a folder in `place` that its owner alone can read, and remove it in the end, whatever stops the block.

    OSError: nothing can be written there.
    """
    lock: int | None = None
    folder = place / f"{prefix}{secrets.token_hex(8)}"
    try:
        make_private(folder)
        lock = _opened(folder)
        # A file system without locks: then nobody can have this one either, and nobody removes the folder.
        with suppress(OSError):
            take_lock(lock)
        yield folder
    finally:
        _remove(folder, lock)


def practice_folder() -> AbstractContextManager[Path]:
    """Make the folder in which an import is practised, where this computer keeps what is temporary."""
    return held_folder(Path(gettempdir()), PRACTICE)


def remove_left_behind(place: Path, prefix: str) -> list[date]:
    """Remove the folders of this user in `place` whose run was killed, and get the (local) day of each, by folder name.

    Links, folders of others and of runs that are still going on are not touched.
    """
    try:
        folders = sorted(folder for folder in place.iterdir() if folder.name.startswith(prefix))
    except OSError:
        return []
    return [day for folder in folders if (day := _removed(folder)) is not None]


def _removed(folder: Path) -> date | None:
    """Remove a folder that nobody holds, and get the day of its run; None: it is none of ours, or held."""
    try:
        if not _is_ours(folder) or _is_beginning(folder):
            return None
        day = date.fromtimestamp(folder.lstat().st_mtime)  # noqa: DTZ012 - the analyst's own day
        _remove(folder, _locked(folder))
    except OSError:
        return None
    return None if folder.exists() else day


def _is_ours(folder: Path) -> bool:
    """Tell whether it is a folder, no link, of this user."""
    about = folder.lstat()
    return stat.S_ISDIR(about.st_mode) and (sys.platform == "win32" or about.st_uid == os.geteuid())


def _is_beginning(folder: Path) -> bool:
    """Tell whether it was made just now, and has nothing of anybody in it."""
    others = [path for path in folder.iterdir() if path.name != _LOCK]
    return not others and time.time() - folder.lstat().st_mtime < _BEGINNING


def _opened(folder: Path) -> int:
    return os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _locked(folder: Path) -> int:
    """Open and lock the lock of a folder, until it is closed. OSError: somebody holds it."""
    lock = _opened(folder)
    try:
        take_lock(lock)
    except OSError:
        os.close(lock)
        raise
    return lock


if sys.platform == "win32":
    import msvcrt

    def take_lock(lock: int) -> None:
        """Lock an open file until it is closed. OSError: somebody else has it."""
        msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def take_lock(lock: int) -> None:
        """Lock an open file until it is closed. OSError: somebody else has it."""
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _remove(folder: Path, lock: int | None) -> None:
    """Remove a folder; whatever interrupts that, once more."""
    try:
        _remove_once(folder, lock)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _remove_once(folder: Path, lock: int | None) -> None:
    # Windows removes no file that is open; until the last moment the lock tells others that the folder is not theirs.
    for path in folder.glob("*") if lock is not None else ():
        if path.name != _LOCK:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    if lock is not None:
        os.close(lock)
    shutil.rmtree(folder, ignore_errors=True)
