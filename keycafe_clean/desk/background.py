"""Where work runs, so that the page answers meanwhile and nothing gets in the way of anything else."""

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Thread

from keycafe_clean.desk.state import DeskState

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


def heard(state: DeskState, start: Start) -> Start:
    """Get a start that says of what is asked for while something goes on that it comes next, and does it then."""

    def ask(work: Callable[[], None]) -> None:
        """Start the work, and say so where it has to wait."""
        if state.busy:
            state.has_next = True
            start(partial(_do_next, state, work))
        else:
            start(work)

    return ask


def _do_next(state: DeskState, work: Callable[[], None]) -> None:
    """Do what was pressed meanwhile; what stopped the work before it stays said, also where this cannot be had."""
    stopped = state.message
    work()
    if stopped:
        state.update(message=state.message or stopped, requested_action="")
