"""What a command costs before it does anything, and what the first result and one edit of 5,000 rows cost.

    python bench/commands.py > bench/commands.md

Processor seconds of whole processes, each beside what it stands on and in turn with it, so that what else the machine
does meets both: the median of five, the least and the most. An edit and an answer are new decisions to findings in a
process that has the rows ready, as a desk has them, beside one pass of bare Polars over the same file: after an edit
pairs are looked for anew, after an answer those of before are used. The export is made here.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import chdir
from datetime import date
from functools import partial
from pathlib import Path

import polars as pl

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.clean import bare_polars, make_export  # noqa: E402 -- run from anywhere
from keycafe_clean.decide.decisions import WHO, Decisions  # noqa: E402 -- run from anywhere
from keycafe_clean.pipeline import decide, prepare  # noqa: E402 -- run from anywhere
from keycafe_clean.read import read_export  # noqa: E402 -- run from anywhere
from keycafe_clean.write.template import template_csv  # noqa: E402 -- run from anywhere

_ROWS, _RUNS = 5_000, 5
_TODAY = date(2026, 11, 3)


def of_process(call: Sequence[str]) -> float:
    """Get the processor seconds of a process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(call, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def of_call(call: Callable[[], object]) -> float:
    """Get the processor seconds of a call in this process."""
    start = time.process_time()
    call()
    return time.process_time() - start


def beside(name: str, bar: float, ours: Callable[[], float], theirs: Callable[[], float]) -> str:
    """Measure both in turn, and get a line of the table: seconds of ours and theirs, their ratio, and the bar."""
    pairs = [(ours(), theirs()) for _ in range(_RUNS)]
    ratios = [one / other for one, other in pairs]
    mine, base = (statistics.median(side) for side in zip(*pairs, strict=True))
    spread = f"{min(ratios):.1f} to {max(ratios):.1f}"
    return f"| {name} | {mine:.3f} | {base:.3f} | {statistics.median(ratios):.1f} ({spread}) | {bar:g} |"


def whole_commands() -> list[str]:
    """Get the lines of commands, each a whole process in the current folder."""
    Path("small.csv").write_text(template_csv(), encoding="utf-8")
    clean = ["clean", "export.csv", "--today", f"{_TODAY}", "--out", "out"]
    calls = [
        ("`--help`, beside `import typer`", 3, ["--help"], "import typer"),
        (
            "`check` of a small file, beside `import pandera.polars`",
            1.3,
            ["check", "small.csv"],
            "import pandera.polars",
        ),
        (f"`clean` of {_ROWS:,} rows, beside `import pandera.polars`", 3, clean, "import pandera.polars"),
    ]
    ours, theirs = [sys.executable, "-m", "keycafe_clean"], [sys.executable, "-c"]
    return [
        beside(name, bar, partial(of_process, [*ours, *call]), partial(of_process, [*theirs, code]))
        for name, bar, call, code in calls
    ]


def decisions() -> list[str]:
    """Get the lines of an edit, of an address, and of an answer, that somebody is left out."""
    prepared = prepare(read_export(Path("export.csv")))
    cleaned = decide(prepared, today=_TODAY)
    who, row = cleaned.who.select(WHO).row(0, named=True), cleaned.who.item(0, "row_id")
    seen = cleaned.cell_as_read(row, "Email Address")
    edit = Decisions().with_edit(who, "Email Address", seen=seen, value="new@example.com")
    answer = Decisions().with_answer("leave_out", who)
    made = {
        "an edit": partial(decide, prepared, edit),
        "an answer": partial(decide, prepared, answer, pairs=cleaned.pairs),
    }
    theirs = partial(of_call, partial(bare_polars, Path("export.csv"), Path()))
    return [
        beside(f"{what}, beside a pass of bare Polars", 15, partial(of_call, partial(ours, today=_TODAY)), theirs)
        for what, ours in made.items()
    ]


def report() -> str:
    """Measure everything in an empty folder."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        make_export(Path("export.csv"), _ROWS)
        lines = [*whole_commands(), *decisions()]
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it ended, Polars {pl.__version__}"
    head = ["| what | ours, s | theirs, s | times (least to most) | bar |", "|---|---|---|---|---|"]
    return "\n".join(["# Commands and edits", "", f"`python bench/commands.py`: {load}.", "", *head, *lines])


if __name__ == "__main__":
    print(report())
