"""From the opened page to the first step that can be used, beside an empty Voila notebook with ipywidgets."""

from pathlib import Path

from bench.costs import said_by
from bench.speed.lines import Line

_EMPTY = "an empty Voila notebook with ipywidgets"


def desk(place: Path, runs: int) -> list[Line]:
    """Measure how long the desk takes from the opened page to its first step, in Chromium."""
    told = said_by("bench.speed.inside.desk_opened", place, runs)
    ours, theirs = told["ours"], told["theirs"]
    usable = "the page opened until its first step is usable"
    used = "processor seconds of server and kernel for it"
    return [
        Line(usable, ours["seconds"], theirs["seconds"], _EMPTY, unit="s passed", bar=1.5),
        Line(used, ours["processor"], theirs["processor"], _EMPTY),
    ]
