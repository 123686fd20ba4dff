"""The tests, as whoever develops runs them."""

import sys
from pathlib import Path

from bench.costs import ROOT, of_process
from bench.speed.lines import Line


def tests(_: Path, runs: int) -> list[Line]:
    """Measure the seconds that `make test` takes, and the tests alone without browser and notebooks: minutes each."""
    whole = ["make", "test"]
    without = [
        "env",
        "POLARS_MAX_THREADS=1",
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--numprocesses",
        "logical",
    ]
    unmarked = ["--dist", "worksteal", "-m", "not slow and not browser", "tests"]
    made = [of_process(whole, ROOT).seconds for _ in range(runs)]
    alone = [of_process([*without, *unmarked], ROOT).seconds for _ in range(runs)]
    return [
        Line("`make test`", made, unit="s passed", bar=240),
        Line("the tests without browser and notebooks", alone, unit="s passed", bar=60),
    ]
