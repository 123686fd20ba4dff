import os
import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.calls import Shell


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

    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert "generous" in ended.err


def test_taken_port_is_one_sentence(shell: Shell) -> None:
    """A port that somebody else has is said, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        ended = shell("mock", "--port", port)

    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert str(port) in ended.err


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_mock_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """It says where it is and who may ask, answers, and ends quietly with Ctrl+C."""
    call = [sys.executable, "-m", "keycafe_clean", "mock", "--port", "0"]
    with subprocess.Popen(call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:  # noqa: S603 - our own command
        assert served.stdout
        said = [served.stdout.readline() for _ in range(5)]
        served.send_signal(signal.SIGINT)
        _, err = served.communicate(timeout=30)

    assert said[0] == "This is a practice Keycafe. It is not Keycafe: nobody is invited.\n"
    assert said[1].startswith("Address:  http://127.0.0.1:")
    assert said[4] == "Stop it with Ctrl+C.\n"
    assert (served.returncode, err) == (0, "")
