"""A deadline for a whole request: a service that sends a byte every few seconds holds nobody for ever.

httpx2 bounds each read and each write, however many there are. Here each of them gets no more than what is left of the
time for all of them.
"""

import ssl
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpx2
from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream

#: So much is written at a time: between two writes the deadline is looked at.
_WRITTEN_BYTES = 16_384


class DeadlinePassed(httpx2.TimeoutException):
    """The whole of a request took too long."""


class Deadline(threading.local):
    """The moment at which the present request must be over; each thread that asks has its own."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends = float("inf")

    def start(self, seconds: float) -> None:
        """Give the request that begins so many seconds."""
        self._ends = self._clock() + seconds

    def left(self, at_most: float | None) -> float:
        """Get the seconds that the next step may take.

        Raises:
            DeadlinePassed: None are left.
        """
        left = self._ends - self._clock()
        if left <= 0:
            raise DeadlinePassed("the deadline has passed")
        return left if at_most is None else min(left, at_most)


def hold_to(deadline: Deadline, http: httpx2.Client) -> None:
    """Hold everything that a client sends and receives over a network to a deadline, by a proxy or not.

    A transport that is no network (a test's own) stays as it is.
    """
    for transport in (http._transport, *http._mounts.values()):  # noqa: SLF001 -- httpx2 has no public way to its network
        if isinstance(transport, httpx2.HTTPTransport):
            pool = transport._pool  # noqa: SLF001 -- as above
            pool._network_backend = _Network(pool._network_backend, deadline)  # noqa: SLF001 -- as above


class _Network(NetworkBackend):
    """A network whose connections are held to a deadline."""

    def __init__(self, network: NetworkBackend, deadline: Deadline) -> None:
        self._network = network
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Get a connection to a host, within what is left of the time."""
        stream = self._network.connect_tcp(host, port, self._deadline.left(timeout), local_address, socket_options)
        return _Stream(stream, self._deadline)

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds, or what is left of the time."""
        self._network.sleep(self._deadline.left(seconds))


class _Stream(NetworkStream):
    """A connection that is held to a deadline."""

    def __init__(self, stream: NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Get what comes, within what is left of the time."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send the bytes, within what is left of the time."""
        for start in range(0, len(buffer), _WRITTEN_BYTES):
            self._stream.write(buffer[start : start + _WRITTEN_BYTES], self._deadline.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Get the connection encrypted, within what is left of the time."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 -- as httpcore2's own
        """Get what the connection says of itself."""
        return self._stream.get_extra_info(info)
