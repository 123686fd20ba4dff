"""Read files that nobody would write on purpose, and 200 damaged ones, and write hostile.md.

Run it from the project's folder: `python -m bench.hostile`; with `--only WORD` just the inputs with that word in their
names, and nothing is written. Every reading is a process of its own: measured are its processor time and memory
together with its child's, and what it leaves.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.hostile_files import INPUTS, MB
from bench.hostile_mutations import SEED, mutations

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

#: The two bounds of every reading: processor seconds and bytes, the process and its child together.
SECONDS, BYTES = 20, 1_500_000_000

#: Where a reading is given up; a bound is missed then.
GIVEN_UP = 120

READ = """
import sys
from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.read import describe, read_export
try:
    source = read_export(sys.argv[1]).sources[0]
    print("read:", describe(source).partition(": ")[2][:110])
except KeycafeCleanError as refusal:
    print("refused:", str(refusal).partition(" ")[2])
"""


@dataclass(frozen=True)
class Measured:
    """What a reading said, its processor seconds, its peak of memory in bytes, and what it left behind."""

    said: str
    seconds: float
    peak: int
    left: str

    @property
    def is_fine(self) -> bool:
        """Whether there is a result or one sentence, within the bounds, and nothing is left."""
        one_line = self.said.startswith(("read:", "refused:")) and "\n" not in self.said
        return one_line and self.seconds <= SECONDS and self.peak <= BYTES and not self.left


def main() -> None:
    """Write hostile.md."""
    word = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    with tempfile.TemporaryDirectory() as folder:
        named = dict(lines(Path(folder), {name: make for name, make in INPUTS.items() if word in name}))
        damaged = {} if word else dict(lines(Path(folder), mutations()))
    if not word:
        (HERE / "hostile.md").write_text("\n".join(page(named, damaged)) + "\n", encoding="utf-8")
    missed = {name: done for name, done in {**named, **damaged}.items() if not done.is_fine}
    print(f"{len(named) + len(damaged)} inputs, {len(missed)} not as they should be", *missed.items(), sep="\n")


def lines(folder: Path, inputs: dict[str, Callable[[], bytes]]) -> Iterator[tuple[str, Measured]]:
    """Yield what became of each input."""
    for name, make in inputs.items():
        path = folder / name.replace(" ", "_").replace("/", "_")
        path.write_bytes(make())
        done = measured(path)
        print(f"{name:50} {done.seconds:6.1f} s {done.peak / MB:6,.0f} MB  {done.said[:90]} {done.left}", flush=True)
        yield name, done
        path.unlink()


def measured(path: Path) -> Measured:
    """Read a file in a process of its own, and look at it every hundredth of a second."""
    with tempfile.TemporaryDirectory() as scratch:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        env = {**os.environ, "TMPDIR": scratch, "PYTHONPATH": str(ROOT)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with subprocess.Popen([sys.executable, "-c", READ, str(path)], env=env, **pipes) as reading:
            peak, family = watched(reading)
            said = reading.stdout.read().decode(errors="replace").strip() if reading.stdout else ""
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        alive = [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
        left = [*(f"process {one.pid}" for one in alive), *(entry.name for entry in Path(scratch).iterdir())]
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(said, seconds, peak, ", ".join(left))


def watched(reading: "subprocess.Popen[bytes]") -> tuple[int, list[psutil.Process]]:
    """Wait for a process; get the most memory that it and its children had together, and the children."""
    process, peak, family, begun = psutil.Process(reading.pid), 0, set(), time.monotonic()
    while reading.poll() is None:
        with suppress(psutil.Error):
            children = process.children(recursive=True)
            family.update(children)
            peak = max(peak, sum(one.memory_info().rss for one in [process, *children]))
        if time.monotonic() - begun > GIVEN_UP:
            reading.kill()
        time.sleep(0.01)
    return peak, sorted(family, key=lambda one: one.pid)


def page(named: dict[str, Measured], damaged: dict[str, Measured]) -> Iterator[str]:
    """Yield the lines of hostile.md."""
    yield from ("# Hostile and damaged files, measured", "")
    yield "Made by `bench/hostile.py`: processor seconds and peak memory of a reading and its child together."
    yield f"The bounds are {SECONDS} s and {BYTES // MB:,} MB."
    for title, done in (("Hostile", named), (f"Damaged (seed {SEED})", damaged)):
        missed = sum(not one.is_fine for one in done.values())
        slowest, largest = max(one.seconds for one in done.values()), max(one.peak for one in done.values())
        yield from ("", f"## {title}", "")
        worst = f"the slowest took {slowest:.1f} s, the largest {largest // MB:,} MB"
        yield f"{len(done)} files, {missed} missed a bound; {worst}."
        yield from ("", "| file | seconds | MB | what came of it |", "|---|---|---|---|")
        for name, one in done.items():
            said = (one.said + (f" **left: {one.left}**" if one.left else "")).replace("|", "\\|").replace("\n", " ")
            yield f"| {name} | {one.seconds:.1f} | {one.peak // MB:,} | {said} |"


if __name__ == "__main__":
    main()
