"""The child process that takes files apart, as a process of its own."""

import os
import signal
import subprocess
import sys

import psutil
import pytest

from keycafe_clean.read.parsed import line
from tests.read.workbooks import workbook

OPTIONS = {"encoding": None, "delimiter": None, "sheet": None, "header": None, "evidence": [], "dates": []}


def request(name: str, data: bytes, size: int | None = None) -> bytes:
    """Get what the child is asked."""
    return line({"name": name, "size": len(data) if size is None else size, "options": OPTIONS}) + data


def started() -> "subprocess.Popen[bytes]":
    """Start a child."""
    command = [sys.executable, "-P", "-m", "keycafe_clean.read.child"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=env)  # noqa: S603


@pytest.mark.parametrize(
    ("name", "data", "answer"),
    [
        ("hr.xlsx", workbook(["First Name", "Id"], ["Zoë", 1]), b'"sheet": "Sheet"'),
        ("hr.csv", b"First Name,Id\nZo\xc3\xab,1\n", b'"delimiter": ","'),
        (
            "hr.pdf",
            b"%PDF",
            b'{"unreadable": "hr.pdf is a PDF, not a table. Export it again as CSV or as a workbook."}\n',
        ),
        (
            "hr.csv",
            b"," * 20_000,
            b'{"hostile": "hr.csv has more than 16,384 columns. Look whether its delimiter is right, ',
        ),
        ("hr.xlsx", b"PK\x03\x04", b'{"unreadable": "hr.xlsx is damaged and cannot be opened.'),
    ],
)
def test_a_child_answers_for_every_file(name: str, data: bytes, answer: bytes) -> None:
    """Tables or one sentence, and nothing on its error stream, where somebody would read it."""
    with started() as child:
        assert child.stdin
        child.stdin.write(request(name, data))
        child.stdin.flush()
        assert child.stdout
        said = child.stdout.read()
        assert child.stderr
        errors = child.stderr.read()

    assert answer in said.partition(b"}\n")[0] + b"}\n"
    assert errors == b""


def test_a_child_ends_where_its_request_ends_too_soon() -> None:
    """Nobody waits any more for what would be answered."""
    with started() as child:
        said, _ = child.communicate(request("hr.csv", b"a,b\n1,2\n" * 1_000_000))

    assert (said, child.returncode) == (b"", 1)


#: A child that is busy and looks at nothing, and a parent that starts it and says its number.
BUSY = "from keycafe_clean.read.child import _end_with_parent as end; end(); print(flush=True)\nwhile True: pass"
PARENT = (
    "import subprocess, sys\n"
    f"child = subprocess.Popen([sys.executable, '-c', {BUSY!r}], stdout=subprocess.PIPE)\n"
    "child.stdout.readline(); print(child.pid, flush=True); child.wait()"
)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a busy child ends when it looks at its input again")
def test_a_busy_child_dies_with_its_parent() -> None:
    """A parent that is killed leaves no child that goes on reading, even in a library that does not let go."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", PARENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as parent:  # noqa: S603
        assert parent.stdout
        child = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)

    assert psutil.wait_procs([child], timeout=10)[1] == []
