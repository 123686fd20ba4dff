"""A call of `keycafe-clean`, as the shell makes it, in this process; and small exports to call it with."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from keycafe_clean.cli import main
from keycafe_clean.cli.stopping import SIGNALS

HEADER = "First Name,Last Name,Email"


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Calls `keycafe-clean` in a folder of its own."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def __call__(self, *arguments: object) -> Ended:
        """Call it with these arguments; whatever leaves it but an exit fails the test."""
        self.patch.setattr(sys, "argv", ["keycafe-clean", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended, signals_as_they_were():
            main()
        said = self.capture.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    def write(self, name: str, *lines: str) -> Path:
        """Write a file of these lines into the folder."""
        path = self.folder / name
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path


@contextmanager
def signals_as_they_were() -> Iterator[None]:
    """Let commands heed signals, and give those back to pytest: a command takes them for as long as it lives.

    Where pytest runs in the background, it and what it starts ignore some.
    """
    before = {one: signal.signal(one, signal.SIG_DFL) for one in SIGNALS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def people(count: int) -> list[str]:
    """Get the lines of an export of so many people (at most 3,600), all of them good."""
    surnames = islice((start + end for start in _STARTS for end in _ENDS), count)
    return [HEADER, *(f"Jana,{surname},jana.{surname.lower()}@example.com" for surname in surnames)]


_STARTS = [f"{one}{two}" for one in "BDFGKLMNPRST" for two in "aeiou"]
_ENDS = [f"{one}{two}" for one in "bcdfghklmnprstvz" for two in ("er", "in", "ova", "ski")]
