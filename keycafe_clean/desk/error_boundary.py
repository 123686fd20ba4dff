"""The boundary at which exceptions become sentences: nothing that goes wrong in an action vanishes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from traceback import extract_tb
from typing import Concatenate, ParamSpec

from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.errors import KeycafeCleanError

Given = ParamSpec("Given")
Action = Callable[Concatenate[DeskState, Given], None]


def error_boundary(action: Action[Given]) -> Action[Given]:
    """Get the action with `state.message` set to why it stopped, and empty while it goes well.

    An unknown exception becomes one sentence with the place in our code, never with what it says: that may be about
    people.
    """

    @wraps(action)
    def within(state: DeskState, /, *args: Given.args, **kwargs: Given.kwargs) -> None:
        """Do the action, and say what stopped it."""
        state.update(message="", requested_action="")
        try:
            action(state, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 - Jupyter swallows what a callback or thread raises
            state.message = in_words(error)

    return within


def in_words(error: Exception) -> str:
    """Get the sentence about an exception; of one that nobody foresaw the place in our code, never what it says."""
    if isinstance(error, KeycafeCleanError):
        return str(error)
    if isinstance(error, OSError):
        return text("stopped.disk", why=error.strerror or type(error).__name__)
    return text("stopped.unexpected", place=_place(error))


@contextmanager
def doing(state: DeskState, busy: str) -> Iterator[None]:
    """Say what goes on for as long as it does."""
    state.update(busy=busy, has_next=False)
    try:
        yield
    finally:
        state.update(busy="", has_next=False)


def _place(error: Exception) -> str:
    """Get where an exception came from in our code: `plan.py, line 68`."""
    ours = [frame for frame in extract_tb(error.__traceback__) if "keycafe_clean" in Path(frame.filename).parts]
    return f"{Path(ours[-1].filename).name}, line {ours[-1].lineno}"
