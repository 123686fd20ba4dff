import io
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import enumerate as threads

import pytest

from keycafe_clean.cli.serve import print_policy, serve_mock
from keycafe_clean.errors import ServiceUnavailable
from tests.cli.calls import Shell

#: What the mock says when it answers: all of it, but the port and the token that it drew.
HELLO = r"""This is a practice Keycafe\. It is not Keycafe: nobody is invited\.
Address:  http://127\.0\.0\.1:[0-9]{1,5}
E-mail:   practice@example\.com
Token:    [\w-]{32}
Stop it with Ctrl\+C\.
"""


def test_policy_is_printed_and_can_be_given_back(shell: Shell) -> None:
    """`mock --policy` prints every assumption as TOML, which `--policy-file` takes."""
    printed = shell("mock", "--policy")
    Path("policy.toml").write_text(printed.out, encoding="utf-8")

    again = shell("mock", "--policy", "--policy-file", "policy.toml")

    assert printed.code == 0
    assert tomllib.loads(again.out) == tomllib.loads(printed.out) != {}


def test_policy_that_is_none_is_one_sentence(shell: Shell) -> None:
    """A file with an assumption that the mock does not know is refused, with its name."""
    shell.write("policy.toml", "generous = true")

    ended = shell("mock", "--policy-file", "policy.toml")

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "policy.toml sets generous, which no policy has. `keycafe-clean mock --policy` prints every setting.\n"
    )


def test_taken_port_is_one_sentence(shell: Shell) -> None:
    """A port that somebody else has is said, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = shell("mock", "--port", port)

    assert (ended.code, ended.out, ended.err) == (
        2,
        "",
        f"Port {port} of 127.0.0.1 cannot be used. Stop what uses it, or choose another port.\n",
    )


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("--port", "-1"), "There is no port -1. Choose one from 1 to 65535, or 0 for any free one.\n"),
        (("--port", "70000"), "There is no port 70000. Choose one from 1 to 65535, or 0 for any free one.\n"),
        (
            ("--host", ""),
            "There is no host to listen on. Use 127.0.0.1: then only this computer can reach it.\n",
        ),
        (
            ("--host", "a..b"),
            "The host a..b is not known here. Use 127.0.0.1, or an IPv4 address of this computer.\n",
        ),
        (("--database", "."), ". is a folder. Choose a file in it for the mock's database.\n"),
    ],
)
def test_place_that_cannot_be_used_is_one_sentence(shell: Shell, said: tuple[str, str], sentence: str) -> None:
    """A port, a host or a database that is none ends the call with exit 2."""
    ended = shell("mock", *said)

    assert (ended.code, ended.out, ended.err) == (2, "", sentence)


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, BrokenPipeError])
def test_mock_leaves_nothing_however_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: type[BaseException]
) -> None:
    """Whatever stops it while it says where it is, its folder and its threads are gone."""

    class Ending(io.StringIO):
        def write(self, _: str) -> int:
            raise end

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "stdout", Ending())

    with suppress(end):
        serve_mock("127.0.0.1", 0, None, None)

    assert list(tmp_path.iterdir()) == []
    assert not [thread.name for thread in threads() if thread.name.startswith("keycafe-mock")]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_mock_serves_until_it_is_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    """It says where it is and who may ask, answers, and ends quietly with Ctrl+C, or when the system ends it."""
    call = [sys.executable, "-m", "keycafe_clean", "mock", "--port", "0"]
    there = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(call, env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:  # noqa: S603 - our own command
        assert served.stdout
        said = [served.stdout.readline() for _ in range(5)]
        served.send_signal(sign)
        _, err = served.communicate(timeout=30)

    assert re.fullmatch(HELLO, "".join(said))
    assert (served.returncode, err) == (0, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [lambda: serve_mock("127.0.0.1", 0, None, None), lambda: print_policy(None)])
def test_mock_that_is_not_installed(call: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, one sentence says what to install."""
    monkeypatch.setitem(sys.modules, "keycafe_clean.mock", None)

    with pytest.raises(ServiceUnavailable) as stopped:
        call()

    assert str(stopped.value) == 'The mock is not installed: pip install "keycafe-clean[mock]".'
