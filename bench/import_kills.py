"""Whether everybody is there exactly once after an import was killed: fifty kills at seeded moments, a line each.

    python bench/import_kills.py [kills]

Each kill has a mock in a process of its own, on a database of its own. The command is killed, or, every fifth time, the
mock, which is then started again; then the same command is run once more. Moments are counted from the start of the
command, from when it has a connection to the mock, and from when the mock has the file.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

ROOT = Path(__file__).resolve().parents[1]
SEED, KILLS, PEOPLE = 2026, 50, 1_000
SIGNALS = ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")
COLUMNS = ("signal", "killed", "at", "exit", "in the mock then", "second run", "exit", "people", "invitations")
HEADER = (
    "First Name,Last Name,Email Address,Send Invitation,Send Welcome Email,"
    "SmartBox User,Badge Code,Generate Access Code"
)

#: What must be there in the end: one import, everybody once, an invitation each.
_COUNTS = """
    SELECT (SELECT count(*) FROM imports), (SELECT count(*) FROM users), (SELECT count(DISTINCT email) FROM users),
           (SELECT count(*) FROM outbox), (SELECT sum(places) FROM usage)
"""


def main() -> None:
    """Kill, run again, count; print a line each and the sum."""
    # What a shell starts in the background ignores Ctrl+C, and what nohup starts HUP; so would our commands.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    chance = random.Random(SEED)
    longest = {"start": min(_seconds_to_upload() for _ in range(3)), "asking": 0.1, "there": 0.15}
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    faults = [fault for number in range(kills) for fault in _killed(number, chance, longest)]
    print(f"\n{kills} kills, seed {SEED}, {PEOPLE:,} people. Faults: {', '.join(faults) or 'none'}.")


def _killed(number: int, chance: random.Random, longest: dict[str, float]) -> list[str]:
    """Kill one import, or its mock, and run it again; print the line of the table, and get what is wrong."""
    name, is_mock = SIGNALS[number % 4], number % 5 == 4
    stage = list(longest)[number % 3]
    moment = chance.uniform(0, longest[stage])
    with TemporaryDirectory() as folder, closing(_Service(Path(folder))) as service:
        command = service.command()
        _wait_for(stage, service, command)
        time.sleep(moment)
        then = service.state()
        if is_mock:
            service.kill()
        else:
            command.send_signal(getattr(signal, name))
        _, said = command.communicate()
        if is_mock:
            service.start()
        again = service.command("--json")
        told, _ = again.communicate()
        counts = service.counts()
    way = json.loads(told)["way"] if told else "none"
    who = "mock" if is_mock else "import"
    sign = "SIGKILL" if is_mock else name
    at = f"{stage} + {moment:.2f} s"
    cells = (sign, who, at, command.returncode, then, way, again.returncode, f"{counts[2]:,}", f"{counts[3]:,}")
    print(f"| {' | '.join(map(str, cells))} |", flush=True)
    wrong = ["traceback"] if "Traceback" in said else []
    wrong += [] if counts == (1, PEOPLE, PEOPLE, PEOPLE, PEOPLE) else [f"counts {counts}"]
    wrong += [] if again.returncode == 0 else [f"second run exits {again.returncode}"]
    return [f"{sign} {who} {at}: {fault}" for fault in wrong]


def _wait_for(stage: str, service: "_Service", command: subprocess.Popen[str]) -> None:
    """Wait until a stage begins, or the command has ended."""
    begun = {
        "start": lambda: True,
        "asking": lambda: _is_asking(command),
        "there": lambda: service.state() != "nothing",
    }
    while command.poll() is None and not begun[stage]():
        time.sleep(0.001)


def _is_asking(command: subprocess.Popen[str]) -> bool:
    with suppress(psutil.Error):
        return bool(psutil.Process(command.pid).net_connections(kind="tcp"))
    return False


def _seconds_to_upload() -> float:
    """Measure when the mock has the file of a command that is not killed."""
    with TemporaryDirectory() as folder, closing(_Service(Path(folder))) as service:
        begun = time.monotonic()
        command = service.command()
        _wait_for("there", service, command)
        seconds = time.monotonic() - begun
        command.communicate()
    return seconds


@dataclass
class _Service:
    """A mock in a process of its own, with a file to import beside its database."""

    place: Path

    def __post_init__(self) -> None:
        people = [f"P{number},Q,p{number}@example.com,true,false,false,,true" for number in range(PEOPLE)]
        (self.place / "a.csv").write_bytes("\r\n".join([HEADER, *people, ""]).encode())
        self.start()

    def start(self) -> None:
        """Start the mock on its database, as new or as it was left, and read where it is."""
        self._process = _started(self.place, "mock", "--port", "0", "--database", "mock.db")
        told = islice(self._process.stdout or (), 1, 4)
        self._url, self._user, self._token = (line.split()[-1] for line in told)

    def kill(self) -> None:
        """End the mock as a power cut does."""
        self._process.kill()
        self._process.communicate()

    close = kill

    def command(self, *options: str) -> subprocess.Popen[str]:
        """Start the import."""
        credentials = {"KEYCAFE_TOKEN": self._token, "KEYCAFE_USER": self._user}
        return _started(self.place, "import", "a.csv", "--url", self._url, *options, **credentials)

    def state(self) -> str:
        """Say how far the import is in the mock."""
        rows = self._asked("SELECT state, done FROM imports")
        return ", ".join(f"{state}, {done:,}" for state, done in rows) or "nothing"

    def counts(self) -> tuple[int, ...]:
        """Count imports, users, their addresses, mails and places."""
        (counts,) = self._asked(_COUNTS)
        return counts

    def _asked(self, question: str) -> list[tuple[int, ...]]:
        with closing(sqlite3.connect(self.place / "mock.db", timeout=10)) as database:
            return database.execute(question).fetchall()


def _started(place: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "keycafe_clean", *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


if __name__ == "__main__":
    main()
