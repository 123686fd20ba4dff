"""Where the time of the slowest paths goes; writes `bench/profile.md`, of which what people wrote stays.

    python -m bench.profiling                 an edit and a whole `clean`, both of 5,000 rows
    python -m bench.profiling million         1,000,000 rows to all files: minutes

py-spy looks at the process from outside, a hundred times a second, and slows it down little; it is in the environment
of the peers (`make .venv-bench/done`). Paths that are not looked at keep what was written of them.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.costs import ROOT
from bench.exports import messy_export
from bench.speed import page
from bench.speed.commands import OURS, TODAY
from bench.speed.kept import commit_measured, now
from bench.speed.lines import CannotRun
from bench.speed.stacks import MEASURED, Stacks, stacks_of

_PAGE = ROOT / "bench" / "profile.md"
_HEAD = """# Where the time goes

Written by `python -m bench.profiling`: samples of the main thread's stack, a hundred a second. Shares are of the
seconds that passed; while Polars works in its own threads, the main thread waits for it, and the time is Polars'."""

#: Functions with a smaller share are not told, nor those that everything goes through.
_LEAST, _MOST = 0.03, 0.97
_LINES = 30
_EDITS = 20


def edit(place: Path) -> Stacks:
    """Look at edits of an address at 5,000 rows, in the engine: new decisions to findings."""
    export = messy_export(place / "messy_5000.csv", 5_000)
    call = [sys.executable, "-m", "bench.speed.inside.one_edit", f"{export}", f"{_EDITS}"]
    return stacks_of(call, place, below=MEASURED)


def clean(place: Path) -> Stacks:
    """Look at `keycafe-clean clean` of 5,000 rows, the whole process."""
    export = messy_export(place / "messy_5000.csv", 5_000)
    return stacks_of([*OURS, "clean", f"{export}", *TODAY, "--out", "cleaned"], place)


def million(place: Path) -> Stacks:
    """Look at 1,000,000 rows from the text export to the import file and all review files."""
    export = messy_export(place / "messy_1000000.csv", 1_000_000)
    call = [sys.executable, "-m", "bench.speed.inside.ways", "all_files", f"{export}", f"{place}"]
    return stacks_of(call, place, below=MEASURED)


PATHS: dict[str, Callable[[Path], Stacks]] = {"edit": edit, "clean": clean, "million": million}


def main() -> int:
    """Look at what is asked for, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["edit", "clean"], metavar="PATH", help=", ".join(PATHS))
    asked = parser.parse_args()
    if unknown := [path for path in asked.paths if path not in PATHS]:
        parser.error(f"there is no path {unknown[0]}. There are: {', '.join(PATHS)}")
    with tempfile.TemporaryDirectory() as folder:
        try:
            sections = {path: _section(path, Path(folder)) for path in asked.paths}
        except CannotRun as why:
            print(why, file=sys.stderr)
            return 1
    page.write(_PAGE, _HEAD, sections, [*PATHS])
    print("\n\n".join(sections.values()))
    return 0


def _section(path: str, place: Path) -> str:
    load = os.getloadavg()[0]
    stacks = PATHS[path](place)
    told = (PATHS[path].__doc__ or "").splitlines()[0].removeprefix("Look at ")
    taken = f"{now()} UTC, commit {commit_measured()}, load {load:.1f} at the start; {stacks.seconds:.1f} s"
    each = f", {stacks.seconds / _EDITS * 1_000:.0f} ms an edit" if path == "edit" else ""
    functions = [it for it in stacks.by_function() if _LEAST <= it[1] <= _MOST][:_LINES]
    owners = [it for it in stacks.by_owner() if it[1] >= 0.01]
    tables = [_table("where the time is spent", owners), _table("of ours, with all that it calls", functions)]
    return "\n\n".join([f"{told[:1].upper()}{told[1:]}", f"{taken}{each}.", *tables])


def _table(what: str, shares: list[tuple[str, float]]) -> str:
    return "\n".join(
        [f"| {what} | share |", "|---|---|", *(f"| {_cell(name)} | {share:.0%} |" for name, share in shares)]
    )


def _cell(name: str) -> str:
    """Get a function as `module.function`, and any other name as it is."""
    function, _, path = name.rstrip(")").partition(" (")
    return f"`{path.removesuffix('.py').replace('/', '.')}.{function}`" if path else name


if __name__ == "__main__":
    sys.exit(main())
