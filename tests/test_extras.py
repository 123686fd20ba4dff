"""What is published, installed from the package index into an environment of its own, with each extra."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.published import ROOT, wheel_in

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("uv") is None, reason="needs what `make windows` installs"),
]

SAMPLE = ROOT / "data" / "samples" / "workers_2026-11.csv"
TODAY = ("--today", "2026-11-03")

#: An environment in which nothing of the clone is found.
NO_CLONE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

#: What the least that can be installed cannot do, and what is said, with the command that installs it.
MISSING = [
    (("mock",), 'The mock is not installed: pip install "keycafe-clean[mock]".'),
    (("desk",), 'The desk is not installed: pip install "keycafe-clean[desk,mock]".'),
    (("many", "jobs"), 'Dask is not installed: pip install "keycafe-clean[many]".'),
    (
        ("run", f"{SAMPLE}", *TODAY, "--out", "o"),
        'Practice needs one more package: pip install "keycafe-clean[mock]". The files are written in o.',
    ),
    (("notebook", "new", "acme", f"{SAMPLE}"), 'Notebooks cannot be run here: pip install "keycafe-clean[desk]".'),
]


def _uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "uv", *arguments], check=False, capture_output=True, text=True)  # noqa: S603 - ours


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Get what installs the wheel with an extra, once each, and says where its command is."""
    place = tmp_path_factory.mktemp("extras")
    if (asked := _uv("pip", "install", "--dry-run", "--target", f"{place}", "hatchling")).returncode:
        pytest.skip(f"needs the package index: {asked.stderr}")
    wheel = wheel_in(place)

    @cache
    def command(extra: str) -> Path:
        environment = place / (extra or "none")
        made = _uv("venv", "--python", sys.executable, f"{environment}")
        installed = _uv("pip", "install", "--python", f"{environment}", f"{wheel}[{extra}]" if extra else f"{wheel}")
        assert (made.returncode, installed.returncode) == (0, 0), installed.stderr
        return next(environment.glob("*/keycafe-clean*"))

    return command


def done(command: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Get what an installed command made of its arguments, in a folder."""
    call = [f"{command}", *arguments]
    return subprocess.run(call, check=False, capture_output=True, text=True, cwd=folder, env=NO_CLONE)  # noqa: S603 - ours


def test_least_that_is_installed_cleans_an_export(commands: Callable[[str], Path], tmp_path: Path) -> None:
    """Without any extra: the sample's five counts, with nothing to complain of."""
    ended = done(commands(""), "clean", f"{SAMPLE}", *TODAY, "--job", "acme", folder=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "27 rows = 16 ready + 3 waiting for you + 2 combined + 3 left out + 3 not people" in ended.stdout


@pytest.mark.parametrize(("asked", "sentence"), MISSING, ids=[asked[0] for asked, _ in MISSING])
def test_what_is_not_installed_is_said_with_what_installs_it(
    commands: Callable[[str], Path], tmp_path: Path, asked: tuple[str, ...], sentence: str
) -> None:
    """One sentence, and no traceback."""
    done(commands(""), "clean", f"{SAMPLE}", *TODAY, "--job", "acme", folder=tmp_path)

    ended = done(commands(""), *asked, folder=tmp_path)

    assert (ended.returncode, ended.stderr) == (2, f"{sentence}\n")


def test_mock_practises(commands: Callable[[str], Path], tmp_path: Path) -> None:
    """A run, on the mock."""
    ended = done(commands("mock"), "run", f"{SAMPLE}", *TODAY, "--out", "run", folder=tmp_path)

    assert ended.returncode == 0, ended.stderr
    assert "Practice (nobody is invited): 16 of 16 added, 0 failed." in ended.stdout


def test_many_does_a_folder_of_jobs(commands: Callable[[str], Path], tmp_path: Path) -> None:
    """On the processes that it starts."""
    for job in ("a", "b"):
        exports = tmp_path / "jobs" / job / "exports"
        exports.mkdir(parents=True)
        (exports / "staff.csv").write_bytes(SAMPLE.read_bytes())

    ended = done(commands("many"), "many", "jobs", *TODAY, "--workers", "2", folder=tmp_path)

    assert ended.returncode == 0, ended.stderr
    assert "2 jobs = 0 done + 2 waiting for somebody + 0 refused." in ended.stdout


def test_desk_runs_notebooks(commands: Callable[[str], Path], tmp_path: Path) -> None:
    """One of a job, made and compared."""
    done(commands("desk"), "clean", f"{SAMPLE}", *TODAY, "--job", "acme", folder=tmp_path)
    made = done(commands("desk"), "notebook", "new", "acme", f"{SAMPLE}", folder=tmp_path)
    ended = done(commands("desk"), "notebook", "test", ".", folder=tmp_path)

    assert (made.returncode, ended.returncode) == (0, 0), made.stderr + ended.stderr
    assert "acme_2026-11.ipynb" in ended.stdout


def test_desk_answers(commands: Callable[[str], Path], tmp_path: Path) -> None:
    """On this computer alone, and nothing is warned of."""
    call = [f"{commands('desk')}", "desk", "job", "--no-browser", "--port=18906"]
    with subprocess.Popen(  # noqa: S603 - ours
        call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=NO_CLONE
    ) as desk:
        assert desk.stdout
        address = desk.stdout.readline().removeprefix("The desk opens: ").strip()
        with urlopen(address, timeout=90) as answer:  # noqa: S310 - of this computer
            text = answer.read().decode()
        desk.terminate()
        _, err = desk.communicate()

    assert address.startswith("http://127.0.0.1:18906/?token=")
    assert ("<title>Keycafe import desk</title>" in text, err) == (True, "")
