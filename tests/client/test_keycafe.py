from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from keycafe_clean import errors
from keycafe_clean.client import KeycafeClient
from keycafe_clean.mock import MockKeycafe, embedded
from tests.client.services import URL, an_import, sender

HEADER = (
    "First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,"
    "SmartBox User,Badge Code,Generate Access Code"
)
FILE = f"{HEADER}\r\nAnn,Lee,ann@example.com,true,true,false,,true\r\nBo,,,false,false,true,,true\r\n".encode()


@pytest.fixture(scope="module")
def mock() -> Iterator[MockKeycafe]:
    """Start one mock for the claims that need a service."""
    with embedded(used=100) as running:
        yield running


@pytest.fixture
def client(mock: MockKeycafe) -> Iterator[KeycafeClient]:
    """Connect to it."""
    with KeycafeClient(mock.url, mock.email, mock.token) as connected:
        yield connected


def test_upload_when_it_is_a_path(client: KeycafeClient, tmp_path: Path) -> None:
    """A file is uploaded under its own name, and followed to its end."""
    file = tmp_path / "november.csv"
    file.write_bytes(FILE)

    last = list(client.watch(client.upload(file).id))[-1]

    assert (last.name, last.state, last.added, last.failed) == ("november.csv", "completed", 1, 1)
    assert [error.message for error in client.import_errors(last.id)] == [
        "Row 3: Last Name is empty. A SmartBox User needs a first and a last name."
    ]


def test_upload_when_the_file_is_not_there(client: KeycafeClient, tmp_path: Path) -> None:
    """A file that cannot be read is one sentence, with its name and no folder."""
    with pytest.raises(errors.OutputError) as failed:
        client.upload(tmp_path / "november.csv")

    assert str(failed.value) == "november.csv cannot be read. Check that it is there and not open elsewhere."


def test_client_when_the_token_is_wrong(mock: MockKeycafe) -> None:
    """Wrong credentials are one sentence."""
    with KeycafeClient(mock.url, mock.email, "wrong") as stranger, pytest.raises(errors.WrongCredentials) as refused:
        stranger.limit()

    assert str(refused.value) == "This e-mail address and token are not known here. Check both; a key is not a token."


def test_client_sends_credentials_as_the_public_api_wants() -> None:
    """Credentials are Basic, with the address and /token for a name."""
    client, asked, _ = sender(an_import("queued"))
    client.import_status(7)

    assert httpx2.BasicAuth("ann@example.com/token", "t")._auth_header == asked[0].headers["Authorization"]


def test_watch_pauses_longer_and_longer() -> None:
    """Progress is looked at often at first, then every two seconds, and never after the end."""
    client, asked, paused = sender(*[an_import("queued")] * 3, *[an_import("processing")] * 4, an_import("failed"))

    states = [seen.state for seen in client.watch(7)]

    assert (len(asked), states[-1]) == (8, "failed")
    assert paused == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]


@pytest.mark.parametrize(
    ("status", "kind", "sentence"),
    [
        (404, errors.ImportRefused, "Keycafe has nothing of this number. Look at the list of imports."),
        (
            429,
            errors.TooManyRequests,
            "Keycafe takes no more requests for a minute. Wait a minute, and try again.",
        ),
    ],
)
def test_refusal_when_the_service_says_nothing(
    status: int, kind: type[errors.KeycafeCleanError], sentence: str
) -> None:
    """A refusal is its exception, with a sentence of ours where the service has none; its rate is tried twice."""
    client, _, _ = sender(*[httpx2.Response(status, text="<html>")] * 2)

    with pytest.raises(kind) as refused:
        client.limit()

    assert (type(refused.value), str(refused.value)) == (kind, sentence)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("No place is left.", "No place is left."),
        ("error.x", "The file holds more people than places are left this month. Write a smaller file."),
    ],
)
def test_refusal_when_the_service_says_why(said: str, expected: str) -> None:
    """A sentence of the service is passed on, a bare id is not."""
    body = {"error": {"errorId": "x", "errorMessage": said}, "fieldErrors": []}
    client, _, _ = sender(httpx2.Response(409, json=body))

    with pytest.raises(errors.LimitReached) as refused:
        client.upload(FILE)

    assert str(refused.value) == expected


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (httpx2.ConnectError, f"Nothing answers at {URL}. Check the address, and whether the service is running."),
        (httpx2.ReadTimeout, f"{URL} did not answer within 10 seconds. Try again in a few minutes."),
        (httpx2.ReadError, f"The connection to {URL} broke off. Look at the list of imports before you upload again."),
    ],
)
def test_client_when_the_connection_fails_twice(fault: Callable[[str], Exception], sentence: str) -> None:
    """A connection that fails twice is one sentence, and nothing of the request is in it."""
    client, _, _ = sender(fault("x"), fault("x"))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.upload(FILE)

    assert str(failed.value) == sentence
    assert (failed.value.__cause__, failed.value.__context__) == (None, None)


def test_upload_when_the_connection_fails_once() -> None:
    """An upload whose connection breaks is sent again with the same key, so that it counts once."""
    client, asked, _ = sender(httpx2.ReadError("x"), an_import("queued"))

    assert client.upload(FILE).id == 7
    assert asked[0].headers["Idempotency-Key"] == asked[1].headers["Idempotency-Key"]


def test_upload_when_done_twice() -> None:
    """Two uploads are two, even of the same file."""
    client, asked, _ = sender(an_import("queued"), an_import("queued"))
    client.upload(FILE)
    client.upload(FILE)

    assert asked[0].headers["Idempotency-Key"] != asked[1].headers["Idempotency-Key"]


def test_upload_when_it_has_a_key() -> None:
    """Who gives a key says with it which uploads are the same one."""
    client, asked, _ = sender(an_import("queued"))
    client.upload(FILE, key="once")

    assert asked[0].headers["Idempotency-Key"] == "once"


def test_client_when_the_service_fails() -> None:
    """A failure of the service is not a refusal of the file."""
    client, _, _ = sender(httpx2.Response(500))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.account()

    assert str(failed.value) == f"{URL} failed with status 500. Try again in a few minutes."


@pytest.mark.parametrize("text", ["<html>", "[]", '{"email": 1}'])
def test_client_when_the_answer_is_something_else(text: str) -> None:
    """Something else that answers at the address is told from the service."""
    client, _, _ = sender(httpx2.Response(200, text=text))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        client.account()

    assert str(failed.value) == f"{URL} answers, but not as an import service does. Check the address."
    assert failed.value.__context__ is None


def test_follow_tells_of_every_look() -> None:
    """And gives the import as it ended."""
    client, _, _ = sender(an_import("queued"), an_import("processing"), an_import("failed"))
    seen: list[str] = []

    ended = client.follow(7, lambda now: seen.append(now.state))

    assert (ended.state, seen) == ("failed", ["queued", "processing", "failed"])


def test_watch_when_an_import_never_ends() -> None:
    """After a working day it is said, and not looked at any more."""
    hours = iter(range(0, 3_600 * 100, 3_600))
    client, asked, _ = sender(*[an_import("queued")] * 100, clock=lambda: next(hours))

    with pytest.raises(errors.ServiceUnavailable) as failed:
        list(client.watch(7))

    assert str(failed.value) == "Import 7 is still queued after eight hours. Look at the list of imports tomorrow."
    assert len(asked) < 10


def test_import_when_its_name_commands_a_terminal() -> None:
    """What is shown of an import is text, whatever the service says."""
    client, _, _ = sender(an_import("queued", "a\x1b[2J\u202evsc.exe"))

    assert client.import_status(7).name == "a\ufffd[2J\ufffdvsc.exe"
