import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.many.month_once import month_once, result_of
from tests.many.asking import ANN, BOB, BROKEN, again, asked, single, sums


def test_a_month_is_the_one_of_a_single_run(tmp_path: Path) -> None:
    """Every file of the job's folder is the same, byte for byte."""
    task = asked(tmp_path / "acme", ANN, BROKEN)

    month_once(task)
    single(tmp_path / "by itself", task)

    assert sums(tmp_path / "acme") == sums(tmp_path / "by itself")


def test_a_task_that_runs_twice_makes_one_month(tmp_path: Path) -> None:
    """The second one finds what the first one made, and tells the same; nothing is touched."""
    task = asked(tmp_path / "acme", ANN, BOB)
    first, before = month_once(task), sums(tmp_path / "acme")

    assert (month_once(task), sums(tmp_path / "acme")) == (first, before)


@pytest.mark.parametrize("listed", [None, "2026-10\n"])
def test_a_month_whose_run_was_killed_before_it_was_listed_is_listed(tmp_path: Path, listed: str | None) -> None:
    """A folder that is lost later is missed: of the first month, and of any other."""
    task = asked(tmp_path / "acme", ANN)
    month_once(task)
    names = tmp_path / "acme" / "handed-over.txt"
    names.unlink()
    if listed:
        shutil.copytree(tmp_path / "acme" / "2026-11", tmp_path / "acme" / "2026-10")
        names.write_text(listed, encoding="utf-8")

    month_once(task)

    assert names.read_text(encoding="utf-8") == f"{listed or ''}2026-11\n"


def test_a_new_export_makes_a_further_file(tmp_path: Path) -> None:
    """Another file of the same month says something new: who is new goes in, beside the first file."""
    month_once(asked(tmp_path / "acme", ANN))

    result = month_once(asked(tmp_path / "acme", ANN, BOB))

    assert result.facts is not None
    assert (result.facts["month"], result.facts["in_file"]) == ("2026-11-2", 1)


def test_exit_code_is_that_of_a_run(tmp_path: Path) -> None:
    """A cell to repair ends with 1, as `run` does."""
    codes = [month_once(asked(tmp_path / name, *people)).code for name, people in {"a": [ANN], "b": [BROKEN]}.items()]

    assert codes == [0, 1]


def test_a_worker_that_does_not_see_the_job_begins_none(tmp_path: Path) -> None:
    """Where the disk is not shared everybody would be invited again."""
    task = replace(asked(tmp_path / "acme", ANN), is_begun=True)

    with pytest.raises(SetupError) as refused:
        month_once(task)

    assert not (tmp_path / "acme").exists()
    assert str(refused.value) == (
        f"{tmp_path}/acme has a set-up on the computer that asks, and none where the worker looks. "
        "Put it in a place that both see, or send it with --send-files."
    )


def test_a_setup_is_for_the_first_month(tmp_path: Path) -> None:
    """A table names it every month; the job has its own from the second one on."""
    setup = tmp_path / "first.toml"
    setup.write_text('plan = "confirmed"\n', encoding="utf-8")
    task = replace(asked(tmp_path / "acme", ANN), setup=str(setup))

    first = month_once(task)
    setup.unlink()

    assert first.facts is not None
    assert (first.facts["limit"], month_once(again(task))) == (250, first)


def test_what_is_told_is_of_the_folder(tmp_path: Path) -> None:
    """A month that is there is told as it was when it was made."""
    task = asked(tmp_path / "acme", ANN)
    made = month_once(task)
    folder = JobFolder(tmp_path / "acme")

    assert result_of(0, folder, folder.months()[0]) == made
