"""What is published: the source archive, and the wheel that is made of it, used where no clone is."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from tests.published import ROOT, wheel_in

#: What lies beside the package in a clone, and is needed when it runs.
BESIDE = [
    "notebooks/import_desk.ipynb",
    "notebooks/sanitize.cfg",
    "notebooks/voila/voila.py",
    "notebooks/voila/templates/keycafe/index.html.j2",
    "samples/workers_2026-11.csv",
    "schemas/full_user.yaml",
    "schemas/setup.schema.json",
    "schemas/smartbox_user.yaml",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Get a folder with the wheel unpacked, as pip would: made of the source archive, not of the clone."""
    place = tmp_path_factory.mktemp("published")
    with ZipFile(wheel_in(place)) as packed:
        packed.extractall(place / "installed")
    return place / "installed"


@pytest.fixture
def where(wheel: Path) -> dict[str, str]:
    """Get an environment in which the unpacked wheel is found before the clone."""
    return {**os.environ, "PYTHONPATH": f"{wheel}"}


def test_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    """But for what the grid is built from; what lies beside the package in a clone is inside."""
    package = ROOT / "keycafe_clean"
    files = [path.relative_to(package) for path in package.rglob("*") if path.is_file()]
    needed = [path for path in files if "__pycache__" not in path.parts and path.parts[:3] != ("desk", "views", "src")]

    assert [f"{path}" for path in [*needed, *map(Path, BESIDE)] if not (wheel / "keycafe_clean" / path).is_file()] == []


def test_wheel_does_a_month_in_an_empty_folder(wheel: Path, where: dict[str, str], tmp_path: Path) -> None:
    """The sample inside, by the schemas inside."""
    sample = wheel / "keycafe_clean" / "samples" / "workers_2026-11.csv"
    call = [sys.executable, "-m", "keycafe_clean", "run", f"{sample}", "--today", "2026-11-03", "--out", "november"]

    done = subprocess.run(call, check=False, capture_output=True, text=True, env=where, cwd=tmp_path)  # noqa: S603 - ours

    assert done.returncode == 0, done.stderr
    assert "Practice (nobody is invited): 16 of 16 added, 0 failed." in done.stdout
    assert (tmp_path / "november" / "2026-11_16.csv").is_file()


def test_wheel_serves_the_desk_in_an_empty_folder(where: dict[str, str], tmp_path: Path) -> None:
    """The page of the notebook inside, in the template inside."""
    call = [sys.executable, "-m", "keycafe_clean", "desk", "job", "--no-browser", "--port=18896"]
    with subprocess.Popen(  # noqa: S603 - ours
        call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=where, cwd=tmp_path
    ) as desk:
        try:
            assert desk.stdout
            address = desk.stdout.readline().removeprefix("The desk opens: ").strip()
            with urlopen(address, timeout=90) as answer:  # noqa: S310 - of this computer
                text = answer.read().decode()
        finally:
            desk.terminate()

    assert "<title>Keycafe import desk</title>" in text
    assert "Traceback" not in text
