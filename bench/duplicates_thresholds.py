"""What each threshold of matching is worth: every one is moved alone, all else as it stands. Writes its figures.

Usage, from the project's root: python -m bench.duplicates_thresholds [--rows 5000 100000] [--seed 1]
"""

import argparse
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.duplicates_judged import judge
from bench.duplicates_sets import Labelled, labelled_sets
from keycafe_clean.match import (
    block_limits,
    candidates,
    contradictions,
    distances,
    find,
    key_hashes,
    match_rules,
    weights,
)
from keycafe_clean.match.comparisons import KINDS

HERE = Path(__file__).resolve().parent

#: Each threshold, and the values beside its own that are tried.
MOVED: tuple[tuple[ModuleType, str, tuple[Any, ...]], ...] = (
    (block_limits, "LARGEST_BLOCK", (5, 15, 60, 120)),
    (block_limits, "MOST_PAIRS_PER_ROW", (0.1, 1.0, 3.0)),
    (block_limits, "MOST_OVERSIZED", (0.01, 0.2, 1.0)),
    (block_limits, "_FREE_PAIRS", (0, 10_000, 250_000)),
    (block_limits, "_PAIRS_OF_NAMES", (0.5, 15.0)),
    (block_limits, "_PAIRS_OF_REPEATS", (0.3, 5.0, 30.0)),
    (block_limits, "_LEAST_AGREEING", (0.2, 0.8)),
    (block_limits, "_MOST_CHANCE", (0.01, 0.2)),
    (candidates, "MOST_REPEATS", (5.0, 100.0)),
    (match_rules, "_MOST_OWNERS", (1, 2, 10)),
    (match_rules, "_MOST_REUSED", (0.1, 1.0)),
    (contradictions, "_MOST_NAMES", (2, 100)),
    (distances, "TYPO", (0.88, 0.96)),
    (distances, "ALIKE", (0.75, 0.88)),
    (find, "_LEAST_MATCH_WEIGHT", (-12.0, -4.0)),
    (find, "_FEW_VALUES", (0, 5_000)),
    (key_hashes, "_ENDS", ({"number": 1, "email": 1, "column": 1}, {"number": 4, "email": 6, "column": 8})),
    (key_hashes, "_START", (1, 2, 5)),
    (weights, "_RANDOM_PAIRS", (5_000, 500_000)),
    (weights, "_PRIOR_PAIRS", (0.0, 10.0, 500.0)),
    (weights, "_PRIOR_SHARE", (0.001, 0.2)),
    (weights, "_LEAST_SHARE", (0.0, 0.1)),
    (weights, "_ROUNDS", (0, 5, 100)),
    (weights, "_PSEUDO_COUNTS", (dict.fromkeys(KINDS, (0, 1)), dict.fromkeys(KINDS, (1000, 4)))),
    (weights, "_SAME_MAILBOX", (0.1, 1.0)),
    (weights, "_LEAST_ELSEWHERE", (0.0001, 0.1)),
    (weights, "_LEAST_U", (1e-4, 1e-12)),
)


@dataclass(frozen=True)
class Outcome:
    """How the finder did on one set: at a score of one half, and how many certain pairs are false."""

    f1: float
    false: int
    seconds: float


def main() -> None:
    """Move every threshold over every set and write `duplicates_thresholds.md`."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, nargs="*", default=[5_000, 100_000])
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        sets = list(labelled_sets(given.rows, given.seed, Path(made)))
        lines = [_line("as it stands", "", [_outcome(labelled) for labelled in sets])]
        for module, name, values in MOVED:
            for value in values:
                with moved(module, name, value):
                    lines.append(_line(f"{module.__name__.rpartition('.')[2]}.{name}", value, map(_outcome, sets)))
                print(lines[-1], flush=True)
    (HERE / "duplicates_thresholds.md").write_text(_report(sets, lines, given.seed), encoding="utf-8")


@contextmanager
def moved(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """Give a threshold another value for a while."""
    own = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, own)


def _outcome(labelled: Labelled) -> Outcome:
    start = time.process_time()
    pairs = find.find(labelled.records, labelled.identity)
    seconds = time.process_time() - start
    judged = judge("ours", pairs, labelled, cost={})
    false = 0 if judged.certain is None else int((judged.certain & ~judged.true).sum())
    return Outcome(judged.at(0.5).f1, false, seconds)


def _line(name: str, value: object, outcomes: Iterable[Outcome]) -> str:
    cells = list(outcomes)
    figures = [f"{one.f1:.4f}" for one in cells]
    total = [f"{sum(one.false for one in cells)}", f"{sum(one.seconds for one in cells):.1f}"]
    return "| " + " | ".join([name, f"{value}", *figures, *total]) + " |"


def _report(sets: list[Labelled], lines: list[str], seed: int) -> str:
    heads = ["threshold", "moved to", *(labelled.name for labelled in sets), "certain and false", "processor seconds"]
    return "\n".join(
        [
            "# Duplicates: what each threshold is worth\n",
            "Written by `duplicates_thresholds.py`: each threshold is moved alone, all else as it stands. F1 at a",
            "score of one half, the certain pairs that are false, and the processor seconds of all sets together.",
            f"Seed {seed} for the made exports.\n",
            "| " + " | ".join(heads) + " |",
            "|---" * len(heads) + "|",
            *lines,
            "",
        ]
    )


if __name__ == "__main__":
    main()
