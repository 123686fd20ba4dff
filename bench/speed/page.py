"""`bench/results.md`: the bars, then every line of every comparison; what people wrote below stays."""

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.costs import ROOT
from bench.speed.kept import Taken
from bench.speed.lines import Line

RESULTS = ROOT / "bench" / "results.md"

#: Below this heading people write; what is above is written by scripts.
BY_HAND = "In words"

_HEAD = """# Speed, measured

Written by `make bench`. Figures are the median of the runs, with the least and the most; ours and what stands beside
it ran in turn, and ratios are those of such pairs. *s* are processor seconds of all threads and children: other work on
the machine lengthens them too, if less than the seconds that pass, and a load at the start was such work. Peak: the
most memory of a process, ours and the other's, in MB. Calls of libraries are timed once they are imported, commands as
whole processes."""


def write(path: Path, head: str, sections: Mapping[str, str], order: Sequence[str]) -> None:
    """Write a page with these sections in place of those before, and with all others of the order as they were.

    What people wrote comes last, and stays.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = (part.partition("\n") for part in before.split("\n## ")[1:])
    everything = {heading: text.strip() for heading, _, text in parts} | dict(sections)
    kept = [
        f"## {heading}\n\n{everything.get(heading, '')}"
        for heading in (*order, BY_HAND)
        if _is_there(heading, everything)
    ]
    path.write_text("\n\n".join([head, *kept]).rstrip() + "\n", encoding="utf-8")


def write_results(everything: Mapping[str, Taken], told: Mapping[str, str]) -> None:
    """Write the page of all that was measured; `told` says what each comparison is, in their order."""
    sections = {name: _section(told[name], taken) for name, taken in everything.items()}
    write(RESULTS, _HEAD, {"Bars": _bars(everything, told), **sections}, ["Bars", *told])


def _is_there(heading: str, everything: Mapping[str, str]) -> bool:
    return heading in everything or heading == BY_HAND


def _bars(everything: Mapping[str, Taken], told: Mapping[str, str]) -> str:
    """Get the table of all lines that have a bar."""
    bars = [
        f"| {_said(line)} | {_bar(line)} | {_measured(line)} | {_met(line)} | {_when(taken)} |"
        for taken in everything.values()
        for line in taken.lines
        if line.bar is not None
    ]
    missing = [name for name in told if name not in everything]
    unmeasured = ["", f"Not measured yet: {', '.join(missing)}."] if missing else []
    head = ["| what, beside what | bar | measured | met | when, commit, load |", "|---|---|---|---|---|"]
    return "\n".join([*head, *bars, *unmeasured])


def table(lines: Sequence[Line]) -> str:
    """Get lines as a table."""
    names = ("what", "rows", "ours", "beside it", "its figure", "ratio", "bar", "met", "peak, MB")
    return "\n".join([f"| {' | '.join(names)} |", "|---" * len(names) + "|", *map(_row, lines)])


def _section(what: str, taken: Taken) -> str:
    versions = ", ".join(f"{package} {number}" for package, number in taken.versions.items() if package != "exports")
    before, after = taken.load
    taken_at = (
        f"{taken.at} UTC, commit {taken.commit}, runs: {taken.runs}; load {before:.1f} at the start, {after:.1f} over "
        f"the last quarter of an hour. {taken.machine}. {versions}. Exports of {taken.versions['exports']}, seed 1; "
        "tidy ones of tidy_export.py."
    )
    return "\n\n".join([what, table(taken.lines), taken_at])


def _row(line: Line) -> str:
    theirs = _figures(line.theirs, line.unit) if line.theirs else ""
    ratio = _ratio(line) if line.theirs else ""
    rows = "" if line.rows is None else f"{line.rows:,}"
    peaks = " / ".join(f"{peak:,.0f}" for peak in line.peaks)
    cells = (line.what, rows, _figures(line.ours, line.unit), line.beside, theirs, ratio, _bar(line), _met(line), peaks)
    return f"| {' | '.join(cells)} |"


def _said(line: Line) -> str:
    rows = "" if line.rows is None else f", {line.rows:,} rows"
    return f"{line.what}{rows}{', beside ' if line.beside else ''}{line.beside}"


def _figures(figures: Sequence[float], unit: str) -> str:
    """Get the median with its unit, and the least and the most."""
    middle = _number(statistics.median(figures))
    spread = f" ({_number(min(figures))} to {_number(max(figures))})" if len(figures) > 1 else ""
    return f"{middle}{' ' if unit else ''}{unit}{spread}"


def _ratio(line: Line) -> str:
    return _figures(line.compared, "")


def _measured(line: Line) -> str:
    return _ratio(line) if line.theirs else _figures(line.ours, line.unit)


def _bar(line: Line) -> str:
    if line.bar is None:
        return ""
    times = " x" if line.theirs else f" {line.unit}".rstrip()
    return f"{'at least' if line.at_least else 'at most'} {line.bar:g}{times}"


def _met(line: Line) -> str:
    return {None: "", True: "yes", False: "**no**"}[line.is_met]


def _number(figure: float) -> str:
    """Get a figure with three digits that say something."""
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.3g}" if figure < 10 else f"{figure:.1f}"


def _when(taken: Taken) -> str:
    return f"{taken.at}, {taken.commit}, {taken.load[0]:.1f}"
