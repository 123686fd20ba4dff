from itertools import count

import httpcore2
import httpx2
import pytest

from keycafe_clean import errors
from keycafe_clean.client import KeycafeClient
from keycafe_clean.client.deadline import Deadline, DeadlinePassed
from tests.client.services import URL

ANSWER = b'HTTP/1.1 200 OK\r\nContent-Length: 59\r\n\r\n{"email":"ann@example.com","confirmed":true,"plan":"paid"}  '


def client_hearing(pieces: list[bytes], seconds: float) -> KeycafeClient:
    """Get a client whose network brings these pieces, and whose clock goes on so much with every look at it."""
    ticks = count(0.0, seconds)
    transport = httpx2.HTTPTransport()
    transport._pool._network_backend = httpcore2.MockBackend(pieces)
    return KeycafeClient(URL, "ann@example.com", "t", transport, clock=lambda: next(ticks))


def test_a_response_in_pieces_is_read() -> None:
    """As long as all of them come in time."""
    with client_hearing([ANSWER[start : start + 1] for start in range(len(ANSWER))], 0.5) as client:
        assert client.account().plan == "paid"


@pytest.mark.parametrize(
    "pieces", [[b"H"] * 999, [ANSWER[:42], *[b" "] * 999], [b"HTTP/1.1 100 Continue\r\n\r\n"] * 999]
)
def test_a_service_that_drips_is_left(pieces: list[bytes]) -> None:
    """Each byte comes in time, and the response never: in its head, in its body, and before it."""
    with client_hearing(pieces, 5.0) as client, pytest.raises(errors.ServiceUnavailable) as failed:
        client.account()

    assert str(failed.value) == f"{URL} did not end its answer within 120 seconds. Try again in a few minutes."


def test_a_service_that_takes_a_file_slowly_is_left() -> None:
    """Two megabytes are sent piece by piece, and the time is looked at between them."""
    with client_hearing([], 5.0) as client, pytest.raises(errors.ServiceUnavailable) as failed:
        client.upload(b"x" * 2_000_000)

    assert str(failed.value) == f"{URL} did not end its answer within 120 seconds. Try again in a few minutes."


@pytest.mark.parametrize(("now", "at_most", "left"), [(0.0, 10.0, 10.0), (95.0, 10.0, 5.0), (40.0, None, 60.0)])
def test_a_step_gets_what_is_left(now: float, at_most: float | None, left: float) -> None:
    """And no more than its own bound."""
    seconds = iter([0.0, now])
    deadline = Deadline(lambda: next(seconds))
    deadline.start(100.0)

    assert deadline.left(at_most) == left


@pytest.mark.parametrize("now", [100.0, 101.0])
def test_a_step_after_the_deadline_is_none(now: float) -> None:
    """Not even one of no time at all, which a socket would take for one without a bound."""
    seconds = iter([0.0, now])
    deadline = Deadline(lambda: next(seconds))
    deadline.start(100.0)

    with pytest.raises(DeadlinePassed):
        deadline.left(10.0)
