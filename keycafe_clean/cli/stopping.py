"""A command that is told to stop: Ctrl+C, TERM and HUP unwind it alike, once. Imports next to nothing."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer, main_thread
from types import FrameType

from keycafe_clean.exit_codes import UNUSABLE

#: What is said when nothing was written yet, or nothing half.
STOPPED = "Stopped. Nothing half-written was left behind."

#: Seconds in which further signals do nothing. Cleaning up takes less; what a library swallowed can be sent again.
_IGNORED_SECONDS = 5

#: Seconds until a stop that was lost is asked for again.
_RETRY_SECONDS = 0.02

#: Windows has no HUP, but its own way to close a console.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


class Stop(KeyboardInterrupt):
    """A signal asks to stop. Python would end a process by SIGINT, whatever it exits with, after the bare exception."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let whatever asks the block to stop end it as Ctrl+C does: it cleans up, says one sentence, and exits with 2.

    What was told not to heed a signal (`nohup`) does not.
    """
    heeded = [one for one in SIGNALS if signal.getsignal(one) != signal.SIG_IGN]
    stopper, hook = _Stopper(), sys.unraisablehook
    sys.unraisablehook = stopper.lost
    for one in heeded:
        signal.signal(one, stopper.stop)
    try:
        yield
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)  # noqa: T201 - stderr is where a command says why it stopped
        sys.exit(UNUSABLE)
    finally:
        sys.unraisablehook = hook
        # Nothing is left to clean up: a signal may end the process at once and quietly, unless it ends by one already.
        for one in heeded:
            signal.signal(one, signal.SIG_IGN if stopper.was_asked else signal.SIG_DFL)


class _Stopper:
    """Stops at the first signal; those that follow in a few seconds would break the cleaning up."""

    def __init__(self) -> None:
        self.was_asked = False
        self._ignored_until = 0.0

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Raise `Stop` where the program is."""
        self.was_asked, now = True, time.monotonic()
        if now >= self._ignored_until:
            self._ignored_until = now + _IGNORED_SECONDS
            raise Stop

    def lost(self, what: "sys.UnraisableHookArgs") -> None:
        """Ask once more, a moment later, where Python could not hand the exception on (while it frees an object)."""
        if not isinstance(what.exc_value, Stop):
            sys.__unraisablehook__(what)
            return
        self._ignored_until = 0.0
        Timer(_RETRY_SECONDS, _ask_again).start()


def _ask_again() -> None:
    """Send what Ctrl+C sends to the thread that heeds it, also while it waits."""
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)
