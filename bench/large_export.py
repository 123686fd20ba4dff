"""What one large export costs on one machine, phase by phase, and what parts of it on several workers could save.

    python bench/large_export.py                        1,000,000 rows
    python bench/large_export.py 1000000 5000000        both, each in a process of its own

Phases that take each row by itself could run on parts; all others look at whole columns or at other rows (what dates,
names and domains look like in this file, who is whose duplicate), and would give another result on a part. Moving is
what it takes to write the rows as Arrow, as Dask sends them, once each way.
"""

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.exports import messy_export  # noqa: E402 -- run from anywhere
from keycafe_clean import pipeline  # noqa: E402 -- run from anywhere
from keycafe_clean.read import read_export  # noqa: E402 -- run from anywhere

#: The phases that take each row by itself; reading is between: quotes and the header are of the whole file.
_BY_ROW = ("replace_values", "edit", "judge_employment", "choose_users", "validate_rows", "suppress_mail")


def main() -> None:
    """Measure each size in a process of its own, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(_measured(given.rows[0])))
        return
    for rows in given.rows:
        call = [sys.executable, __file__, f"{rows}", "--one"]
        out = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True).stdout
        print(_table(rows, json.loads(out)), flush=True)


def _measured(rows: int) -> dict[str, float]:
    """Get the seconds of each phase, of moving the rows, and the most memory in MB."""
    seconds: dict[str, float] = {}
    for kind in ("PREPARE", "DECIDE"):
        phases = tuple(_timed(phase, seconds) for phase in getattr(pipeline, kind))
        setattr(pipeline, kind, phases)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        messy_export(path, rows)
        export = _timed(read_export, seconds)(path)
    start = time.monotonic()
    prepared = pipeline.prepare(export)
    pipeline.decide(prepared, today=date(2026, 11, 3))
    seconds["everything else"] = time.monotonic() - start - sum(seconds.values()) + seconds["read_export"]
    moved = io.BytesIO()
    _timed(prepared.state.rows.write_ipc, seconds, "moving, one way")(moved)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    return {**seconds, "moved, MB": moved.tell() / 1e6, "most memory, MB": peak}


def _timed(call: Callable[..., object], seconds: dict[str, float], name: str | None = None) -> Callable[..., object]:
    """Get a call that adds its seconds."""

    def timed(*arguments: object) -> object:
        start = time.monotonic()
        result = call(*arguments)
        seconds[name or call.__name__] = time.monotonic() - start
        return result

    return timed


def _table(rows: int, facts: dict[str, float]) -> str:
    told = {name: facts.pop(name) for name in ("moving, one way", "moved, MB", "most memory, MB")}
    total = sum(facts.values())
    by_row = sum(facts[name] for name in _BY_ROW)
    reading = facts["read_export"]
    dearest = sorted(facts.items(), key=lambda it: -it[1])[:8]
    lines = [f"| {name} | {spent:.1f} | {spent / total:.0%} |" for name, spent in dearest]
    best = total / (total - by_row - reading)
    made = (
        f"{rows:,} rows: {total:.1f} s, most memory {told['most memory, MB']:,.0f} MB, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}, Polars {pl.__version__}."
    )
    could = (
        f"Row by row: {by_row:.1f} s; reading: {reading:.1f} s. Without both it would be {best:.2f} times as quick, on "
        f"however many workers. Moving the rows once: {told['moving, one way']:.1f} s for {told['moved, MB']:,.0f} MB, "
        "before any network."
    )
    return "\n".join([made, "", "| phase | seconds | share |", "|---|---|---|", *lines, "", could, ""])


if __name__ == "__main__":
    main()
