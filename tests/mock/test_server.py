import os
import socket
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import httpx2
import pytest

from keycafe_clean import errors
from keycafe_clean.client import KeycafeClient
from keycafe_clean.mock import MockKeycafe, NotStarted, embedded, serve
from tests.mock.files import FULL, SMARTBOX, file_of, people


def client_of(mock: MockKeycafe) -> KeycafeClient:
    """Get a client of a mock that never really waits."""
    return KeycafeClient(mock.url, mock.email, mock.token, pause=threading.Event().wait)


def test_embedded_when_practised_on() -> None:
    """A practice: upload, watch until it is finished, see who is there and what is left."""
    with (
        embedded("confirmed", used=100, known=["bo@example.com"], today=date(2026, 11, 3)) as mock,
        client_of(mock) as client,
    ):
        last = list(client.watch(client.upload(file_of(FULL, SMARTBOX)).id))[-1]

        assert (last.state, last.added) == ("completed", 2)
        assert [user.email for user in client.users()] == ["bo@example.com", None]
        assert client.limit().model_dump(by_alias=False) == {
            "month": "2026-11",
            "limit": 250,
            "used": 102,
            "queued": 0,
            "left": 148,
        }


def test_embedded_when_left() -> None:
    """When practice is over, nobody answers and nothing is left."""
    with embedded() as mock:
        pass

    with client_of(mock) as client, pytest.raises(errors.ServiceUnavailable) as failed:
        client.limit()

    assert str(failed.value) == (
        f"Nothing answers at {mock.url}. Check the address, and whether the service is running."
    )


def test_embedded_when_several_run() -> None:
    """Each practice has a port, a token and people of its own."""
    with embedded() as one, embedded() as other, client_of(one) as client:
        client.upload(file_of(FULL))

        assert (one.url != other.url, one.token != other.token) == (True, True)
        with KeycafeClient(other.url, one.email, one.token) as stranger, pytest.raises(errors.WrongCredentials):
            stranger.imports()


def test_embedded_when_shown() -> None:
    """What a notebook prints has no token, no address and no port."""
    assert repr(embedded(used=1_000, known=["ann@example.com"])) == "MockKeycafe(plan='paid', used=1,000)"


def test_embedded_listens_on_this_machine_only() -> None:
    """Practice cannot be reached from elsewhere."""
    with embedded() as mock:
        assert mock.url.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("drop", ["before commit", "after commit"])
def test_upload_when_the_connection_drops(drop: str) -> None:
    """An upload whose connection drops is sent again, and is imported once."""
    with embedded() as mock, client_of(mock) as client:
        mock.faults.drop = drop  # type: ignore[assignment] -- one of the two
        accepted = client.upload(file_of(FULL))
        last = list(client.watch(accepted.id))[-1]

        assert ([found.id for found in client.imports()], last.added) == ([accepted.id], 1)


def test_worker_when_it_dies(tmp_path: Path) -> None:
    """A worker that dies is replaced; the log has what it was and nothing about people."""
    with embedded(log=tmp_path / "mock.log") as mock, client_of(mock) as client:
        mock.faults.crash_at_row = 3
        last = list(client.watch(client.upload(file_of(*people(3))).id))[-1]

        assert last.added == 3
    assert (tmp_path / "mock.log").read_text(encoding="utf-8") == "WorkerCrash in the worker\n"


def test_serve_when_started_again(tmp_path: Path) -> None:
    """A database that stays keeps its users and its plan; only the credentials are new."""
    database = tmp_path / "mock.db"
    with serve("127.0.0.1", 0, database) as mock, client_of(mock) as client:
        client.change_plan("confirmed")
        list(client.watch(client.upload(file_of(FULL)).id))

    with serve("127.0.0.1", 0, database) as mock, client_of(mock) as client:
        assert (client.account().plan, len(client.users("invited"))) == ("confirmed", 1)


