"""How long `clean()` takes from file to import file, against bare Polars reading and writing the same file.

    python bench/clean.py                        100,000 rows
    python bench/clean.py 100000 1000000         both sizes
    python bench/clean.py --write bench/clean.md 100000 1000000

Ratios of one run: every way is a process of its own (its memory is that of nothing else) that runs three times, above
100,000 rows once, and the medians are compared. The export is made here, of invented people: every tenth has no
address, every twentieth has left, and a name in four needs tidying.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write import write_imports

_TODAY = date(2026, 11, 3)
_RUNS, _MANY_ROWS = 3, 100_000
_FIRST = ("Jana", "PIOTR", "eva", "Seán", " Zoë", "Ken", "María José", "Jörg", "Ana", "Tom")
_LAST = ("Novak", "KOWALSKI", "brandt", "O'Neill", "van der Berg ", "Ito", "García López", "Müller", "Ruiz", "Baker")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def make_export(path: Path, rows: int) -> None:
    """Write an export of `rows` people with fifteen columns; a last name is shared by ten people or so."""
    number = pl.col("n")
    letters = pl.lit(pl.Series(list(_LETTERS)))
    tail = pl.concat_str(letters.gather(number // 100 // 26**place % 26) for place in range(4))
    last = pl.lit(pl.Series(_LAST)).gather(number // 10 % 10)
    address = pl.format("person{}@example.com", number)
    pl.select(n=pl.int_range(rows)).select(
        pl.format("{}", number + 100_000).alias("Employee ID"),
        pl.lit(pl.Series(_FIRST)).gather(number % 10).alias("First Name"),
        pl.concat_str(last, pl.lit("-"), tail.str.to_titlecase()).alias("Last Name"),
        pl.when(number % 10 != 9).then(address).alias("Work Email"),
        pl.when(number % 20 == 3).then(pl.lit("Terminated")).otherwise(pl.lit("Active")).alias("Status"),
        pl.format("20{}-0{}-1{}", number % 16 + 10, number % 9 + 1, number % 7).alias("Hire Date"),
        pl.format("Site {}", number % 40).alias("Location"),
        *(pl.format("remark {}", number % 97).alias(f"Note {i}") for i in range(8)),
    ).write_csv(path)


def bare_polars(path: Path, folder: Path) -> None:
    """Read and write the file, as text, with nothing in between."""
    pl.read_csv(path, infer_schema=False).write_csv(folder / "bare.csv")


def read_clean_write(path: Path, folder: Path) -> None:
    """Read, clean, and write every ready row as one file."""
    cleaned = clean(read_export(path), today=_TODAY)
    ready = cleaned.rows.filter(pl.col("outcome") == "ready")
    ready.select(IMPORT_COLUMNS).write_csv(folder / "ready.csv")


def no_duplicates_asked(path: Path, folder: Path) -> None:
    """The same, without a look for possible duplicates."""
    cleaned = clean(read_export(path), today=_TODAY, pairs=_NO_PAIRS)
    ready = cleaned.rows.filter(pl.col("outcome") == "ready")
    ready.select(IMPORT_COLUMNS).write_csv(folder / "ready.csv")


def whole_run(path: Path, folder: Path) -> None:
    """Read, clean, plan, and write all that a run writes: the import file and every review file."""
    cleaned = clean(read_export(path), today=_TODAY)
    write_imports(cleaned, plan_imports(cleaned), folder / "job")


_NO_PAIRS = pl.DataFrame(
    schema={
        "left_row_id": pl.UInt32, "right_row_id": pl.UInt32, "score": pl.Float64, "reason": pl.String,
    }
)  # fmt: skip

_WAYS: dict[str, Callable[[Path, Path], None]] = {
    way.__name__: way for way in (bare_polars, no_duplicates_asked, read_clean_write, whole_run)
}


def measure(way: str, path: Path, runs: int) -> dict[str, float]:
    """Get the median seconds of a way, and the most memory that its process ever held, in MB."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            start = time.perf_counter()
            _WAYS[way](path, Path(folder))
            seconds.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": statistics.median(seconds), "memory": memory}


def measured_alone(way: str, path: Path, runs: int) -> dict[str, float]:
    """Measure a way in a process of its own."""
    call = [sys.executable, __file__, "--way", way, "--export", str(path), "--runs", str(runs)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def table(rows: int, measured: dict[str, dict[str, float]]) -> str:
    """Get the figures of one size as a table."""
    base = measured["bare_polars"]["seconds"]
    lines = [f"| {rows:,} rows | seconds | times bare Polars | most memory, MB |", "|---|---|---|---|"]
    for way, figures in measured.items():
        ratio = figures["seconds"] / base
        lines.append(f"| {way.replace('_', ' ')} | {figures['seconds']:.2f} | {ratio:.1f} | {figures['memory']:,.0f} |")
    return "\n".join(lines)


def report(sizes: list[int]) -> str:
    """Measure every way at every size."""
    tables = []
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "export.csv")
            make_export(path, rows)
            runs = _RUNS if rows <= _MANY_ROWS else 1
            tables.append(table(rows, {way: measured_alone(way, path, runs) for way in _WAYS}))
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it ended, Polars {pl.__version__}"
    return "\n\n".join(["# Cleaning against bare Polars", f"`python bench/clean.py`: {load}.", *tables]) + "\n"


def main() -> int:
    """Print the figures, or write them into a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[100_000])
    parser.add_argument("--write", type=Path, help="a Markdown file")
    parser.add_argument("--way", choices=_WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--export", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        print(json.dumps(measure(asked.way, asked.export, asked.runs)))
        return 0
    text = report(asked.sizes)
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
