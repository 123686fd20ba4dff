"""How long `clean()` takes from file to import file, against bare Polars reading and writing the same file.

    python bench/clean.py            100,000 rows
    python bench/clean.py 1000000

Prints ratios of one run: each side is measured three times, and the medians compared. The export is made here, of
invented people, with a dirty row in ten.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.clean import clean
from keycafe_clean.contract import IMPORT_COLUMNS
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write import write_imports

_TODAY = date(2026, 11, 3)
_FIRST = ("Jana", "PIOTR", "eva", "Seán", " Zoë", "Ken", "María José", "Jörg", "Ana", "Tom")
_LAST = ("Novak", "KOWALSKI", "brandt", "O'Neill", "van der Berg ", "Ito", "García López", "Müller", "Ruiz", "Baker")


def make_export(path: Path, rows: int) -> None:
    """Write an export of `rows` people with fifteen columns; every tenth has no address, every twentieth has left."""
    number = pl.int_range(rows)
    first = pl.lit(pl.Series(_FIRST)).gather(number % 10)
    last = pl.lit(pl.Series(_LAST)).gather((number // 10) % 10)
    address = pl.format("person{}@example.com", number)
    pl.select(number.alias("n")).select(
        pl.format("{}", pl.col("n") + 100_000).alias("Employee ID"),
        first.alias("First Name"),
        pl.concat_str(last, pl.col("n").cast(pl.String), separator="-").alias("Last Name"),
        pl.when(number % 10 != 9).then(address).alias("Work Email"),
        pl.when(number % 20 == 3).then(pl.lit("Terminated")).otherwise(pl.lit("Active")).alias("Status"),
        pl.lit("2019-03-15").alias("Hire Date"),
        pl.lit("Leeds").alias("Location"),
        *(pl.format("note {}", number % 97).alias(f"Note {i}") for i in range(8)),
    ).write_csv(path)


def bare(path: Path, folder: Path) -> None:
    """Read and write the file with nothing in between."""
    pl.read_csv(path, infer_schema=False).write_csv(folder / "bare.csv")


def ours(path: Path, folder: Path) -> None:
    """Read, clean, plan and write everything that a run writes."""
    cleaned = clean(read_export(path), today=_TODAY)
    write_imports(cleaned, plan_imports(cleaned), folder / "job")


def only_clean(path: Path, folder: Path) -> None:
    """Read, clean, and write every ready row as one file."""
    cleaned = clean(read_export(path), today=_TODAY)
    ready = cleaned.rows.filter(pl.col("outcome") == "ready")
    ready.select(IMPORT_COLUMNS).write_csv(folder / "ready.csv")


def median_seconds(work: Callable[[Path, Path], None], path: Path, folder: Path) -> float:
    """Get the median wall time of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work(path, folder)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_export(folder / "export.csv", rows)
        base = median_seconds(bare, folder / "export.csv", folder)
        print(f"{rows:,} rows; bare Polars {base:.2f} s")
        for work in (only_clean, ours):
            seconds = median_seconds(work, folder / "export.csv", folder)
            print(f"{work.__name__:>10}: {seconds:.2f} s, {seconds / base:.1f} times bare Polars")
    return 0


if __name__ == "__main__":
    sys.exit(main())
