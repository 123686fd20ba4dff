"""A client whose service is a list of responses."""

from collections.abc import Callable

import httpx2

from keycafe_clean.client import KeycafeClient

URL = "https://keycafe.example.com"


def sender(
    *responses: httpx2.Response | Exception, clock: Callable[[], float] = lambda: 0.0
) -> tuple[KeycafeClient, list[httpx2.Request], list[float]]:
    """Get a client whose service gives these responses, one after another; the requests and the pauses it made."""
    asked: list[httpx2.Request] = []
    paused: list[float] = []
    left = iter(responses)

    def response(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        given = next(left)
        if isinstance(given, Exception):
            raise given
        return given

    transport = httpx2.MockTransport(response)
    client = KeycafeClient(URL, "ann@example.com", "t", transport, pause=paused.append, clock=clock)
    return client, asked, paused


def an_import(state: str, name: str = "a.csv") -> httpx2.Response:
    """Get the response that shows an import in a state."""
    found = {"id": 7, "name": name, "digest": "00", "state": state, "createdAt": "2026-11-03T09:00:00Z"}
    return httpx2.Response(200, json=found | dict.fromkeys(("rows", "done", "added", "failed"), 0))
