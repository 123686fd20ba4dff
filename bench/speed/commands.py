"""Whole commands, each beside what it cannot do without."""

import shutil
import sys
from functools import partial
from pathlib import Path

from bench.costs import Cost, in_turn, of_process
from bench.exports import messy_export
from bench.speed.lines import Line, of_costs

ROWS = 5_000
OURS = (sys.executable, "-m", "keycafe_clean")
TODAY = ("--today", "2026-11-03")
_PANDERA = "`import pandera.polars`"

#: Done, or rows need a fix.
_ENDED = (0, 1)


def commands(place: Path, runs: int) -> list[Line]:
    """Measure whole commands: help, a check of ten rows, a first result on 5,000 rows, and Keycafe's answer."""
    export = messy_export(place / "messy_5000.csv", ROWS)
    small = place / "small.csv"
    of_process([*OURS, "clean", f"{messy_export(place / 'messy_30.csv', 30)}", "--out", "small", *TODAY], place)
    _first_lines(next(place.glob("small/2026-*.csv")), small, 11)
    return [
        _line("`keycafe-clean --help`", ["--help"], "`import typer`", place, runs, bar=3),
        _line("`keycafe-clean check` of 10 rows", ["check", f"{small}"], _PANDERA, place, runs, rows=10, bar=1.3),
        _cleaned(export, place, runs),
        _answered(export, place, runs),
    ]


def _first_lines(path: Path, target: Path, count: int) -> None:
    target.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:count]))


def _line(  # noqa: PLR0913 - what a line says
    what: str, call: list[str], beside: str, place: Path, runs: int, *, rows: int | None = None, bar: float
) -> Line:
    ours = partial(of_process, [*OURS, *call], place, succeeds=_ENDED)
    return of_costs(what, in_turn(ours, _importing(beside), runs), beside, rows=rows, bar=bar)


def _importing(said: str) -> partial[Cost]:
    return partial(of_process, [sys.executable, "-c", said.strip("`")])


def _cleaned(export: Path, place: Path, runs: int) -> Line:
    call = ["clean", f"{export}", *TODAY, "--out", "cleaned"]
    return _line("`keycafe-clean clean`, the first result", call, _PANDERA, place, runs, rows=ROWS, bar=3)


def _answered(export: Path, place: Path, runs: int) -> Line:
    """Measure Keycafe's answer to a month that was handed over; each time to a copy of it, which nothing is said of."""
    handed = place / "handed"
    of_process([*OURS, "run", f"{export}", "--job", f"{handed}", *TODAY], place, succeeds=_ENDED)

    def answered() -> Cost:
        job = place / "answered"
        shutil.rmtree(job, ignore_errors=True)
        shutil.copytree(handed, job)
        return of_process([*OURS, "answer", f"{job}", "--all-added", *TODAY], place)

    sides = in_turn(answered, _importing(_PANDERA), runs)
    return of_costs("`keycafe-clean answer --all-added`", sides, _PANDERA, rows=ROWS)
