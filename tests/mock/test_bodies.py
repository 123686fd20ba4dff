import asyncio
from collections.abc import Iterator

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from keycafe_clean.mock.bodies import MAX_BYTES, UPLOAD_PATHS, BodyLimitMiddleware, drain
from keycafe_clean.mock.refusals import Refusal
from tests.mock.in_process import URL, InProcess, Practice


async def size_of_body(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer how long the body was."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


def chunks(size: int) -> Iterator[bytes]:
    """Yield a body without a stated length."""
    yield from (b"x" * 1_000 for _ in range(size // 1_000))
    yield b"x" * (size % 1_000)


def put(content: bytes | Iterator[bytes], path: str = "/mock/clock", method: str = "PUT") -> httpx2.Response:
    """Send a body through the bound."""
    with httpx2.Client(base_url=URL, transport=InProcess(BodyLimitMiddleware(size_of_body))) as http:
        return http.request(method, path, content=content)


@pytest.mark.parametrize("size", [0, 1, MAX_BYTES])
def test_a_body_up_to_the_bound_arrives_whole(size: int) -> None:
    """With its length stated or not."""
    assert (put(b"x" * size).text, put(chunks(size)).text) == (str(size), str(size))


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 20_000_000])
@pytest.mark.parametrize("is_stated", [True, False])
def test_a_larger_body_is_refused(size: int, *, is_stated: bool) -> None:
    """By a byte or by far."""
    with pytest.raises(Refusal) as refused:
        put(b"x" * size if is_stated else chunks(size))

    assert (refused.value.status, refused.value.message) == (
        413,
        "The request is larger than 16,384 bytes, the most that this address takes. /openapi.json says what it takes.",
    )


def test_a_body_that_says_it_is_too_large_is_not_read() -> None:
    """Its length is enough."""
    scope = {"type": "http", "method": "PUT", "path": "/mock/clock", "headers": [(b"content-length", b"16385")]}

    async def receive() -> Message:
        raise AssertionError

    with pytest.raises(Refusal):
        asyncio.run(BodyLimitMiddleware(size_of_body)(scope, receive, receive))  # type: ignore[arg-type] -- nothing is sent


def test_the_rest_of_a_large_body_is_read_and_thrown_away() -> None:
    """Who is still sending would otherwise not hear the response."""
    scope = {"type": "http", "method": "PUT", "path": "/mock/clock", "headers": []}
    left = [{"type": "http.request", "body": b"x" * 20_000, "more_body": more} for more in (False, True, True)]

    async def receive() -> Message:
        return left.pop()

    with pytest.raises(Refusal):
        asyncio.run(BodyLimitMiddleware(size_of_body)(scope, receive, receive))  # type: ignore[arg-type] -- nothing is sent

    assert left == []


@pytest.mark.parametrize("path", sorted(UPLOAD_PATHS))
def test_an_upload_has_another_bound(path: str) -> None:
    """The policy's, which is held where the file is read."""
    assert put(b"x" * 1_000_000, path, "POST").text == "1000000"


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/mock/account/plan"), ("PUT", "/mock/clock"), ("POST", "/mock/account/confirm-email")]
)
def test_the_mock_refuses_a_large_body_in_its_envelope(practice: Practice, method: str, path: str) -> None:
    """At every address that changes something."""
    response = practice.http.request(method, path, content=chunks(MAX_BYTES + 1))

    assert (response.status_code, response.json()["error"]["errorId"]) == (413, "request.tooLarge")


@pytest.mark.parametrize(("coming", "read"), [(15, 15), (16, 16), (17, 16)])
def test_no_more_is_thrown_away_than_a_bound(coming: int, read: int) -> None:
    """Sixteen megabytes; whoever sends more than that is left."""
    messages = iter({"type": "http.request", "body": b"x" * 2**20, "more_body": True} for _ in range(coming - 1))
    received = []

    async def receive() -> Message:
        received.append(next(messages, {"type": "http.request", "body": b"x" * 2**20, "more_body": False}))
        return received[-1]

    asyncio.run(drain(receive, {"type": "http.request", "more_body": True}))

    assert len(received) == read
