"""The notebook of a job is made, and run again under nbval, by kernels: once for all tests here."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from keycafe_clean.errors import OutputError, SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job_notebook.making import make_notebook
from keycafe_clean.job_notebook.notebook_file import Notebook
from keycafe_clean.job_notebook.output_text import text_of
from tests.job_notebook.changed_rules import CHANGES, NAMES, changed, job_and_notebook


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a job and its notebook."""
    return job_and_notebook(tmp_path_factory.mktemp("job"))


@pytest.fixture(scope="module")
def told(notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Test a copy of the notebook for each change of a rule, in one call; get its code, its words and its JSON."""
    folder = tmp_path_factory.mktemp("changed")
    copies = {change: changed(notebook, folder / change, change) for change in CHANGES}
    call = [sys.executable, "-m", "keycafe_clean", "notebook", "test", "--json", *map(str, copies.values())]
    ended = subprocess.run(call, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    results = json.loads(ended.stdout)["notebooks"]
    by_change = dict(zip(copies, results, strict=True))
    return {"code": ended.returncode, "err": ended.stderr, "out": ended.stdout, "results": by_change}


def test_notebook_is_one_as_jupyter_writes_them(notebook: Path) -> None:
    """Valid, with outputs, and with what it reads named from where it lies."""
    made = nbformat.read(notebook, as_version=4)

    nbformat.validate(made)
    assert made.cells[1].source.splitlines()[-1] == 'month = month_again("job", "hr-2026-11-03.csv", month="2026-11")'
    assert text_of(Notebook.read(notebook).outputs[1]) == (
        "7 rows = 5 ready + 2 waiting for you + 0 combined + 0 left out + 0 not people\n"
        "4 Full Users + 1 SmartBox User\n"
        "Send Invitation       4\nSend Welcome Email    4\nGenerate Access Code  5"
    )


def test_notebook_names_nobody(notebook: Path) -> None:
    """No name and no address of the export stands anywhere in it."""
    text = notebook.read_text(encoding="utf-8")

    assert [name for name in NAMES if re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize("change", CHANGES)
def test_change_of_a_rule_is_told_in_words(told: dict[str, Any], change: str) -> None:
    """The notebook is as before where nothing changes, else the difference is told as an analyst tells it."""
    said = CHANGES[change][1]
    result = told["results"][change]

    assert (result["result"], result["said"]) == ("different" if said else "same", said)


def test_difference_ends_with_one_and_names_nobody(told: dict[str, Any]) -> None:
    """Something is different: 1, nothing on stderr, and no name in all that is said."""
    assert (told["code"], told["err"]) == (1, "")
    assert [name for name in NAMES if re.search(rf"\b{name}\b", told["out"])] == []


def test_what_is_there_is_not_replaced(notebook: Path) -> None:
    """A second notebook needs a name of its own."""
    before = notebook.read_bytes()

    with pytest.raises(OutputError) as refused:
        make_notebook(JobFolder(notebook.parent / "job"), [notebook.parent / "hr-2026-11-03.csv"], notebook)

    assert f"{refused.value}" == f"{notebook} exists already. Choose another name with --out."
    assert notebook.read_bytes() == before


def test_job_without_a_month_has_no_notebook(tmp_path: Path) -> None:
    """What is to be done first is said."""
    with pytest.raises(SetupError, match=r"No month was made in .* yet\. Make one first: keycafe-clean run EXPORT"):
        make_notebook(JobFolder(tmp_path), [], None)
