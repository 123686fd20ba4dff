"""Faults on demand: what servers and networks do to people, switched on by our own tests."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from keycafe_clean.mock.file_rows import ImportRow
from keycafe_clean.mock.refusals import Refusal

#: "60 requests/min; exceeding: all requests 429 for 1 minute" (Keycafe's public API).
REQUESTS_PER_MINUTE = 60
_MINUTE = 60.0


class WorkerCrash(Exception):
    """The worker dies in the middle of a transaction."""


@dataclass
class Faults:
    """What goes wrong, until it is switched off again; nothing, by default.

    `slow_seconds` is how many seconds each request waits; `pause` does the waiting. `refusals` are what the next
    requests are answered, one each, for example `error.unknown`. `drop` cuts the connection of the next request, before
    or after it is dealt with. `crash_at_row` lets the worker die once, at the row a spreadsheet shows. `rate_limit`
    switches Keycafe's limit of requests on; `seconds` is the clock it goes by.
    """

    slow_seconds: float = 0
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    refusals: deque[str] = field(default_factory=deque)
    drop: Literal["before commit", "after commit"] | None = None
    crash_at_row: int | None = None
    rate_limit: bool = False
    seconds: Callable[[], float] = time.monotonic
    _asked: deque[float] = field(default_factory=deque, init=False)
    _refused_until: float = field(default=float("-inf"), init=False)

    def passing(self, rows: Iterable[ImportRow]) -> Iterator[ImportRow]:
        """Yield rows in order, up to the one at which the worker dies.

        Raises:
            WorkerCrash: It dies.
        """
        for row in rows:
            if row.row == self.crash_at_row:
                self.crash_at_row = None
                raise WorkerCrash
            yield row

    def check(self) -> None:
        """Refuse a request whose turn it is.

        Raises:
            Refusal: The one that was asked for, or too many requests.
        """
        if self.refusals:
            raise Refusal(self.refusals.popleft(), "This is a fault that was asked for. Switch it off to go on.")
        if self.rate_limit and self._is_too_often(self.seconds()):
            raise Refusal("request.tooMany", "More than 60 requests came in a minute. Wait a minute, and try again.")

    def _is_too_often(self, now: float) -> bool:
        if now < self._refused_until:
            return True
        self._asked.append(now)
        while self._asked[0] <= now - _MINUTE:
            self._asked.popleft()
        if len(self._asked) <= REQUESTS_PER_MINUTE:
            return False
        self._asked.clear()
        self._refused_until = now + _MINUTE
        return True


@dataclass(frozen=True)
class FaultMiddleware:
    """An ASGI application behind its faults."""

    app: ASGIApp
    faults: Faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or fail as was asked for.

        Raises:
            Refusal: One was asked for, or there are too many requests.
        """
        if self.faults.slow_seconds > 0:
            await self.faults.pause(self.faults.slow_seconds)
        self.faults.check()
        drop, self.faults.drop = self.faults.drop, None
        if drop == "after commit":
            await self.app(scope, receive, _unheard)
        if drop is None:
            await self.app(scope, receive, send)
        else:
            await _break_off(send)


async def _unheard(_: Message) -> None:
    """Let a response go nowhere."""


async def _break_off(send: Send) -> None:
    """Begin a response and leave it at that: the server closes the connection."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
