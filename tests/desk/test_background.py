from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread, current_thread

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.background import heard, one_after_another
from keycafe_clean.desk.error_boundary import doing
from keycafe_clean.desk.state import DeskState


def done_by(*desks: Callable[[Callable[[], None]], None]) -> list[Thread]:
    """Get the thread in which each desk does work that was asked for here."""
    threads: SimpleQueue[Thread] = SimpleQueue()
    found = []
    for start in desks:
        start(lambda: threads.put(current_thread()))
        found.append(threads.get(timeout=10))
    return found


def test_asking_does_not_wait_for_the_work() -> None:
    """Whoever clicks goes on at once; here the work itself waits for what comes after the click."""
    clicked, done = Event(), Event()

    one_after_another()(lambda: done.set() if clicked.wait(10) else None)
    clicked.set()

    assert done.wait(10)


def test_a_desk_does_all_its_work_in_one_place() -> None:
    """Nothing of one desk ever runs beside other work of the same desk."""
    start = one_after_another()

    first, second = done_by(start, start)

    assert first is second is not current_thread()


def test_two_desks_do_not_wait_for_each_other() -> None:
    """Each has a place of its own."""
    first, second = done_by(one_after_another(), one_after_another())

    assert first is not second


def test_work_does_not_keep_the_program_alive() -> None:
    """Work ends with the process."""
    (thread,) = done_by(one_after_another())

    assert thread.daemon


def reading(state: DeskState, *pressed: Callable[[], None]) -> list[str]:
    """Press while a file is read, and get what the status said before and after each."""
    work: list[Callable[[], None]] = []
    press = heard(state, work.append)
    with doing(state, "Reading a.csv."):
        said = [state.status]
        for act in pressed:
            press(act)
            said.append(state.status)
    for act in work:
        act()
    return said


def test_what_is_pressed_while_something_goes_on_is_heard(state: DeskState) -> None:
    """The status says at once that it comes next."""
    assert reading(state, lambda: None) == ["Reading a.csv.", "Reading a.csv. What you pressed comes next."]


def test_what_was_pressed_meanwhile_is_done(state: DeskState) -> None:
    """In its order, and nothing is next any more."""
    did: list[int] = []

    reading(state, lambda: did.append(1), lambda: did.append(2))

    assert (did, state.has_next, state.status) == ([1, 2], False, "")


def test_of_what_is_pressed_while_nothing_goes_on_nothing_is_said(state: DeskState) -> None:
    """It is done at once."""
    heard(state, lambda work: work())(lambda: None)

    assert (state.has_next, state.status) == (False, "")


@pytest.mark.parametrize("step", ["file", "plan"])
def test_why_a_file_was_not_read_stays_said(state: DeskState, step: str) -> None:
    """Whatever was pressed meanwhile comes of it, and whether or not it can be had."""
    work: list[Callable[[], None]] = []
    with doing(state, "Reading a.csv."):
        heard(state, work.append)(lambda: actions.go(state, step))
        state.message = "a.csv is empty."

    work.pop()()

    assert state.status == "a.csv is empty."
