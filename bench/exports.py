"""Exports to measure with: of ../shared/tools/make_hr_export.py where it is there, else, and tidier, of our own.

The same number of rows and seed give the same bytes; what is there already is not made again.
"""

import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_MESSY = _HERE.parents[1] / "shared" / "tools" / "make_hr_export.py"
_TIDY = _HERE / "tidy_export.py"

#: What makes messy exports here; the results name it.
MAKER = (_MESSY if _MESSY.exists() else _TIDY).name


def messy_export(path: Path, rows: int, seed: int = 1, *options: str) -> Path:
    """Write an export of so many records with everything that goes wrong in one, and get its path."""
    return _made(_MESSY if _MESSY.exists() else _TIDY, path, rows, seed, options)


def lone_export(path: Path, rows: int, seed: int) -> Path:
    """Write such an export into a folder where nothing else lies: what is true of it is no export."""
    messy_export(path, rows, seed)
    for ending in (".truth.csv", ".summary.json"):
        path.with_suffix(ending).unlink(missing_ok=True)
    return path


def tidy_export(path: Path, rows: int, seed: int = 1) -> Path:
    """Write an export that a short script can clean as well as we do, and get its path."""
    return _made(_TIDY, path, rows, seed)


def _made(maker: Path, path: Path, rows: int, seed: int, options: tuple[str, ...] = ()) -> Path:
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    call = [sys.executable, f"{maker}", f"{path}", "--rows", f"{rows}", "--seed", f"{seed}", *options]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return path
