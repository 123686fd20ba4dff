"""One writer at a time: who works in the folder of a job, and since when."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from keycafe_clean.errors import OutputError
from keycafe_clean.write.held import take_lock
from keycafe_clean.write.manifest import analyst

#: The file that is locked; it says who has it and since when, and is empty when nobody has.
_NAME = "in-use"

#: The byte that is locked, behind all that is written: Windows lets nobody read a byte that somebody has locked.
_BEHIND = 1_000


class InUse(OutputError):
    """Somebody else has the folder: `who` and `since` (`2026-11-03 09:12`), blank where it is not said."""

    def __init__(self, folder: Path, who: str, since: str) -> None:
        super().__init__(
            f"{folder} is in use{_in_words(who, since)}. If a desk has it open, close its page; wait until a run has "
            "ended. Then start again."
        )
        self.who, self.since = who, since


@contextmanager
def writing(folder: Path) -> Iterator[str | None]:
    """Hold the folder of a job, so that nobody else writes in it, and give it back however the block ends.

    Yields a sentence where the last one who had it was stopped before the end, else None. InUse: somebody has it;
    the sentence says who and since when.
    """
    path = folder / _NAME
    lock = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        os.lseek(lock, _BEHIND, os.SEEK_SET)
        try:
            take_lock(lock)
        except OSError:
            raise InUse(folder, *_holder(path)) from None
        before = _in_words(*_holder(path))
        _write(lock, f"{analyst()}\n{datetime.now().astimezone():%Y-%m-%d %H:%M}\n")
        try:
            yield f"A run{before} was stopped before its end. Nothing of it is half-written." if before else None
        finally:
            # Whatever stops the block but the end of the process: nobody has the folder any more.
            _write(lock, "")
    finally:
        os.close(lock)


def said_holder(folder: Path) -> str:
    """Get who has the folder of a job and since when, as ` by ann since 2026-11-03 09:12`; blank: nobody.

    Whoever was stopped before the end is named too: what is asked here takes no lock.
    """
    return _in_words(*_holder(folder / _NAME))


def _write(lock: int, text: str) -> None:
    os.ftruncate(lock, 0)
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, text.encode())


def _holder(path: Path) -> tuple[str, str]:
    """Get who has the folder and since when; blank where it is not said."""
    with suppress(OSError, ValueError):
        who, since = path.read_text(encoding="utf-8").splitlines()
        return who or "somebody", since
    return "", ""


def _in_words(who: str, since: str) -> str:
    """Get who has the folder and since when as a part of a sentence; blank where it is not said."""
    return f" by {who} since {since}" if since else ""
