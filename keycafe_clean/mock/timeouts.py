"""HTTP whose exchanges end: a connection that sends nothing, or a letter now and then, is not waited for.

uvicorn bounds the time between two requests (five seconds) and the size of a head, but neither the time that a request
takes to come nor that a response takes to go. One bound on both together is the smallest that holds them all.
"""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

#: From the first moment of a connection, or the first byte of a further request, to the end of the response. Two
#: megabytes take half of it on a line of half a megabit a second.
EXCHANGE_SECONDS = 60.0

#: Connections at one time; more are closed at once, long before the system runs out of them.
CONNECTIONS = 200


class TimeLimitedProtocol(H11Protocol):
    """A connection that is cut when an exchange takes too long."""

    seconds = EXCHANGE_SECONDS
    _end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin with the first exchange; one connection too many has none."""
        super().connection_made(transport)
        self._begin()
        if len(self.connections) > CONNECTIONS:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Take what comes, as part of the exchange that it belongs to."""
        self._begin()
        super().data_received(data)

    def on_response_complete(self) -> None:
        """End the exchange, unless the response has yet to go; a request that came in the meantime is another."""
        if not self.transport.is_closing():
            self._finish()
        super().on_response_complete()
        if not self.cycle.response_complete:
            self._begin()

    def timeout_keep_alive_handler(self) -> None:
        """Close the connection; who does not take what was sent is waited for once more, and no longer."""
        super().timeout_keep_alive_handler()
        self._begin()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let the connection go."""
        self._finish()
        super().connection_lost(exc)

    def _begin(self) -> None:
        if self._end is None:
            self._end = self.loop.call_later(self.seconds, self.transport.abort)

    def _finish(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None


def time_limited_protocol(seconds: float) -> type[TimeLimitedProtocol]:
    """Get the protocol whose exchanges take at most so many seconds."""
    return type("TimeLimited", (TimeLimitedProtocol,), {"seconds": seconds})
