"""What something costs: processor seconds of whole processes, the most memory that they held, and calls in one of them.

Imports nothing large: Linux counts what a parent held as the peak of the process that it starts. So whoever measures
memory starts processes from here, and does the work that it measures there.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[1]

Measured = TypeVar("Measured")

#: How often each side is measured, unless it is said otherwise.
RUNS = 5

#: What the kernel counts memory in.
_UNIT = 1 if sys.platform == "darwin" else 1_024


@dataclass(frozen=True)
class Cost:
    """Processor seconds of all threads, and of all children that have ended; seconds that passed; peak in MB."""

    processor: float
    seconds: float
    peak: float


class Failed(Exception):
    """A command that is measured did not do its work: what it said."""


def of_process(call: Sequence[str], folder: Path | None = None, *, succeeds: Sequence[int] = (0,)) -> Cost:
    """Get what a process and its children cost; the peak is that of the largest of them."""
    cost, _ = said_and_cost(call, folder, succeeds=succeeds)
    return cost


def said_and_cost(call: Sequence[str], folder: Path | None, *, succeeds: Sequence[int] = (0,)) -> tuple[Cost, str]:
    """Get what a process and its children cost, and what it said. Failed: it ended in another way than `succeeds`."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(call, cwd=folder, env=environment(), stdout=out, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, told):
            file.seek(0)
        if process.returncode not in succeeds:
            raise Failed(told.read().decode(errors="replace")[-2_000:])
        said = out.read().decode(errors="replace")
    return Cost(used.ru_utime + used.ru_stime, seconds, used.ru_maxrss * _UNIT / 1e6), said


def of_work(module: str, *given: object, python: str = sys.executable) -> Cost:
    """Get what `module` says that a call in a process of its own cost (`of_call`), and the peak of that process."""
    cost, said = said_and_cost([python, "-m", module, *map(str, given)], ROOT)
    told = json.loads(said.splitlines()[-1])
    return Cost(told["processor"], told["seconds"], cost.peak)


def said_by(module: str, *given: object, python: str = sys.executable) -> Any:  # noqa: ANN401 - as it is measured
    """Get what a module of ours, in a process of its own, says as JSON in its last line."""
    _, said = said_and_cost([python, "-m", module, *map(str, given)], ROOT)
    return json.loads(said.splitlines()[-1])


def of_call(call: Callable[[], object]) -> dict[str, float]:
    """Get the processor seconds of a call here, children that it waited for included, and the seconds that passed."""
    before, start = _processor_seconds(), time.perf_counter()
    call()
    return {"processor": _processor_seconds() - before, "seconds": time.perf_counter() - start}


def in_turn(
    ours: Callable[[], Measured], theirs: Callable[[], Measured], runs: int
) -> tuple[list[Measured], list[Measured]]:
    """Measure both sides in turn, so that what else the machine does meets both; get the figures of each."""
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def environment() -> Mapping[str, str]:
    """Get an environment in which this checkout is what is imported, from whatever folder."""
    return {**os.environ, "PYTHONPATH": f"{ROOT}"}


def _processor_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)
