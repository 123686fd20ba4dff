"""How well and how fast duplicates are found, beside Splink 5 on DuckDB; writes `duplicates.md`.

Usage, from the project's root, with Splink in an environment of its own:

    python -m venv ../splink && ../splink/bin/pip install splink
    python -m bench.duplicates --splink ../splink/bin/python [--rows 5000 100000 1000000] [--seed 1]

Each finder runs in a process of its own. Ours gets the cells as they are; Splink gets the keys that ours made of them,
as its documentation asks for standardised cells, and the time for that is not counted for it. Linux only: the peak is
read from /proc.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import polars as pl

from bench.duplicates_judged import Judged, Rates, judge
from bench.duplicates_sets import Labelled, labelled_sets
from keycafe_clean.match.comparison_keys import Identity, keys_of
from keycafe_clean.match.find import find

HERE = Path(__file__).resolve().parent

THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999)

#: What Splink's settings call our keys; others by their column.
_NAMES = {
    "number:Employee ID": "employee_id",
    "number:Badge No.": "badge",
    "column:Hire Date": "start_date",
    "column:Department": "department",
    "column:Location": "location",
}

_INTRODUCTION = """# Duplicates: how well, how fast

Written by `duplicates.py`: both finders in the same run, each in a process of its own, one after the other. Seconds
and processor seconds (of all threads): ours from raw cells to pairs with reasons; Splink's from the keys that ours
made of them to its pairs, training included. Peak: the memory of the whole process, libraries and records included.
*Certain* pairs are those that are combined without asking. Precision at equal recall: at the lower one of the two
recalls that belong to the best F1.

{cores} cores; {load:.1f} processes were at work on average over the last quarter of an hour: if there are more than
cores, seconds are longer than they would be, and processor seconds tell more. Seed {seed} for the made exports.
"""


def main() -> None:
    """Measure every set with both finders and write `duplicates.md`."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--splink", help="a Python that has Splink; without it only ours is measured")
    asked.add_argument("--rows", type=int, nargs="*", default=[5_000, 100_000, 1_000_000])
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    lines: list[tuple[Labelled, list[Judged]]] = []
    with tempfile.TemporaryDirectory() as made:
        for labelled in labelled_sets(given.rows, given.seed, Path(made)):
            lines.append((labelled, judged_by_each(labelled, given.splink, Path(made))))
            print("\n".join(_line(labelled, one, lines[-1][1]) for one in lines[-1][1]), flush=True)
    machine = _INTRODUCTION.format(cores=os.cpu_count(), load=os.getloadavg()[2], seed=given.seed)
    (HERE / "duplicates.md").write_text(machine + _report(lines), encoding="utf-8")


def judged_by_each(labelled: Labelled, splink: str | None, folder: Path) -> list[Judged]:
    """Get how each finder does on a set, each in a process of its own: ours, and Splink where its Python is given."""
    records, keys, pairs = (folder / f"{name}.parquet" for name in ("records", "keys", "pairs"))
    labelled.records.write_parquet(records)
    made = keys_of(labelled.records, labelled.identity)
    named = made.rename({name: _NAMES.get(name, name.rpartition(":")[2]) for name in made.columns})
    named.with_row_index("row").write_parquet(keys)
    identity = json.dumps(asdict(labelled.identity))
    commands = {"keycafe-clean": [sys.executable, "-m", "bench.duplicates", "--ours", identity, records, pairs]}
    if splink is not None:
        commands["Splink"] = [splink, HERE / "duplicates_splink.py", labelled.kind, keys, pairs]
    return [_run(finder, [str(word) for word in command], pairs, labelled) for finder, command in commands.items()]


def _run(finder: str, command: list[str], pairs: Path, labelled: Labelled) -> Judged:
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
    cost = json.loads(done.stdout.strip().splitlines()[-1])
    return judge(finder, pl.read_parquet(pairs), labelled, cost=cost)


def _ours(identity: str, records: str, pairs: str) -> None:
    """Write our pairs and print what they cost: what the script does when it starts itself."""
    frame = pl.read_parquet(records)
    start, processor = time.perf_counter(), time.process_time()
    found = find(frame, Identity(**json.loads(identity)))
    found.write_parquet(pairs)
    cost = {"seconds": time.perf_counter() - start, "processor": time.process_time() - processor}
    # ru_maxrss of a started process counts what its parent held; VmHWM does not.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(json.dumps({**cost, "peak": int(peak.group(1)) * 1024 if peak else 0}))


_COLUMNS = (
    "set",
    "rows",
    "true pairs",
    "finder",
    "best F1",
    "precision",
    "recall",
    "precision at equal recall",
    "certain",
    "of them false",
    "seconds",
    "processor seconds",
    "peak MB",
)


def _report(lines: list[tuple[Labelled, list[Judged]]]) -> str:
    table = [_row(_COLUMNS), "|---" * len(_COLUMNS) + "|"]
    table += [_line(labelled, one, judged) for labelled, judged in lines for one in judged]
    heads = ("set", "finder", *(str(threshold) for threshold in THRESHOLDS))
    curves = ["", "## Over thresholds: precision / recall / F1", "", _row(heads), "|---" * len(heads) + "|"]
    named = ((labelled.name, one) for labelled, judged in lines for one in judged)
    curves += [_row((name, one.finder, *(_three(one.at(at)) for at in THRESHOLDS))) for name, one in named]
    return "\n".join(["", *table, *curves]) + "\n"


def _line(labelled: Labelled, one: Judged, judged: list[Judged]) -> str:
    best = one.best()
    equal = one.precision_at(min(each.best().recall for each in judged))
    certain = one.certain
    counts = ("", "") if certain is None else (f"{certain.sum():,}", f"{(certain & ~one.true).sum():,}")
    rates = [f"{rate:.4f}" for rate in (best.f1, best.precision, best.recall)]
    cost = (f"{one.cost['seconds']:.2f}", f"{one.cost['processor']:.2f}", f"{one.cost['peak'] / 1e6:,.0f}")
    head = (labelled.name, f"{labelled.records.height:,}", f"{labelled.pairs:,}", one.finder)
    return _row((*head, *rates, "" if equal is None else f"{equal:.4f}", *counts, *cost))


def _three(rates: Rates) -> str:
    return f"{rates.precision:.3f} / {rates.recall:.3f} / {rates.f1:.3f}"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ours"]:
        _ours(*sys.argv[2:])
    else:
        main()
