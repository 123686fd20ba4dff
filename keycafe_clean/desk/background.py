"""Where long work runs, so that the page answers meanwhile."""

from collections.abc import Callable
from threading import Thread

#: Starts work and returns: at once where it runs beside the page, when it is done where it does not.
Start = Callable[[Callable[[], None]], None]


def in_background(work: Callable[[], None]) -> None:
    """Start the work beside the page. It ends with the desk's process, whatever it is at."""
    Thread(target=work, name="keycafe-desk", daemon=True).start()
