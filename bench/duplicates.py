"""How well and how fast duplicates are found, beside Splink 5 on DuckDB; writes `duplicates.md`.

Usage, from the project's root, with Splink in an environment of its own:

    python -m venv ../splink && ../splink/bin/pip install splink
    python bench/duplicates.py --splink ../splink/bin/python [--rows 5000 100000 1000000]

The records are the labelled sets and the made exports of ../shared. Each finder runs in a process of its own. Ours
gets the cells as they are; Splink gets the keys that ours made of them, as its documentation asks for standardised
cells, and the time for that is not counted for it. Linux only: the peak is read from /proc.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import polars as pl

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
sys.path.insert(0, str(HERE.parent))

from keycafe_clean.match import find_duplicates  # noqa: E402  # the checkout, wherever the script is started
from keycafe_clean.match.records import Identity, keys_of  # noqa: E402

THRESHOLDS = (0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999)

_FEBRL_EVIDENCE = ("street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth")
FEBRL = Identity("given_name", "surname", None, ("soc_sec_id",), _FEBRL_EVIDENCE)
RLDATA = Identity("fname_c1", "lname_c1", None, (), ("by", "bm", "bd"))
EXPORT = Identity(
    "First Name",
    "Last Name",
    "Work E-mail",
    ("Employee ID", "Badge No."),
    ("Hire Date", "Department", "Location"),
)

#: What Splink's settings call our keys.
_NAMES = {
    "number:Employee ID": "employee_id",
    "number:Badge No.": "badge",
    "evidence:Hire Date": "start_date",
    "evidence:Department": "department",
    "evidence:Location": "location",
}


@dataclass(frozen=True)
class Labelled:
    """Records with the person of each row, and which columns say who somebody is."""

    name: str
    kind: str
    records: pl.DataFrame
    person: pl.Series
    identity: Identity

    @property
    def pairs(self) -> int:
        """Count the pairs of rows that are one person."""
        size = self.person.value_counts().get_column("count").cast(pl.Int64)
        return int((size * (size - 1) // 2).sum())


@dataclass(frozen=True)
class Measured:
    """How one finder did on one set: `curve` has threshold, precision, recall and F1."""

    finder: str
    seconds: float
    peak: int
    f1: float
    precision: float
    recall: float
    curve: list[tuple[float, float, float, float]] = field(default_factory=list)
    certain: int | None = None
    false_certain: int | None = None


def labelled_sets(rows: list[int], folder: Path) -> Iterator[Labelled]:
    """Yield every set, small ones first; the exports are made in `folder`."""
    for number in (1, 2, 3):
        yield _febrl(f"FEBRL {number}", [f"febrl_dataset{number}.csv"])
    yield _febrl("FEBRL 4a with 4b", ["febrl_dataset4a.csv", "febrl_dataset4b.csv"])
    for size in (500, 10000):
        records = _text(SHARED / "data" / "labelled" / f"rldata{size}.csv")
        yield Labelled(f"RLdata{size}", "rldata", records, records.get_column("identity"), RLDATA)
    for count in rows:
        yield _export(count, folder)


def main() -> None:
    """Measure every set with both finders and write `duplicates.md`."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--splink", help="a Python that has Splink; without it only ours is measured")
    asked.add_argument("--rows", type=int, nargs="*", default=[5_000, 100_000, 1_000_000])
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = [
            _measured(labelled, given.splink, Path(folder)) for labelled in labelled_sets(given.rows, Path(folder))
        ]
    (HERE / "duplicates.md").write_text(_report(found), encoding="utf-8")


def _text(path: Path) -> pl.DataFrame:
    cells = pl.read_csv(path, infer_schema=False)
    bare = cells.rename({name: name.strip() for name in cells.columns}).with_columns(pl.all().str.strip_chars())
    return bare.with_columns(pl.when(pl.all() != "").then(pl.all()).name.keep())


def _febrl(name: str, files: list[str]) -> Labelled:
    records = pl.concat(_text(SHARED / "data" / "labelled" / file) for file in files)
    return Labelled(name, "febrl", records, records.get_column("rec_id").str.extract(r"rec-(\d+)-"), FEBRL)


def _export(count: int, folder: Path) -> Labelled:
    path = folder / f"export_{count}.csv"
    maker = SHARED / "tools" / "make_hr_export.py"
    subprocess.run([sys.executable, str(maker), str(path), "--rows", str(count)], check=True, capture_output=True)
    person = pl.read_csv(path.with_suffix(".truth.csv"), infer_schema=False).get_column("person_id")
    people = person.is_not_null()
    records = pl.read_csv(path, infer_schema=False).filter(people)
    return Labelled(f"made export, {count:,} rows", "export", records, person.filter(people), EXPORT)


