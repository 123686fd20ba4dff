import pytest

from keycafe_clean.mock.imports import fail_next
from keycafe_clean.mock.worker import Worker
from tests.mock.files import FULL, SMARTBOX, file_of
from tests.mock.in_process import Practice


def test_worker_when_the_queue_is_empty(practice: Practice) -> None:
    """With nothing to do, the worker rests."""
    assert Worker(practice.service).step() is False


def test_worker_when_a_step_breaks_every_time(practice: Practice) -> None:
    """An import that breaks its step ten times is given up, and the next one has its turn."""
    broken = practice.client.upload(file_of(FULL))
    following = practice.client.upload(file_of(SMARTBOX))
    worker = Worker(practice.service)
    worker.step()

    for _ in range(10):
        practice.service.faults.crash_at_row = 2
        assert worker.step() is False
    practice.service.faults.crash_at_row = None
    while worker.step():
        pass

    found = practice.client.import_status(broken.id)
    assert (found.state, found.message) == (
        "failed",
        "The service made a mistake of its own. Try again in a few minutes.",
    )
    assert practice.client.import_status(following.id).state == "completed"


@pytest.mark.parametrize(("breaks", "state"), [(9, "completed"), (10, "failed")])
def test_an_import_has_ten_tries(practice: Practice, breaks: int, state: str) -> None:
    """What goes well at the tenth is done; after ten that went wrong it is given up."""
    accepted = practice.client.upload(file_of(FULL))
    worker = Worker(practice.service)
    worker.step()
    for _ in range(breaks):
        practice.service.faults.crash_at_row = 2
        worker.step()

    while worker.step():
        pass

    assert practice.client.import_status(accepted.id).state == state


def test_fail_next_when_the_queue_is_empty(practice: Practice) -> None:
    """With nothing in the queue, nothing is given up."""
    fail_next(practice.service, "No reason.")

    assert practice.client.imports() == []
