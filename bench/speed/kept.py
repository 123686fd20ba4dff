"""The last figures of every comparison, in `bench/results.json`: when they were taken, of what, at which load."""

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.costs import ROOT
from bench.exports import MAKER
from bench.speed.lines import CannotRun, Line
from bench.speed.peers.environment import peer

KEPT = ROOT / "bench" / "results.json"

#: What is measured: figures stay true while nothing of it changes.
_PACKAGE = ("keycafe_clean", "schemas")

_OURS = ("polars", "pandera", "fastexcel", "typer", "voila", "ipywidgets")
_PEERS = ("pandas", "csvkit", "splink", "duckdb")


@dataclass(frozen=True)
class Taken:
    """The lines of a comparison, and what one has to know to take them for true.

    `load` is that of the minute before it began, and of the last quarter of an hour when it ended: what else the
    machine did is all of the first, and part of the second.
    """

    lines: list[Line]
    at: str
    commit: str
    load: tuple[float, float]
    runs: int
    machine: str
    versions: dict[str, str] = field(default_factory=dict)

    @classmethod
    def now(cls, lines: list[Line], load: float, runs: int) -> "Taken":
        """Get what was measured just now, from a load on."""
        return cls(lines, now(), commit_measured(), (load, os.getloadavg()[2]), runs, _machine(), _versions())


def kept() -> dict[str, Taken]:
    """Get what was measured last, by comparison."""
    told = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return {name: Taken(**{**one, "lines": [Line(**line) for line in one["lines"]]}) for name, one in told.items()}


def keep(name: str, taken: Taken, order: list[str]) -> dict[str, Taken]:
    """Keep what was measured in place of what was before, and get all there is, in this order."""
    everything = {**kept(), name: taken}
    ordered = {one: everything[one] for one in order if one in everything}
    told = {one: asdict(taken) for one, taken in ordered.items()}
    KEPT.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return ordered


def now() -> str:
    """Get the minute that it is, in UTC."""
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M}"


def commit_measured() -> str:
    """Get the last commit that changed the package, with a plus where it differs from that."""
    last = _git("log", "-1", "--format=%h", "--", *_PACKAGE)
    return f"{last}+" if _git("status", "--porcelain", *_PACKAGE) else last


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S607


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {_processor()}, {memory:.0f} GiB of memory, {os.uname().sysname}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, os.uname().machine)


def _versions() -> dict[str, str]:
    """Get the versions of what does the work, of the peers too, and what has made the exports."""
    ours = {name: version(name) for name in _OURS}
    return {"Python": platform.python_version(), **ours, **_of_peers(), "exports": MAKER}


def _of_peers() -> dict[str, str]:
    code = f"from importlib.metadata import version; print(*map(version, {_PEERS!r}))"
    try:
        said = subprocess.run([peer(), "-c", code], check=True, capture_output=True, text=True).stdout
    except CannotRun:
        return {}
    return dict(zip(_PEERS, said.split(), strict=True))
