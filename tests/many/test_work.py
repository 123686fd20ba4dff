import subprocess
import sys
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from keycafe_clean.many import month_once as of_month
from keycafe_clean.many.task import Task
from keycafe_clean.many.work import installed, work
from tests.many.asking import ANN, again, asked


def test_a_worker_has_the_version_of_the_package() -> None:
    """Another one would write other files."""
    assert installed() == version("keycafe-clean")


def test_what_stops_a_job_is_a_result(tmp_path: Path) -> None:
    """An export that is not there is a code and a sentence; nothing is raised that Dask could log."""
    task = replace(asked(tmp_path / "acme", ANN), exports=(str(tmp_path / "none.csv"),))

    result = work(task)

    assert (result.code, result.facts) == (2, None)
    assert result.said == (f"{tmp_path}/none.csv does not exist. Check the name and the folder.",)


def test_a_mass_change_says_how_that_job_goes_on(tmp_path: Path) -> None:
    """What `run` is told for it, `many` is not for all: the whole call is named, and does it."""
    people = [f"Ona,{name},{name}@example.com" for name in ("adler", "brandt", "cole", "dean", "egan", "frey", "gray")]
    work(asked(tmp_path / "a client", *people * 2, *(it.replace("Ona", "Una") for it in people)))
    later = replace(again(asked(tmp_path / "a client", ANN)), today="2026-12-03", month="2026-12")

    result = work(later)

    assert (result.code, result.facts) == (1, None)
    assert result.said[-1] == (
        f"To go on: keycafe-clean run '{later.exports[0]}' --job '{tmp_path}/a client' --month 2026-12 --continue"
    )


@pytest.mark.parametrize(
    ("error", "begins"),
    [
        (
            ValueError("ann.lee@example.com"),
            "Something unexpected stopped the run. Nothing half-written was left behind.",
        ),
        (MemoryError(), "The worker has not enough memory for this job. Give the workers more, or do it by itself."),
    ],
)
def test_an_error_names_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, begins: str) -> None:
    """What nobody foresaw is told by its place in our code alone."""

    def stopped(_task: Task) -> None:
        raise error

    monkeypatch.setattr(of_month, "month_once", stopped)

    result = work(asked(tmp_path / "acme", ANN))

    assert result.said[0].startswith(begins)
    assert "ann.lee" not in result.said[0]


def test_who_reads_a_task_loads_next_to_nothing() -> None:
    """The scheduler unpacks what it passes on, and needs no Polars for it."""
    call = (
        "import sys; import keycafe_clean.many.work; print({'polars', 'pandera', 'distributed'} & sys.modules.keys())"
    )
    loaded = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter

    assert loaded.stdout == "set()\n"
