"""Whether tests fail when the code is wrong: small changes, one at a time, each against the module's own test file.

    make mutate                                          300 changes, drawn by a seed; writes bench/mutation.md
    python bench/mutation.py --count 60 plan.py write    fewer, over these places; prints only

A change is killed when `tests/<same path>/test_<module>.py` fails, or takes far more of a processor than without it,
whatever else the machine does. Changes are made in copies of the project, two at a time; the work tree is only read.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import psutil
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.mutation_operators import OPERATORS, is_equivalent_by_nature  # noqa: E402 -- run from anywhere

SEED, COUNT, AT_ONCE = 2026, 300, 2

#: What is changed: everything between the export as read and the files, and what decides in the mock.
PLACES = (
    "steps",
    "match",
    "decide",
    "write",
    "plan.py",
    "phases",
    "pipeline.py",
    "mock/limits.py",
    "mock/import_rows.py",
)

#: A test run may take this many times the processor seconds that it takes without a change, and these seconds more.
TIMES, SECONDS = 4, 20
#: Nor may it stand still: this many seconds by the clock for each second of a processor that it may take.
STANDSTILL = 10


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: the module below the package, its line, the operator, and which of its places there."""

    module: str
    line: int
    operator: str
    occurrence: int

    def code(self) -> str | None:
        """Get the changed module; null where it could not even be compiled, or is the same."""
        text = _source(self.module)
        changed: str | None = mutate_code(text, OPERATORS[self.operator], self.occurrence)
        try:
            compile(changed or "", self.module, "exec")
        except SyntaxError:
            return None
        return None if changed == text else changed

    @property
    def test(self) -> str:
        """Get the module's own test file, below the project; of a package the one that has its name."""
        path = Path(self.module)
        name = path.parent.name if path.stem == "__init__" else path.stem
        return str(Path("tests") / path.parent / f"test_{name}.py")

    def __str__(self) -> str:
        """Say where and what: the first line that differs, before and after."""
        before, after = _source(self.module).split("\n"), (self.code() or "").split("\n")
        differs = next(i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
        return f"{self.module}:{differs + 1} {self.operator}: `{before[differs].strip()}` -> `{after[differs].strip()}`"


def main() -> None:
    """Draw the changes, try each, print the figures, and write them where all places were asked for."""
    asked = _arguments()
    mutants = _drawn(asked.places or PLACES, asked.count, asked.seed)
    started = time.monotonic()
    with TemporaryDirectory() as folder:
        copies = [_copy(Path(folder) / str(number)) for number in range(AT_ONCE)]
        survivors = _survivors(mutants, copies)
    text = _figures(mutants, survivors, asked.seed, time.monotonic() - started)
    print(text)
    if not asked.places:
        (ROOT / "bench" / "mutation.md").write_text(text, encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", help="modules or folders below keycafe_clean/; by default all of PLACES")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


def _drawn(places: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Draw the changes by the seed; the same code and seed give the same ones."""
    possible = sorted(mutant for module in _modules(places) for mutant in _mutants(module))
    random.Random(seed).shuffle(possible)
    drawn: list[Mutant] = []
    while possible and len(drawn) < count:
        mutant = possible.pop()
        drawn += [mutant] if mutant.code() else []
    print(f"{len(drawn)} changes, seed {seed}", flush=True)
    return sorted(drawn)


def _modules(places: Sequence[str]) -> list[str]:
    package = ROOT / "keycafe_clean"
    if missing := [place for place in places if not (package / place).exists()]:
        raise SystemExit(f"There is no keycafe_clean/{missing[0]}.")
    inside = (path for place in places for path in ((package / place).rglob("*.py"), [package / place]))
    found = {path for paths in inside for path in paths if path.is_file()}
    return sorted(path.relative_to(package).as_posix() for path in found)


def _source(module: str) -> str:
    return (ROOT / "keycafe_clean" / module).read_text(encoding="utf-8")


def _mutants(module: str) -> Iterator[Mutant]:
    """Yield every change that can be made to a module, less those that can alter no result."""
    nodes = list(ast_nodes(get_ast(_source(module))))
    for name, operator in OPERATORS.items():
        places = ((node, start) for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, (node, start) in enumerate(places):
            if not is_equivalent_by_nature(node):
                yield Mutant(module, start[0], name, occurrence)


def _copy(place: Path) -> Path:
    """Copy what the tests need, compiled so that Python goes by a module's text: its time need not differ."""
    hidden = shutil.ignore_patterns(".*", "__pycache__", "out", "keycafe-*", "notebooks")
    shutil.copytree(ROOT, place, ignore=hidden)
    compiled = ("-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "keycafe_clean")
    subprocess.run([sys.executable, *compiled], cwd=place, check=True)
    return place


def _survivors(mutants: Sequence[Mutant], copies: Sequence[Path]) -> list[Mutant]:
    """Get the changes that no test noticed, each copy busy with one at a time."""
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)
    with ThreadPoolExecutor(len(copies)) as pool:
        tests = sorted({mutant.test for mutant in mutants})
        usual = dict(zip(tests, pool.map(lambda test: _seconds(test, free), tests), strict=True))
        lives = pool.map(lambda mutant: _lives(mutant, usual[mutant.test], free), mutants)
        return [mutant for mutant, alive in zip(mutants, lives, strict=True) if alive]


def _seconds(test: str, free: "SimpleQueue[Path]") -> float:
    """Get how long a test file takes without a change; it must pass, or it would kill everything."""
    copy = free.get()
    passed, seconds = _tried(copy, test, None) if (copy / test).exists() else (True, 0.0)
    free.put(copy)
    if not passed:
        raise SystemExit(f"{test} fails without a change.")
    return seconds


def _lives(mutant: Mutant, usual: float, free: "SimpleQueue[Path]") -> bool:
    """Try one change in a copy, put the module back, and say whether no test noticed."""
    copy = free.get()
    module = copy / "keycafe_clean" / mutant.module
    try:
        module.write_text(mutant.code() or "", encoding="utf-8")
        lives = not (copy / mutant.test).exists() or _tried(copy, mutant.test, TIMES * usual + SECONDS)[0]
    finally:
        module.write_text(_source(mutant.module), encoding="utf-8")
        free.put(copy)
    if lives:
        print(f"survived: {mutant}", flush=True)
    return lives


def _tried(copy: Path, test: str, limit: float | None) -> tuple[bool, float]:
    """Run a test file in a copy until its first failure: whether it passed, and its processor seconds.

    Past the limit (processor seconds) it and what it started are ended.
    """
    settings = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not browser", test]
    process = psutil.Popen(
        command,
        cwd=copy,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    started, spent = time.monotonic(), 0.0
    while (ended := _ended(process)) is None:
        spent = max(spent, _processor_seconds(process))
        if limit is not None and (spent > limit or time.monotonic() - started > STANDSTILL * limit):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return False, spent
    return ended == 0, spent


def _ended(process: psutil.Popen) -> int | None:
    """Get the exit code of a process, waiting half a second for it; None: it goes on."""
    try:
        code: int = process.wait(0.5)
    except psutil.TimeoutExpired:
        return None
    return code


def _processor_seconds(process: psutil.Popen) -> float:
    """Get what a process and those that it started have used of a processor."""
    try:
        family = [process, *process.children(recursive=True)]
        times = [each.cpu_times() for each in family]
    except psutil.NoSuchProcess:
        return 0.0
    return sum(it.user + it.system + it.children_user + it.children_system for it in times)


def _figures(mutants: Sequence[Mutant], survivors: Sequence[Mutant], seed: int, seconds: float) -> str:
    """Get the page: the sum, a table by module, a table by kind of change, and every survivor."""
    made, killed = len(mutants), len(mutants) - len(survivors)
    share, minutes = killed / max(made, 1), seconds / 60
    lines = [
        _HEAD,
        f"{made} changes, seed {seed}: {killed} killed ({share:.0%}), {made - killed} survived; {minutes:.0f} min.\n",
        *_table("module", [mutant.module for mutant in mutants], [mutant.module for mutant in survivors]),
        *_table("kind of change", [mutant.operator for mutant in mutants], [mutant.operator for mutant in survivors]),
        "## Survivors\n",
        *(f"- {mutant}" for mutant in survivors),
    ]
    return "\n".join(lines) + "\n"


def _table(what: str, made: Sequence[str], left: Sequence[str]) -> list[str]:
    tried, lived = Counter(made), Counter(left)
    lines = [f"| {name} | {tried[name] - lived[name]} | {lived[name]} |" for name in sorted(tried)]
    return [f"| {what} | killed | survived |", "|---|---|---|", *lines, ""]


_HEAD = f"""# Tests that can fail, measured

Written by `make mutate` (`bench/mutation.py`): one change at a time, drawn by a seed from every one that can be made to
{", ".join(f"`{place}`" for place in PLACES)};
each against the module's own test file alone. Not changed: docstrings, annotations, `__all__`, and the promises
`frozen` and `strict`. A test file kills if it fails, or takes over {TIMES} times the processor seconds and {SECONDS}
more.
"""


if __name__ == "__main__":
    main()
