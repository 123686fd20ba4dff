"""Imports into a mock that runs, by a client whose requests can be watched, and which never waits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx2
import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.import_result import Imported, in_words
from keycafe_clean.importing import import_file
from keycafe_clean.mock import MockKeycafe
from keycafe_clean.mock.app import create_app
from keycafe_clean.wire import Import
from tests.mock.files import NOW, file_of, people
from tests.mock.in_process import EMAIL, TOKEN, URL, InProcess, Practice

THREE = file_of(*people(3))
MEMBER = "p2@example.com"
PEOPLE = ["p1@example.com", "p2@example.com", "p3@example.com"]


class Watched(httpx2.HTTPTransport):
    """The network, with a look at each request before it is sent."""

    def __init__(self, look: Callable[[httpx2.Request], object]) -> None:
        super().__init__()
        self._look = look

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Look at a request, then get its response."""
        self._look(request)
        return super().handle_request(request)


@contextmanager
def client_of(
    mock: MockKeycafe,
    *,
    token: str | None = None,
    look: Callable[[httpx2.Request], object] = bool,
    pause: Callable[[float], object] = bool,
) -> Iterator[KeycafeClient]:
    """Get a client of a mock; `look` sees its requests, and `pause` is asked to wait."""

    def paused(seconds: float) -> None:
        pause(seconds)

    with KeycafeClient(mock.url, mock.email, token or mock.token, Watched(look), pause=paused) as client:
        yield client


def working_client(practice: Practice) -> KeycafeClient:
    """Get a client of a mock without threads, whose worker works while the client waits."""

    def paused(_: float) -> None:
        practice.work()

    return KeycafeClient(URL, EMAIL, TOKEN, InProcess(create_app(practice.service)), pause=paused)


def imported(mock: MockKeycafe, content: bytes = THREE, name: str = "a.csv") -> Imported:
    """Get what became of a file."""
    with client_of(mock) as client:
        return import_file(client, content, name, bool)


def stop_of(mock: MockKeycafe, content: bytes = THREE, **client: object) -> str:
    """Get what is said of an import that is stopped, what to do next included."""
    with client_of(mock, **client) as asking, pytest.raises(KeycafeCleanError) as stopped:  # type: ignore[arg-type]
        import_file(asking, content, "a.csv", bool)
    return " ".join([str(stopped.value), *getattr(stopped.value, "__notes__", ())])


def addresses(mock: MockKeycafe) -> list[str | None]:
    """Get the addresses of everybody whom the mock has, each as often as it is there, in order of letters."""
    with client_of(mock) as client:
        return sorted(str(user.email) for user in (*client.users("invited"), *client.users("all")))


def said(result: Imported) -> list[str]:
    """Get all that is said of an import."""
    return list(in_words(result))


def an_import(state: str = "completed", *, added: int = 3, failed: int = 0, message: str | None = None) -> Import:
    """Get an import of three people that has ended."""
    facts = {"id": 1, "name": "a.csv", "digest": "00", "state": state, "rows": 3, "done": 3, "message": message}
    return Import.model_validate({**facts, "added": added, "failed": failed, "created_at": NOW})
