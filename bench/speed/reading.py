"""Reading alone: text beside bare Polars, a workbook beside fastexcel's own reading to Polars."""

from functools import partial
from pathlib import Path

from bench.costs import Cost, in_turn, of_work, said_by
from bench.exports import messy_export
from bench.speed.lines import Line, of_costs

_WAYS = "bench.speed.inside.ways"
_FORMS = "bench.speed.inside.variants"
_QUOTES = {
    "no_quotes": "CSV without quote marks",
    "as_made": "CSV with quote marks in every row",
    "all_quoted": "CSV with quote marks around every cell",
}
_ROWS, _MILLION = 100_000, 1_000_000


def reading(place: Path, runs: int) -> list[Line]:
    """Measure the reading of text, 100,000 rows x 15 columns, and of a workbook, 100,000 rows x 20 columns."""
    return [*_text(place, runs, _ROWS), _workbook(place, runs)]


def reading_million(place: Path, runs: int) -> list[Line]:
    """Measure the reading of text, 1,000,000 rows x 15 columns, beside bare Polars."""
    return _text(place, runs, _MILLION, bar=2)


def _text(place: Path, runs: int, rows: int, bar: float | None = None) -> list[Line]:
    export = messy_export(place / f"messy_{rows}.csv", rows)
    made = said_by(_FORMS, "text", export, place)
    sides = {kind: _both(path, place, "bare_reading", runs) for kind, path in made.items()}
    return [of_costs(_QUOTES[kind], sides[kind], "bare Polars", rows=rows, bar=bar) for kind in made]


def _workbook(place: Path, runs: int) -> Line:
    export = messy_export(place / f"messy_{_ROWS}.csv", _ROWS)
    made = said_by(_FORMS, "workbook", export, place)
    sides = _both(made["workbook"], place, "fastexcel_reading", runs)
    return of_costs("XLSX of 20 columns", sides, "fastexcel to Polars", rows=_ROWS, bar=2.5)


def _both(path: str, place: Path, theirs: str, runs: int) -> tuple[list[Cost], list[Cost]]:
    return in_turn(partial(of_work, _WAYS, "reading", path, place), partial(of_work, _WAYS, theirs, path, place), runs)