def test_serve_when_the_port_is_taken(tmp_path: Path) -> None:
    """A port that is taken is one sentence."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NotStarted) as failed, serve("127.0.0.1", port, tmp_path / "mock.db"):
            pass

    assert str(failed.value) == f"Port {port} of 127.0.0.1 cannot be used. Stop what uses it, or choose another port."


def test_serve_when_the_database_is_none(tmp_path: Path) -> None:
    """What the database says of a file that it cannot use is why the mock does not start."""
    with pytest.raises(NotStarted) as failed, serve("127.0.0.1", 0, tmp_path / "other" / "mock.db"):
        pass

    assert str(failed.value) == "mock.db cannot be used as the mock's database. Choose another file."


def test_embedded_when_the_log_is_none(tmp_path: Path) -> None:
    """A log that cannot be written is one sentence."""
    with pytest.raises(NotStarted) as failed, embedded(log=tmp_path / "other" / "mock.log"):
        pass

    assert str(failed.value) == "mock.log cannot be used as the mock's log. Choose another file."


@pytest.mark.skipif(os.name == "nt", reason="on Windows a folder's rules say who may read")
def test_what_a_mock_makes_is_its_owners(tmp_path: Path) -> None:
    """The database, what SQLite keeps beside it, and the log hold people's data: only their owner can read them."""
    umask = os.umask(0)
    try:
        with embedded(log=tmp_path / "mock.log"), serve("127.0.0.1", 0, tmp_path / "mock.db") as other:
            with client_of(other) as client:
                client.confirm_email()
            made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    finally:
        os.umask(umask)

    assert made == dict.fromkeys(("mock.log", "mock.db", "mock.db-wal", "mock.db-shm"), 0o600)


def test_wait_when_stopped(tmp_path: Path) -> None:
    """Waiting ends when the mock is stopped."""
    with serve("127.0.0.1", 0, tmp_path / "mock.db") as mock:
        waiting = threading.Thread(target=mock.wait)
        waiting.start()
        waiting.join(timeout=0.2)
        assert waiting.is_alive()
    waiting.join(timeout=10)

    assert not waiting.is_alive()


def test_database_keeps_no_token_and_no_file(tmp_path: Path) -> None:
    """The token is kept as a digest only, and a file only until its import is finished."""
    database = tmp_path / "mock.db"
    with serve("127.0.0.1", 0, database) as mock, client_of(mock) as client:
        list(client.watch(client.upload(file_of(FULL)).id))

    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM uploads").fetchone() == (0,)
    assert mock.token.encode() not in database.read_bytes()


def test_embedded_when_a_form_is_broken(capfd: pytest.CaptureFixture[str]) -> None:
    """What libraries have to say of a broken request does not reach a notebook."""
    with embedded() as mock, httpx2.Client(base_url=mock.url, auth=(f"{mock.email}/token", mock.token)) as http:
        form = {"content": b"--x\r\nA\x07: b\r\n", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}

        assert http.post("/mock/imports", **form).status_code == 400
    assert capfd.readouterr() == ("", "")


def test_request_when_the_service_is_slow() -> None:
    """A service can be made slow, so that a client's patience can be tried."""
    with embedded() as mock, httpx2.Client(auth=(f"{mock.email}/token", mock.token)) as http:
        mock.faults.slow_seconds = 0.5

        with pytest.raises(httpx2.ReadTimeout):
            http.get(f"{mock.url}/mock/account", timeout=0.1)


def test_a_database_that_is_damaged_further_down_is_said(tmp_path: Path) -> None:
    """Its first bytes are right, and SQLite finds out only when it reads on."""
    path = tmp_path / "mock.db"
    with MockKeycafe(database=path):
        pass
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))

    with pytest.raises(NotStarted) as told, MockKeycafe(database=path):
        pass

    assert str(told.value) == "mock.db cannot be used as the mock's database. Choose another file."
