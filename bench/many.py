"""Jobs a minute: `keycafe-clean many` on one and on two workers, against a shell loop of single runs.

    python bench/many.py                    40 jobs of 50 to 5,000 rows
    python bench/many.py 200                as many jobs as are said
    python bench/many.py 200 --write bench/many.md

The exports are those of ../shared/tools/make_hr_export.py: a seed a job, which is its number. Each way has folders of
its own, which must be the same bytes in the end; the sums of the overview must be those of the manifests. Peak memory
is that of the largest process.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.costs import of_process, said_and_cost  # noqa: E402 -- run from anywhere
from bench.exports import lone_export  # noqa: E402 -- run from anywhere

_CALL = (sys.executable, "-m", "keycafe_clean")
_TODAY = ("--today", "2026-11-03")
_SEED = 2026

#: Done, or rows need a fix.
_ENDED = (0, 1)


def main() -> None:
    """Measure the three ways in turn, and print or write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("jobs", type=int, nargs="?", default=40)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = _report(Path(folder), given.jobs)
    print(text)
    if given.write:
        given.write.write_text(f"{text}\n", encoding="utf-8")


def _report(place: Path, jobs: int) -> str:
    rows = [random.Random(_SEED + number).randint(50, 5_000) for number in range(jobs)]
    for number, count in enumerate(rows):
        lone_export(place / "exports" / f"{number:03}.csv", count, number)
    ways = {
        "a shell loop of `run --job`": _loop(place, jobs),
        "`many --workers 1`": _many(place, jobs, 1),
        "`many --workers 2`": _many(place, jobs, 2),
    }
    loop, one, two = (jobs / seconds * 60 for seconds, _ in ways.values())
    lines = [
        f"| {name} | {seconds:.1f} | {jobs / seconds * 60:.1f} | {memory:,.0f} |"
        for name, (seconds, memory) in ways.items()
    ]
    equal = _sums_of(place / "loop") == _sums_of(place / "many1") == _sums_of(place / "many2")
    made = (
        f"`python bench/many.py {jobs}`: {jobs} jobs of {min(rows):,} to {max(rows):,} rows, {sum(rows):,} together, "
        f"seeds 0 to {jobs - 1}. {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it ended, "
        f"Polars {version('polars')}."
    )
    told = (
        f"One worker does {one / loop:.2f} times what the loop does, two workers {two / loop:.2f} times; two do "
        f"{two / one:.2f} times what one does. Every folder is the same bytes: {'yes' if equal else 'NO'}. "
        f"The sums of the overview are those of the manifests: {'yes' if _adds_up(place) else 'NO'}."
    )
    head = ["| way | seconds | jobs a minute | peak memory of a process, MB |", "|---|---|---|---|"]
    return "\n".join(["# Many jobs", "", made, "", *head, *lines, "", told])


def _loop(place: Path, jobs: int) -> tuple[float, float]:
    """Get the seconds of single runs, one behind the other, and the peak memory of the largest in MB."""
    runs = [
        of_process(
            [*_CALL, "run", f"exports/{number:03}.csv", "--job", f"loop/{number:03}", *_TODAY, "--json"],
            place,
            succeeds=_ENDED,
        )
        for number in range(jobs)
    ]
    return sum(run.seconds for run in runs), max(run.peak for run in runs)


def _many(place: Path, jobs: int, workers: int) -> tuple[float, float]:
    """Get the seconds of one call with so many workers, and the peak memory of its largest process in MB."""
    lines = [f"many{workers}/{number:03},exports/{number:03}.csv" for number in range(jobs)]
    table = place / f"jobs{workers}.csv"
    table.write_text("\n".join(["job,exports", *lines, ""]), encoding="utf-8")
    call = [*_CALL, "many", table.name, "--workers", f"{workers}", *_TODAY, "--json", "--out", f"overview{workers}"]
    cost, said = said_and_cost(call, place, succeeds=_ENDED)
    (place / f"said{workers}.json").write_text(said, encoding="utf-8")
    return cost.seconds, cost.peak


def _sums_of(jobs: Path) -> dict[str, str]:
    """Get the SHA-256 of every file below a folder, by its name there."""
    files = sorted(path for path in jobs.rglob("*") if path.is_file())
    return {path.relative_to(jobs).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def _adds_up(place: Path) -> bool:
    """Tell whether the rows of the overview are those of all manifests, and of their outcomes."""
    sums = json.loads((place / "said2.json").read_text(encoding="utf-8"))["sums"]
    counts = [
        json.loads(path.read_text(encoding="utf-8"))["counts"] for path in place.glob("many2/*/2026-11/manifest.json")
    ]
    names = ("ready", "waiting", "combined", "left_out", "not_people")
    of_manifests = {name: sum(it[name] for it in counts) for name in ("rows_read", *names)}
    return of_manifests == {name: sums[name] for name in of_manifests} and sums["rows_read"] == sum(
        sums[name] for name in names
    )


if __name__ == "__main__":
    main()
