"""Where the time of a call goes, from samples of its stack that py-spy takes from outside."""

import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.costs import ROOT, environment
from bench.speed.peers.environment import peer

#: Samples a second.
_RATE = 100

_PACKAGE = "keycafe_clean/"

#: What is measured of a child is what this function calls: not its start, nor what it makes ready.
MEASURED = "of_call ("

#: Frames of Python's own that say that something is imported.
_IMPORTING = "_find_and_load "

#: Whose the innermost frame is, by how its path begins; Polars' is that of its threads too, for which it waits.
_OWNERS = (
    "keycafe_clean",
    "polars",
    "pandera",
    "xlsxwriter",
    "pydantic",
    "scipy",
    "rapidfuzz",
    "numpy",
    "typer",
    "rich",
)


@dataclass(frozen=True)
class Stacks:
    """Stacks of frames with how often each was seen, and the seconds of all."""

    seen: Counter[tuple[str, ...]]

    @property
    def seconds(self) -> float:
        """Get the seconds that the stacks stand for."""
        return self.seen.total() / _RATE

    def by_owner(self) -> list[tuple[str, float]]:
        """Get the share of each package in which the time was spent, or of importing; the largest first."""
        owners: Counter[str] = Counter()
        for stack, count in self.seen.items():
            owners[_owner(stack)] += count
        return [(owner, count / self.seen.total()) for owner, count in owners.most_common()]

    def by_function(self) -> list[tuple[str, float]]:
        """Get the share of each function of ours with all that it calls, the largest first."""
        functions: Counter[str] = Counter()
        for stack, count in self.seen.items():
            ours = {_without_line(frame) for frame in stack if f"({_PACKAGE}" in frame and "<" not in frame}
            functions.update(dict.fromkeys(ours, count))
        return [(function, count / self.seen.total()) for function, count in functions.most_common()]


def stacks_of(call: Sequence[str], folder: Path, *, below: str = "") -> Stacks:
    """Run a command and get the stacks of its main thread, only those with a frame that begins with `below`.

    While Polars works, the main thread waits in its call: that is Polars' time. CannotRun: py-spy is not there.
    """
    with tempfile.NamedTemporaryFile(suffix=".txt") as raw:
        options = ("record", "--idle", "--threads", "--rate", f"{_RATE}", "--format", "raw", "--output", raw.name)
        watched = [peer("py-spy"), *options, "--", *call]
        subprocess.run(watched, cwd=folder, env=environment(), check=True, capture_output=True)
        lines = Path(raw.name).read_text(encoding="utf-8").splitlines()
    return Stacks(Counter(dict(_parsed(lines, below))))


def _parsed(lines: Sequence[str], below: str) -> Iterator[tuple[tuple[str, ...], int]]:
    for line in lines:
        stack, _, count = line.rpartition(" ")
        thread, *frames = stack.split(";")
        first = next((place for place, frame in enumerate(frames) if frame.startswith(below)), None)
        if thread.endswith("MainThread") and first is not None:
            yield tuple(_bare(frame) for frame in frames[first:]), int(count)


def _bare(frame: str) -> str:
    """Get a frame without the place of this checkout and of its packages."""
    return re.sub(r"\((?:.*/site-packages/|/.*/lib/python[^/]*/)", "(", frame.replace(f"({ROOT}/", "("))


def _without_line(frame: str) -> str:
    return re.sub(r":\d+\)$", ")", frame)


def _owner(stack: tuple[str, ...]) -> str:
    if any(frame.startswith(_IMPORTING) for frame in stack):
        return "importing"
    path = stack[-1].rpartition("(")[2]
    return next((owner for owner in _OWNERS if path.startswith(f"{owner}/")), "Python and others")
