"""Runs that are stopped and killed at named points; `bench/kills.py` does it sixty times, at seeded moments."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest

from keycafe_clean.write.held import ASIDE, PRACTICE
from tests.cli.calls import Shell, people, signals_as_they_were
from tests.runs import FILES

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "Stopped. Nothing half-written was left behind.\n"


@pytest.fixture
def place(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Get a folder with an export of many people, and with a temporary folder of its own."""
    shell.write("staff.csv", *people(200))
    (shell.folder / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(shell.folder / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert gettempdir() == str(shell.folder / "tmp")
    with signals_as_they_were():
        yield shell.folder


def started(place: Path, command: str, *options: str) -> subprocess.Popen[str]:
    """Start a command on the export."""
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *options, "-m", "keycafe_clean", command, "staff.csv", "--out", "out"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def practising(process: subprocess.Popen[str], place: Path) -> None:
    """Read until the files are written and told, then look until the practice has its database."""
    assert process.stdout
    assert next(line for line in process.stdout if " in this file = " in line)
    awaited(process, f"{PRACTICE}*/mock.db", place / "tmp")


def awaited(process: subprocess.Popen[str], pattern: str, place: Path) -> None:
    """Look until something of this name is there, or the process has ended."""
    while process.poll() is None and not any(place.glob(pattern)):
        pass


def left_in(place: Path) -> Iterator[str]:
    """Yield what lies about beside the export, the temporary folder and what was written."""
    yield from (path.name for path in (*place.iterdir(), *(place / "tmp").iterdir()) if path.name not in KNOWN)


KNOWN = {"staff.csv", "tmp", "out", "out-2"}


@pytest.mark.parametrize("asked", ["SIGTERM", "SIGHUP"])
def test_stopped_while_it_practises(place: Path, asked: str) -> None:
    """The practice is gone, the files are whole, and where they lie is said."""
    with started(place, "run") as process:
        practising(process, place)
        process.send_signal(getattr(signal, asked))
        said = process.communicate()[1]

    assert (process.returncode, said.splitlines()[-1]) == (2, "Stopped. The files are written in out, and whole.")
    assert len(list((place / "out").iterdir())) == len(FILES)
    assert list(left_in(place)) == []


def test_stopped_while_it_starts(place: Path) -> None:
    """Ctrl+C in the second in which everything is loaded is one sentence too."""
    with started(place, "clean", "-X", "importtime") as process:
        assert process.stderr
        loaded = next(line for line in process.stderr if "typer" in line)
        process.send_signal(signal.SIGINT)
        said = [line for line in process.stderr if not line.startswith("import time:")]

    assert (process.returncode, said) == (2, [NOTHING]), loaded
    assert list(left_in(place)) == []


def test_killed_while_it_writes(place: Path) -> None:
    """The folder of a run is whole or not there."""
    with started(place, "clean") as process:
        awaited(process, f"{ASIDE}*", place)
        process.kill()
        process.communicate()

    assert not (place / "out").exists() or len(list((place / "out").iterdir())) == len(FILES)


def test_killed_while_it_practises(shell: Shell, place: Path) -> None:
    """What a killed practice leaves, with everybody's name in it, the next run removes, and says so."""
    with started(place, "run") as process:
        practising(process, place)
        process.kill()
        process.communicate()
    (left,) = left_in(place)

    said = shell("clean", "staff.csv", "--out", "out", "--json").err

    assert left.startswith(PRACTICE)
    assert said.startswith("Removed what a run that was killed on ")
    assert said.endswith(" had left behind.\n")
    assert list(left_in(place)) == []
