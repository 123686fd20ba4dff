"""A command that is told to stop: Ctrl+C, TERM and HUP unwind it alike, once. Imports next to nothing."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: What is said when nothing was written yet, or nothing half.
STOPPED = "Stopped. Nothing half-written was left behind."

#: The exit code of a command that was stopped.
UNUSABLE = 2

#: Seconds in which further signals do nothing. Cleaning up takes less; a signal that a library lost can be sent again.
_DEAF = 5

#: Windows has no HUP, but its own way to close a console.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


@contextmanager
def stoppable() -> Iterator[None]:
    """Let whatever asks the block to stop end it as Ctrl+C does: it cleans up, says one sentence, and exits with 2.

    What was told not to heed a signal (`nohup`) does not.
    """
    heeded = [one for one in SIGNALS if signal.getsignal(one) != signal.SIG_IGN]
    stop = _Handler()
    for one in heeded:
        signal.signal(one, stop)
    try:
        yield
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)  # noqa: T201 - stderr is where a command says why it stopped
        sys.exit(UNUSABLE)
    finally:
        # Nothing is left to clean up: from here on a signal may end the process at once, and quietly.
        for one in heeded:
            signal.signal(one, signal.SIG_DFL)


class _Handler:
    """Interrupts at the first signal; those that follow in a few seconds would break the cleaning up."""

    def __init__(self) -> None:
        self._deaf_until = 0.0

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if now >= self._deaf_until:
            self._deaf_until = now + _DEAF
            raise KeyboardInterrupt
