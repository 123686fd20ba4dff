"""From an export to the import file and all review files, at growing sizes, beside bare Polars."""

import math
import statistics
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from bench.costs import Cost, in_turn, of_work
from bench.exports import messy_export
from bench.speed.lines import Line, of_costs, of_peaks

BARE = "bare Polars"
_WAYS = "bench.speed.inside.ways"

#: Each way of ours in words, and how many times bare Polars it may take of a million rows.
_SAID = {
    "import_file": ("to the import file", None),
    "all_files_without_pairs": ("to the import file and all review files, without possible duplicates", 8),
    "all_files": ("the same with possible duplicates", 12),
}

_MILLION = 1_000_000

#: Costs of ours and of bare Polars, by the way.
_Sides = Mapping[str, tuple[Sequence[Cost], Sequence[Cost]]]


def growth(place: Path, runs: int) -> list[Line]:
    """Measure text exports of 10,000 and 100,000 rows x 15 columns, to all files of a run, beside bare Polars."""
    return _grown(place, runs, (10_000, 100_000))


def million(place: Path, runs: int) -> list[Line]:
    """Measure the same with 1,000,000 rows, and how time grows from 10,000 on."""
    return _grown(place, runs, (10_000, 100_000, _MILLION))


def _grown(place: Path, runs: int, sizes: Sequence[int]) -> list[Line]:
    measured = {rows: {way: _measured(way, rows, place, runs) for way in _SAID} for rows in sizes}
    lines = [line for rows, sides in measured.items() for line in _of_size(rows, sides)]
    return [*lines, *_exponents(measured)]


def _measured(way: str, rows: int, place: Path, runs: int) -> tuple[list[Cost], list[Cost]]:
    export = messy_export(place / f"messy_{rows}.csv", rows)
    ours, theirs = (partial(of_work, _WAYS, one, export, place) for one in (way, "bare_polars"))
    return in_turn(ours, theirs, runs)


def _of_size(rows: int, sides: _Sides) -> list[Line]:
    """Get the lines of one size: bars are for a million rows, since fixed costs weigh in small files."""
    bars = {way: bar if rows == _MILLION else None for way, (_, bar) in _SAID.items()}
    costs = [of_costs(said, sides[way], BARE, rows=rows, bar=bars[way]) for way, (said, _) in _SAID.items()]
    peak = of_peaks(
        "peak memory of all of it", sides["all_files"], BARE, rows=rows, bar=2.5 if rows == _MILLION else None
    )
    return [*costs, peak]


def _exponents(measured: Mapping[int, _Sides]) -> list[Line]:
    """Get how time grows between the sizes: the exponent of the rows by which the median grows, of all files."""
    sizes = list(measured)
    seconds = [statistics.median(cost.processor for cost in measured[rows]["all_files"][0]) for rows in sizes]
    return [
        Line(
            f"growth from {few:,} rows on: the exponent of the rows",
            [math.log(seconds[place + 1] / seconds[place]) / math.log(many / few)],
            unit="",
            rows=many,
            bar=1.1,
        )
        for place, (few, many) in enumerate(pairwise(sizes))
    ]
