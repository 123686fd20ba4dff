"""An import of which either side dies at a named point; `bench/kills.py` kills it fifty times, at seeded moments."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from keycafe_clean.client import KeycafeClient
from keycafe_clean.errors import ServiceUnavailable
from keycafe_clean.importing import AGAIN, import_file
from keycafe_clean.mock import embedded
from keycafe_clean.mock.server import PRACTICE_EMAIL
from tests.imports import PEOPLE, THREE, addresses, imported

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "a-token-for-tests"  # noqa: S105 -- of a mock

CLIENT_POINTS = [
    *("before account", "after account", "before imports", "after imports"),
    *("before upload", "after upload", "before imports/1", "after imports/1"),
]
SERVICE_POINTS = [
    f"{when} {point}" for point in ("accepted", "started", "chunk", "finished") for when in ("before", "after")
]


class Death(BaseException):
    """Nothing of an import runs after it, as after a kill; and an import keeps nothing on a disk."""


class Dying(httpx2.HTTPTransport):
    """The network, until a point is reached."""

    def __init__(self, point: str, die: Callable[[], object]) -> None:
        super().__init__()
        self._point, self._die = point, die

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Get the response to a request, or die before it is sent or before it is read."""
        what = "upload" if request.method == "POST" else request.url.path.removeprefix("/mock/")
        self._reach(f"before {what}")
        response = super().handle_request(request)
        self._reach(f"after {what}")
        return response

    def _reach(self, point: str) -> None:
        if point == self._point:
            self._die()


def die() -> None:
    """End as if killed, in this process."""
    raise Death


@pytest.mark.parametrize("point", CLIENT_POINTS)
def test_dead_on_its_way(point: str) -> None:
    """Wherever it dies, before the upload, before its answer is read, or while it follows: the next run ends it."""
    with embedded() as mock, KeycafeClient(mock.url, mock.email, mock.token, Dying(point, die)) as client:
        with pytest.raises(Death):
            import_file(client, THREE, "a.csv", bool)

        assert (imported(mock).is_fine, addresses(mock)) == (True, PEOPLE)


def test_killed_before_the_answer_is_read(tmp_path: Path) -> None:
    """A process that is really gone leaves as little behind: the next run finds its file, with everybody once."""
    file = tmp_path / "a.csv"
    file.write_bytes(THREE)
    with embedded() as mock:
        command = [sys.executable, "-m", "tests.dying_import", mock.url, mock.token, str(file)]
        died = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603 -- our own command

        assert (died.returncode, imported(mock).is_fine, addresses(mock)) == (9, True, PEOPLE)


@contextmanager
def dying(database: Path, point: str) -> Iterator[str]:
    """Start a mock that dies at a point of commit, and get its address; in the end it is dead."""
    command = [sys.executable, "-m", "tests.mock.dying_server", str(database), TOKEN, point]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 -- our own
        assert process.stdout
        yield process.stdout.readline().strip()
    assert process.returncode == 9


@pytest.mark.parametrize("point", SERVICE_POINTS)
def test_service_killed_meanwhile(tmp_path: Path, point: str) -> None:
    """Whenever the service dies, it is said what to do; once it is back, the same command adds everybody once."""
    database = tmp_path / "mock.db"
    with (
        dying(database, point) as url,
        KeycafeClient(url, PRACTICE_EMAIL, TOKEN) as client,
        pytest.raises(ServiceUnavailable) as stopped,
    ):
        import_file(client, THREE, "a.csv", bool)

    assert stopped.value.__notes__ == [AGAIN]
    with embedded(database=database, token=TOKEN) as mock:
        assert (imported(mock).is_fine, addresses(mock)) == (True, PEOPLE)
