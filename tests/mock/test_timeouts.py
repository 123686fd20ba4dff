import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from types import SimpleNamespace

import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from keycafe_clean.mock.timeouts import CONNECTIONS, EXCHANGE_SECONDS, TimeLimitedProtocol
from keycafe_clean.mock.web_server import listening_on, serving

#: What an exchange may take in these tests, and how long they would wait for what never comes.
SHORT, LONG = 0.05, 10.0
ASKED = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
LAST = ASKED.replace(b"Host", b"Connection: close\r\nHost")


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with what was sent; at /never not at all."""
    if scope["path"] == "/never":
        await asyncio.Event().wait()
    body = await Request(scope, receive).body()
    await PlainTextResponse(body)(scope, receive, send)


@pytest.fixture
def place() -> Iterator[tuple[str, int]]:
    """Serve the app, with little time for each exchange."""
    with listening_on("127.0.0.1", 0) as listening, serving(app, listening, SHORT):
        yield listening.getsockname()


@pytest.fixture
def patient() -> Iterator[tuple[str, int]]:
    """Serve the app, with the time that it has in earnest."""
    with listening_on("127.0.0.1", 0) as listening, serving(app, listening):
        yield listening.getsockname()


def heard(connection: socket.socket) -> bytes:
    """Get what the server says until it ends the connection."""
    said = b""
    try:
        while more := connection.recv(1_000_000):
            said += more
    except ConnectionResetError:
        pass
    return said


@pytest.mark.parametrize(
    "sent",
    [b"", b"P", b"POST / HTTP/1.1\r\nHost: a\r\n", ASKED, ASKED + b"x", b"GET /never HTTP/1.1\r\nHost: a\r\n\r\n"],
    ids=["nothing", "a letter", "half a head", "a head", "half a body", "a request that is never answered"],
)
def test_a_connection_that_goes_no_further_is_cut(place: tuple[str, int], sent: bytes) -> None:
    """Whoever of the two is waited for."""
    with socket.create_connection(place, timeout=LONG) as connection:
        connection.sendall(sent)

        assert heard(connection) == b""


def test_a_request_in_time_is_answered(patient: tuple[str, int]) -> None:
    """Piece by piece, and one behind the other."""
    with socket.create_connection(patient, timeout=LONG) as connection:
        for piece in (ASKED[:9], ASKED[9:], b"hi", ASKED + b"ho" + LAST + b"he"):
            connection.sendall(piece)

        assert [response[-2:] for response in heard(connection).split(b"HTTP/1.1 200 OK")[1:]] == [b"hi", b"ho", b"he"]


def test_one_connection_too_many_is_closed(patient: tuple[str, int]) -> None:
    """The system's own bound is never reached; who is connected already is answered."""
    with ExitStack() as opened:
        connect = lambda: opened.enter_context(socket.create_connection(patient, timeout=LONG))  # noqa: E731
        first, *_ = [connect() for _ in range(CONNECTIONS)]

        assert heard(connect()) == b""
        first.sendall(LAST + b"hi")
        assert heard(first).endswith(b"hi")


class Wire(asyncio.Transport):
    """A connection that goes nowhere, and notes how it ended."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: list[str] = []

    def is_closing(self) -> bool:
        """Whether somebody has ended it."""
        return bool(self.ended)

    def close(self) -> None:
        """End it when everything has gone."""
        self.ended.append("closed")

    def abort(self) -> None:
        """End it at once."""
        self.ended.append("cut")


class Timer:
    """What rings when a test says so."""

    def __init__(self, seconds: float, ring: Callable[[], object]) -> None:
        self.seconds = seconds
        self.ring = ring
        self.is_cancelled = False

    def cancel(self) -> None:
        """Do not ring any more."""
        self.is_cancelled = True


class Loop:
    """A loop whose timers are kept, and ring by hand."""

    def __init__(self) -> None:
        self.timers: list[Timer] = []

    def call_later(self, seconds: float, ring: Callable[[], object]) -> Timer:
        """Keep a timer."""
        self.timers.append(Timer(seconds, ring))
        return self.timers[-1]

    def ends(self) -> list[Timer]:
        """Get the timers at which an exchange would be cut."""
        return [timer for timer in self.timers if timer.seconds == EXCHANGE_SECONDS and not timer.is_cancelled]


@pytest.fixture
def connected() -> tuple[TimeLimitedProtocol, Wire, Loop]:
    """Get a connection that was just made, without any network."""
    wire, loop = Wire(), Loop()
    protocol = TimeLimitedProtocol(uvicorn.Config(app, log_config=None), ServerState(), {}, loop)  # type: ignore[arg-type]
    protocol.connection_made(wire)
    return protocol, wire, loop


def answered(protocol: TimeLimitedProtocol, *, is_next_here: bool = False) -> None:
    """Let a response be complete; a further request may have come behind the first."""
    protocol.cycle = SimpleNamespace(response_complete=not is_next_here)  # type: ignore[assignment]
    protocol.on_response_complete()


def test_a_further_byte_gives_no_further_time(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """A letter now and then keeps no connection open."""
    protocol, wire, loop = connected
    for letter in (b"P", b"O", b"S"):
        protocol.data_received(letter)

    (only,) = loop.timers
    only.ring()

    assert wire.ended == ["cut"]


def test_between_two_requests_no_exchange_runs(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """The time of the one is not counted for the other."""
    protocol, _, loop = connected

    answered(protocol)

    assert loop.ends() == []


def test_a_request_behind_another_is_an_exchange(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """Its time begins when the response to the first is complete."""
    protocol, _, loop = connected

    answered(protocol, is_next_here=True)

    assert len(loop.ends()) == 1


def test_an_answer_that_is_on_its_way_is_still_an_exchange(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """A connection that closes when everything has gone is cut when nobody takes it."""
    protocol, wire, loop = connected
    wire.close()

    answered(protocol)
    loop.ends()[0].ring()

    assert wire.ended == ["closed", "cut"]


def test_an_answer_that_nobody_takes_is_not_kept(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """A connection that is closed between two requests has once more the time of an exchange to take what was sent."""
    protocol, wire, loop = connected
    answered(protocol)

    protocol.timeout_keep_alive_handler()
    loop.ends()[0].ring()

    assert wire.ended == ["closed", "cut"]


def test_a_connection_that_is_gone_is_forgotten(connected: tuple[TimeLimitedProtocol, Wire, Loop]) -> None:
    """Nothing rings for it any more."""
    protocol, _, loop = connected

    protocol.connection_lost(None)

    assert loop.ends() == []
