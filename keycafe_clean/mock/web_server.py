"""A web server in a thread, on a socket of this process."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from keycafe_clean.mock.timeouts import EXCHANGE_SECONDS, time_limited_protocol

#: All headers of a request together. Those of a browser are about one thousand bytes; uvicorn itself would take 65,536.
_HEADER_BYTES = 16_384

#: To start and to stop: it takes a fraction of a second, and a computer that is busy may need many times that.
_STARTING_SECONDS = 10

#: Ports have sixteen bits.
_LAST_PORT = 65_535


class NotStarted(Exception):
    """The mock cannot start; the message says why and what to do."""


@contextmanager
def listening_on(host: str, port: int) -> Iterator[socket.socket]:
    """Get a socket that is bound; made with IPPROTO_TCP, without which asyncio delays every response by 40 ms.

    Raises:
        NotStarted: The port is none or taken, or the host is none, not known, or not this machine.
    """
    _check_place(host, port)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        # On Windows it would let two programs listen on one port.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(sys.platform != "win32"))
        try:
            listening.bind((host, port))
        except OSError:
            raise NotStarted(
                f"Port {port} of {host} cannot be used. Stop what uses it, or choose another port."
            ) from None
        yield listening


def _check_place(host: str, port: int) -> None:
    """Refuse what a socket would take for something else, or not say in a sentence."""
    if not host.strip():  # to a socket, no host is every host
        raise NotStarted("There is no host to listen on. Use 127.0.0.1: then only this computer can reach it.")
    if not 0 <= port <= _LAST_PORT:
        raise NotStarted(f"There is no port {port}. Choose one from 1 to {_LAST_PORT}, or 0 for any free one.")
    try:
        socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)
    except (OSError, ValueError):  # ValueError: a name that no network could have
        raise NotStarted(
            f"The host {host} is not known here. Use 127.0.0.1, or an IPv4 address of this computer."
        ) from None


@contextmanager
def serving(app: ASGIApp, listening: socket.socket, seconds: float = EXCHANGE_SECONDS) -> Iterator[None]:
    """Answer requests to a bound socket from a thread, until left; `seconds` is the most that one may take."""
    config = uvicorn.Config(
        app,
        http=time_limited_protocol(seconds),
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_HEADER_BYTES,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="keycafe-mock", daemon=True)
    try:
        thread.start()
        server.ready.wait(_STARTING_SECONDS)
        yield
    finally:
        server.should_exit = True
        if thread.is_alive():  # not where starting it was interrupted
            thread.join(_STARTING_SECONDS)


class _Server(uvicorn.Server):
    """A web server that says when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, and say so."""
        await super().startup(sockets)
        self.ready.set()
