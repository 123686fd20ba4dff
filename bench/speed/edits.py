"""One edit after the other, at an analyst's own size."""

from pathlib import Path

from bench.costs import said_by
from bench.exports import messy_export
from bench.speed.lines import Line

ROWS = 5_000
_BARE = "a pass of bare Polars"


def edits(place: Path, runs: int) -> list[Line]:
    """Measure one edit at 5,000 rows, from new decisions to findings: the engine's, and the desk's with its page."""
    export = messy_export(place / "messy_5000.csv", ROWS)
    told = said_by("bench.speed.inside.edits", export, place, runs)
    bare = told.pop("bare_polars")
    bars = {"an edit of an address": (15, 150), "an edit of a badge": (15, 150), "an answer": (15, 150)}
    lines = []
    for what, costs in told.items():
        ratio, passed = bars.get(what, (None, None))
        processor, theirs = ([cost["processor"] for cost in side] for side in (costs, bare))
        lines.append(Line(what, processor, theirs, _BARE, rows=ROWS, bar=ratio))
        milliseconds = [cost["seconds"] * 1_000 for cost in costs]
        lines.append(Line(what, milliseconds, unit="ms passed", rows=ROWS, bar=passed))
    return lines
