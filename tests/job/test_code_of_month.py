from pathlib import Path

import pytest

from keycafe_clean.errors import OutputError, SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job.code_of_month import code_of_job, code_of_run, written_code
from tests.job.runs import ANN, BOB, month


@pytest.mark.parametrize(("name", "script"), [(None, "keycafe_2026-12.py"), ("2026-11", "keycafe_2026-11.py")])
def test_newest_month_unless_another_is_named(tmp_path: Path, name: str | None, script: str) -> None:
    """The script is called as the folder of the month."""
    month(tmp_path, "2026-11-03", ANN)
    month(tmp_path, "2026-12-03", ANN, BOB)

    assert code_of_job(JobFolder(tmp_path / "job"), name).file_name == script


def test_both_files_have_one_name_beside_those_that_are_there(tmp_path: Path) -> None:
    """Nothing is written over, and their owner alone reads them."""
    month(tmp_path, "2026-11-03", ANN)
    told = code_of_job(JobFolder(tmp_path / "job"))
    (tmp_path / told.file_name).write_text("mine", encoding="utf-8")

    script, book = written_code(told, tmp_path / told.file_name)

    assert (script.name, book.name) == ("keycafe_2026-11-2.py", "keycafe_2026-11-2.ipynb")
    assert (script.read_text("utf-8"), book.read_text("utf-8")) == (told.script(), told.notebook())
    assert (tmp_path / told.file_name).read_text("utf-8") == "mine"


def test_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """It names the place."""
    month(tmp_path, "2026-11-03", ANN)

    with pytest.raises(OutputError, match=r"nowhere/a\.py cannot be written: No such file or directory\."):
        written_code(code_of_job(JobFolder(tmp_path / "job")), tmp_path / "nowhere" / "a.py")


def test_folder_that_is_no_runs_is_refused(tmp_path: Path) -> None:
    """What is missing is named."""
    with pytest.raises(SetupError, match=r"left_out\.csv cannot be opened: No such file or directory\."):
        code_of_run(tmp_path)
