"""Where work runs, so that the page answers meanwhile and nothing gets in the way of anything else."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

#: Takes work to do; when it returns the work may be done, going on, or still to come.
Start = Callable[[Callable[[], None]], None]


def one_after_another() -> Start:
    """Get a start that does its work beside the page, in the order in which it was asked for.

    What is clicked while a file is read waits for the file. Work ends with the desk's process, whatever it is at.
    """
    asked: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def work() -> None:
        """Do what was asked for, for as long as the desk lives."""
        while True:
            asked.get()()

    Thread(target=work, name="keycafe-desk", daemon=True).start()
    return asked.put
