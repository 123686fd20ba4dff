"""`code`: a month as a script and a notebook, beside the samples too."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.calls import Shell
from tests.regenerate_samples import files_of, job_of, samples

MONTH = ("--today", "2026-11-03")


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_every_sample_once_more(shell: Shell, sample: Path) -> None:
    """The script of a run gives its bytes."""
    written = job_of(sample, shell.folder / "run")
    for file in files_of(sample):
        shutil.copy(file, shell.folder)

    assert shell("code", "run").code == 0
    exec((shell.folder / "keycafe_2026-11.py").read_text(encoding="utf-8"), {})  # noqa: S102 - it is what is tested

    names = [Path(file.path).name for file in written.files]
    again = shell.folder / "2026-11-again"
    assert {name: (again / name).read_bytes() for name in names} == {
        name: (shell.folder / "run" / name).read_bytes() for name in names
    }


def test_files_that_are_there_stay(shell: Shell) -> None:
    """A second call writes beside the first."""
    shell.write("hr.csv", "First Name,Last Name,Email", "Ann,Lee,ann.lee@example.com")
    shell("run", "hr.csv", "--job", "acme", *MONTH)

    said = [json.loads(shell("code", "acme", "--json").out) for _ in range(2)]

    assert said == [
        {"script": "keycafe_2026-11.py", "notebook": "keycafe_2026-11.ipynb"},
        {"script": "keycafe_2026-11-2.py", "notebook": "keycafe_2026-11-2.ipynb"},
    ]
