"""A web server in a thread, on a socket of this process."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

#: All headers of a request together.
_HEADER_BYTES = 16_384

_STARTING_SECONDS = 10


class NotStarted(Exception):
    """The mock cannot start; the message says why and what to do."""


@contextmanager
def listening_on(host: str, port: int) -> Iterator[socket.socket]:
    """Get a socket that is bound; made with IPPROTO_TCP, without which asyncio delays every answer by 40 ms.

    Raises:
        NotStarted: The port is taken, or the host is not this machine.
    """
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


@contextmanager
def serving(app: ASGIApp, listening: socket.socket) -> Iterator[None]:
    """Answer requests to a bound socket from a thread, until left."""
    config = uvicorn.Config(
        app,
        http="h11",
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
    thread.start()
    server.ready.wait(_STARTING_SECONDS)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(_STARTING_SECONDS)


class _Server(uvicorn.Server):
    """A web server that says when it answers."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()
