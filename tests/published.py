"""What is published, built as pip would: the source archive, and the wheel that is made of it, not of the clone."""

import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def wheel_in(place: Path) -> Path:
    """Build the source archive and its wheel in a folder, and get where the wheel is."""
    with tarfile.open(_built(ROOT, "sdist", place / "sdist")) as archive:
        archive.extractall(place / "source", filter="data")
    return _built(next((place / "source").iterdir()), "wheel", place / "wheel")


def _built(source: Path, kind: str, target: Path) -> Path:
    """Build what is published of a folder by what pip would call, and get where it is."""
    call = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", f"{target}"]
    subprocess.run(call, check=True, capture_output=True, cwd=source)  # noqa: S603 - ours
    return next(target.iterdir())
