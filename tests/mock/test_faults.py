from collections import deque

import pytest

from keycafe_clean import errors
from keycafe_clean.mock.faults import Faults, WorkerCrash
from keycafe_clean.mock.imports import run_next
from keycafe_clean.mock.refusals import Refusal
from tests.mock.files import FULL, file_of, people
from tests.mock.in_process import Practice


def test_faults_when_the_service_fails(practice: Practice) -> None:
    """A service that fails with 500 is not available, and says so in a sentence."""
    practice.service.faults.refusals = deque(["error.unknown"])

    with pytest.raises(errors.ServiceUnavailable) as failed:
        practice.client.limit()

    assert str(failed.value) == "http://127.0.0.1 failed with status 500. Try again in a few minutes."


def test_faults_when_asked_too_often(practice: Practice) -> None:
    """A client that is refused for its rate waits a minute, and goes on."""
    practice.service.faults.refusals = deque(["request.tooMany"])

    assert practice.client.limit().left == 1_000
    assert practice.pauses == [60]


def test_faults_when_asked_too_often_again(practice: Practice) -> None:
    """A client that is still refused after its minute says so."""
    practice.service.faults.refusals = deque(["request.tooMany"] * 2)

    with pytest.raises(errors.TooManyRequests) as refused:
        practice.client.limit()

    assert str(refused.value) == "This is a fault that was asked for. Switch it off to go on."


@pytest.mark.parametrize(("slow_seconds", "expected"), [(0, []), (0.5, [0.5, 0.5])])
def test_faults_when_the_service_is_slow(practice: Practice, slow_seconds: float, expected: list[float]) -> None:
    """Each request waits as long as it should; none waits where nothing was asked for."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    practice.service.faults.pause, practice.service.faults.slow_seconds = pause, slow_seconds
    practice.client.limit()
    practice.client.limit()

    assert pauses == expected


def refused(faults: Faults, requests: int) -> list[bool]:
    """Get which of some requests are refused."""
    return [is_refused(faults) for _ in range(requests)]


def is_refused(faults: Faults) -> bool:
    """Whether the next request is refused."""
    try:
        faults.check()
    except Refusal:
        return True
    return False


def test_rate_limit() -> None:
    """Sixty requests a minute pass; after the next one, every request is refused for a minute."""
    seconds = [0.0]
    faults = Faults(rate_limit=True, seconds=lambda: seconds[0])

    assert refused(faults, 62) == [False] * 60 + [True] * 2
    seconds[0] = 59.0
    assert refused(faults, 1) == [True]
    seconds[0] = 60.0
    assert refused(faults, 61) == [False] * 60 + [True]


def test_rate_limit_says_what_to_do() -> None:
    """The sentence names the limit and the wait."""
    faults = Faults(rate_limit=True, seconds=lambda: 0.0)
    refused(faults, 60)

    with pytest.raises(Refusal) as told:
        faults.check()

    assert (told.value.error_id, str(told.value)) == (
        "request.tooMany",
        "More than 60 requests came in a minute. Wait a minute, and try again.",
    )


def test_rate_limit_when_requests_are_spread() -> None:
    """A request a second is never too often."""
    seconds = iter(range(1_000))
    faults = Faults(rate_limit=True, seconds=lambda: float(next(seconds)))

    assert not any(refused(faults, 500))


def test_worker_when_it_crashes_at_a_row(practice: Practice) -> None:
    """A worker that dies in the middle leaves nothing of its stretch, and the next one does it all."""
    accepted = practice.client.upload(file_of(*people(10), FULL))
    practice.service.faults.crash_at_row = 7
    run_next(practice.service)

    with pytest.raises(WorkerCrash):
        run_next(practice.service)

    assert (practice.client.import_status(accepted.id).done, practice.client.users("invited")) == (0, [])
    practice.work()
    assert practice.client.import_status(accepted.id).added == 11


@pytest.mark.parametrize(("now", "is_refused_then"), [(59.9, True), (60.0, False), (60.1, False)])
def test_rate_limit_counts_a_minute(now: float, *, is_refused_then: bool) -> None:
    """What was asked a minute ago counts no more; a moment earlier it does."""
    seconds = [0.0]
    faults = Faults(rate_limit=True, seconds=lambda: seconds[0])
    refused(faults, 60)

    seconds[0] = now

    assert is_refused(faults) == is_refused_then
