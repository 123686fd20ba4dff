"""The ways from a file to another that are measured, each in a process of its own; prints what the call cost.

    python -m bench.speed.inside.ways WAY EXPORT FOLDER

What a way imports it has imported before it is measured: what that costs is measured of whole commands.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import fastexcel
import polars as pl

from bench.costs import of_call
from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.match.possible import POSSIBLE
from keycafe_clean.pipeline import clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write import write_imports

TODAY = date(2026, 11, 3)


def bare_polars(path: Path, folder: Path) -> None:
    """Read and write the file, as text, with nothing in between."""
    pl.read_csv(path, infer_schema=False).write_csv(folder / "bare.csv")


def bare_reading(path: Path, _: Path) -> None:
    """Read the file, as text."""
    pl.read_csv(path, infer_schema=False)


def reading(path: Path, _: Path) -> None:
    """Read the file as an export."""
    read_export(path)


def fastexcel_reading(path: Path, _: Path) -> None:
    """Read the first sheet to Polars, as text."""
    fastexcel.read_excel(path).load_sheet(0, dtypes="string").to_polars()


def import_file(path: Path, folder: Path) -> None:
    """Read, clean without a look for possible duplicates, and write every ready row as one import file."""
    cleaned = clean(read_export(path), today=TODAY, pairs=POSSIBLE.to_frame())
    ready = cleaned.rows.filter(pl.col("outcome") == "ready").select(IMPORT_COLUMNS)
    ready.write_csv(folder / "import.csv", line_terminator="\r\n")


def all_files(path: Path, folder: Path, *, pairs: pl.DataFrame | None = None) -> None:
    """Read, clean, plan, and write all that a run writes: the import file and every review file."""
    cleaned = clean(read_export(path), today=TODAY, pairs=pairs)
    write_imports(cleaned, plan_imports(cleaned), folder / "run")


def all_files_without_pairs(path: Path, folder: Path) -> None:
    """The same, without a look for possible duplicates."""
    all_files(path, folder, pairs=POSSIBLE.to_frame())


WAYS: dict[str, Callable[[Path, Path], None]] = {
    way.__name__: way
    for way in (
        bare_polars,
        bare_reading,
        reading,
        fastexcel_reading,
        import_file,
        all_files,
        all_files_without_pairs,
    )
}


if __name__ == "__main__":
    print(json.dumps(of_call(partial(WAYS[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3])))))