def _measured(labelled: Labelled, splink: str | None, folder: Path) -> tuple[Labelled, list[Measured]]:
    records, keys, pairs = (folder / f"{name}.parquet" for name in ("records", "keys", "pairs"))
    labelled.records.write_parquet(records)
    names = _NAMES | {f"{kind}:{name}": name for kind in ("number", "evidence") for name in labelled.records.columns}
    made = keys_of(labelled.records, labelled.identity)
    made.rename({name: _NAMES.get(name, names.get(name, name)) for name in made.columns}).with_row_index(
        "row"
    ).write_parquet(keys)
    ours = [sys.executable, __file__, "--ours", json.dumps(asdict(labelled.identity)), str(records), str(pairs)]
    measured = [_judged("keycafe-clean", ours, pairs, labelled)]
    if splink is not None:
        theirs = [splink, str(HERE / "duplicates_splink.py"), labelled.kind, str(keys), str(pairs)]
        measured.append(_judged("Splink", theirs, pairs, labelled))
    for one in measured:
        print(labelled.name, one, flush=True)
    return labelled, measured


def _judged(finder: str, command: list[str], path: Path, labelled: Labelled) -> Measured:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cost = json.loads(done.stdout.strip().splitlines()[-1])
    pairs = pl.read_parquet(path)
    if "match_probability" in pairs.columns:
        pairs = pairs.select(left_row="row_l", right_row="row_r", score="match_probability")
    left, right = (labelled.person.gather(pairs.get_column(side)) for side in ("left_row", "right_row"))
    true, score = (left == right).to_numpy(), pairs.get_column("score").to_numpy()
    best = _best(score, true, labelled.pairs)
    curve = [(at, *_rates(int(true[score >= at].sum()), int((score >= at).sum()), labelled.pairs)) for at in THRESHOLDS]
    certain = pairs.get_column("certain").to_numpy() if "certain" in pairs.columns else None
    counts = (None, None) if certain is None else (int(certain.sum()), int((certain & ~true).sum()))
    return Measured(finder, cost["seconds"], cost["peak"], *best, curve, *counts)


def _best(score: np.ndarray, true: np.ndarray, pairs: int) -> tuple[float, float, float]:
    """Get the best F1 over all thresholds, with its precision and recall."""
    order = np.argsort(-score, kind="stable")
    hits, found = np.cumsum(true[order]), np.arange(1, len(order) + 1)
    is_end = np.append(np.diff(score[order]) != 0, [True] * min(len(order), 1))
    f1 = np.where(is_end, 2 * hits / (found + pairs), 0.0)
    best = int(f1.argmax())
    precision, recall, value = _rates(int(hits[best]), int(found[best]), pairs)
    return value, precision, recall


def _rates(hits: int, found: int, pairs: int) -> tuple[float, float, float]:
    return hits / max(found, 1), hits / pairs, 2 * hits / max(found + pairs, 1)


def _report(sets: list[tuple[Labelled, list[Measured]]]) -> str:
    lines = ["# Duplicates: how well, how fast", "", *_INTRODUCTION, ""]
    lines += [
        "| set | rows | true pairs | finder | best F1 | precision | recall | certain | false | seconds | peak MB |"
    ]
    lines += ["|---|---|---|---|---|---|---|---|---|---|---|"]
    for labelled, measured in sets:
        for one in measured:
            certain = ["", ""] if one.certain is None else [f"{one.certain:,}", f"{one.false_certain:,}"]
            cells = [labelled.name, f"{labelled.records.height:,}", f"{labelled.pairs:,}", one.finder]
            cells += [f"{rate:.4f}" for rate in (one.f1, one.precision, one.recall)] + certain
            lines.append("| " + " | ".join([*cells, f"{one.seconds:.2f}", f"{one.peak / 1e6:,.0f}"]) + " |")
    lines += ["", "## Over thresholds: precision / recall / F1", ""]
    lines += [
        "| set | finder | " + " | ".join(str(at) for at in THRESHOLDS) + " |",
        "|---" * (len(THRESHOLDS) + 2) + "|",
    ]
    for labelled, measured in sets:
        for one in measured:
            cells = [" / ".join(f"{rate:.3f}" for rate in rates) for _, *rates in one.curve]
            lines.append("| " + " | ".join([labelled.name, one.finder, *cells]) + " |")
    return "\n".join(lines) + "\n"


_INTRODUCTION = [
    "Written by `duplicates.py`; both finders in the same run, each in a process of its own. Seconds: ours from raw",
    "cells to the pairs with reasons; Splink's from the keys that ours made of them to its pairs (training included).",
    "Peak is the memory of the whole process. *Certain* pairs are those that are combined without asking.",
]


def _ours(identity: str, records: str, pairs: str) -> None:
    """Write our pairs and print seconds and peak memory as JSON: what the script does when it starts itself."""
    frame = pl.read_parquet(records)
    start = time.perf_counter()
    find_duplicates(frame, **json.loads(identity)).write_parquet(pairs)
    seconds = time.perf_counter() - start
    # ru_maxrss of a started process counts what its parent held; VmHWM does not.
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"))
    print(json.dumps({"seconds": seconds, "peak": int(peak.group(1)) * 1024 if peak else 0}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--ours"]:
        _ours(*sys.argv[2:])
    else:
        main()
