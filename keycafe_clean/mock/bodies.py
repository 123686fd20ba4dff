"""What a request may send besides a file: a bound on it, held before a route sees any of it."""

from collections import deque
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from keycafe_clean.mock.refusals import request_too_large

#: The largest body that is no upload. What is sent to these addresses has less than a hundred bytes.
MAX_BYTES = 16_384

#: How many bytes of a body that is too large are still read and thrown away, so that the sender hears the response.
DRAINED_BYTES = 16 * 1024 * 1024

#: Uploads are bounded by the policy, while they stream in (`uploads`).
UPLOAD_PATHS = frozenset({"/mock/imports", "/imports"})

#: Methods whose bodies nobody here reads.
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class BodyLimitMiddleware:
    """An ASGI application whose requests, uploads aside, have bodies of at most MAX_BYTES, stated length or not."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request.

        Raises:
            Refusal: Its body is too large.
        """
        if scope["path"] not in UPLOAD_PATHS and scope["method"] not in _WITHOUT_BODY:
            receive = await _bounded(scope, receive)
        await self.app(scope, receive, send)


async def drain(receive: Receive, message: Message) -> None:
    """Read what follows a message and throw it away, up to a bound."""
    drained = 0
    while message.get("more_body") and drained < DRAINED_BYTES:
        message = await receive()
        drained += len(message.get("body", b""))


async def _bounded(scope: Scope, receive: Receive) -> Receive:
    """Get a body, which is kept here, in the form in which a route receives it."""
    if _stated_length(scope) > MAX_BYTES:
        raise request_too_large(MAX_BYTES)
    kept: deque[Message] = deque()
    size = 0
    while not kept or kept[-1].get("more_body"):
        kept.append(await receive())
        size += len(kept[-1].get("body", b""))
        if size > MAX_BYTES:
            await drain(receive, kept[-1])
            raise request_too_large(MAX_BYTES)
    return _again(kept, receive)


def _stated_length(scope: Scope) -> int:
    """Get the length that a request states; 0 where it states none, or none that the server would go by."""
    stated = Headers(scope=scope).get("content-length", "")
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _again(kept: deque[Message], receive: Receive) -> Receive:
    async def receiving() -> Message:
        """Get what was read before, then the rest."""
        return kept.popleft() if kept else await receive()

    return receiving
