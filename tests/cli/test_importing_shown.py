import os
import signal
from collections import deque

import pytest

from keycafe_clean.cli import importing_shown
from keycafe_clean.importing import AGAIN
from keycafe_clean.mock import MockKeycafe
from tests.cli.calls import Ended, Shell
from tests.imports import THREE


def refused(ended: Ended, code: int, sentence: str) -> None:
    """Hold a call to its exit code and its one sentence, with nothing on stdout."""
    assert (ended.code, ended.out, ended.err) == (code, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [
        (
            "KEYCAFE_USER",
            "Nobody is named who imports. Give the account's e-mail address: --user ADDRESS, or KEYCAFE_USER.",
        ),
        (
            "KEYCAFE_TOKEN",
            "KEYCAFE_TOKEN is not set. Set this variable to the token of the account; a token is never an option.",
        ),
    ],
)
def test_credentials_that_are_missing(
    shell: Shell, mock: MockKeycafe, monkeypatch: pytest.MonkeyPatch, left_out: str, sentence: str
) -> None:
    """Where nobody sits at a keyboard, what is missing is named, and nothing is asked."""
    monkeypatch.setenv(left_out, " ")

    refused(shell("import", "a.csv", "--url", mock.url), 2, sentence)


def test_a_token_that_was_copied_badly(shell: Shell, mock: MockKeycafe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters that no token has are said before anything is sent; the token is not repeated."""
    monkeypatch.setenv("KEYCAFE_TOKEN", "se\x1bcret")

    refused(
        shell("import", "a.csv", "--url", mock.url), 2, "KEYCAFE_TOKEN has control letters in it. Copy it once more."
    )


def test_the_token_is_asked_for_unseen(shell: Shell, mock: MockKeycafe, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal it is typed, and shown nowhere."""
    monkeypatch.delenv("KEYCAFE_TOKEN")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: mock.token)

    ended = shell("import", "a.csv", "--url", mock.url)

    assert (ended.code, mock.token in ended.out + ended.err) == (0, False)


def test_an_address_that_would_be_readable(shell: Shell) -> None:
    """Without TLS nothing leaves this computer, and no token is asked for."""
    (shell.folder / "a.csv").write_bytes(THREE)

    ended = shell("import", "a.csv", "--url", "http://keycafe.example.com")

    assert (ended.code, ended.err.startswith("The address begins with http, so that the token")) == (2, True)


def test_a_service_that_fails(shell: Shell, mock: MockKeycafe) -> None:
    """Exit 2, and the same command is the next step."""
    mock.faults.refusals = deque(["error.unknown"])

    refused(
        shell("import", "a.csv", "--url", mock.url),
        2,
        f"{mock.url} failed with status 500. Try again in a few minutes. {AGAIN}",
    )


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_ctrl_c_says_what_to_do(shell: Shell, mock: MockKeycafe) -> None:
    """Whoever stops it reads that the same command looks first."""

    async def press(_: float) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    mock.faults.pause, mock.faults.slow_seconds = press, 1

    refused(shell("import", "a.csv", "--url", mock.url), 2, f"Stopped; what the service has goes on there. {AGAIN}")


@pytest.mark.parametrize(("seconds", "told"), [(2, ""), (60, "waiting 60 seconds, then it goes on.\n")])
def test_a_long_wait_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, seconds: float, told: str
) -> None:
    """A minute of silence looks like a fault; two seconds do not."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)

    importing_shown._pause(seconds)

    said = capsys.readouterr().err
    assert (waited, said.endswith(told), bool(said)) == ([seconds], True, bool(told))
