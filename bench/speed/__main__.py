"""What we cost beside what one could use instead; writes `bench/results.md`. Linux or macOS, from the project's root.

    python -m bench.speed                         all but the long ones: a quarter of an hour
    python -m bench.speed edits commands          these
    python -m bench.speed --long                  the long ones: a million rows, Splink with them, the tests
    python -m bench.speed --runs 1 million        once instead of five times
    python -m bench.speed --page                  nothing: the page anew, from what was measured

The last figures of each comparison stay in `bench/results.json` until it runs again, so that the page is always whole.
Peers are in an environment of their own: `make .venv-bench/done`.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench.costs import RUNS, Failed
from bench.speed import commands, desk, edits, growth, kept, others, page, reading, tests
from bench.speed.lines import CannotRun, Comparison

_SHORT: dict[str, Comparison] = {
    "edits": edits.edits,
    "commands": commands.commands,
    "desk": desk.desk,
    "reading": reading.reading,
    "growth": growth.growth,
    "pandas": others.pandas,
    "csvkit": others.csvkit,
    "openrefine": others.openrefine,
    "splink": others.splink,
}
_LONG: dict[str, Comparison] = {
    "reading_million": reading.reading_million,
    "million": growth.million,
    "pandas_million": others.pandas_million,
    "splink_million": others.splink_million,
    "tests": tests.tests,
}
COMPARISONS = {**_SHORT, **_LONG}


def main() -> int:
    """Compare what is asked for; get 1 if something could not run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(COMPARISONS))
    parser.add_argument("--long", action="store_true", help="the long ones")
    parser.add_argument("--runs", type=int, default=RUNS, help="how often each side is measured")
    parser.add_argument("--page", action="store_true", help="write the page anew, measure nothing")
    asked = parser.parse_args()
    if unknown := [name for name in asked.names if name not in COMPARISONS]:
        parser.error(f"there is no comparison {unknown[0]}. There are: {', '.join(COMPARISONS)}")
    names = asked.names or ([] if asked.page else [*(_LONG if asked.long else _SHORT)])
    with tempfile.TemporaryDirectory() as folder:
        went = [_compared(name, Path(folder), asked.runs) for name in names]
    told = {name: _first_line(comparison) for name, comparison in COMPARISONS.items()}
    page.write_results(kept.kept(), told)
    return 0 if all(went) else 1


def _compared(name: str, place: Path, runs: int) -> bool:
    """Compare, print and keep the lines; tell whether it could run."""
    load = os.getloadavg()[0]
    try:
        lines = COMPARISONS[name](place, runs)
    except (CannotRun, Failed) as why:
        print(f"{name}: {why}\n", file=sys.stderr, flush=True)
        return False
    kept.keep(name, kept.Taken.now(lines, load, runs), [*COMPARISONS])
    print(f"## {name}\n\n{page.table(lines)}\n", flush=True)
    return True


def _first_line(comparison: Comparison) -> str:
    """Get what a comparison measures, as a sentence of its own."""
    said = (comparison.__doc__ or "").splitlines()[0].removeprefix("Measure ")
    return said[:1].upper() + said[1:]


if __name__ == "__main__":
    sys.exit(main())
