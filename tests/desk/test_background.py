from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread, current_thread

from keycafe_clean.desk.background import one_after_another


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
