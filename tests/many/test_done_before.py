from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.job import JobFolder, KeycafeAnswer
from keycafe_clean.job_words import ALL_ADDED, NOT_UPLOADED
from keycafe_clean.many.done_before import done_before
from keycafe_clean.run.month import do_month
from keycafe_clean.run.options import Options
from tests.many.asking import ANN, BOB, BROKEN, MONTH, TODAY, export


def made(folder: Path, *people: str, hands_over: bool = True) -> tuple[JobFolder, Path, Options]:
    """Make a month of a job, and get what it was made of."""
    job, path = JobFolder(folder / "acme"), export(folder, *people)
    options = Options(job=job.path, today=TODAY, hands_over=hands_over)
    do_month(job, [path], options)
    return job, path, options


def test_same_files_and_nothing_decided_since_is_done(tmp_path: Path) -> None:
    """The month is the one that was handed over."""
    job, path, options = made(tmp_path, ANN)

    found = done_before(job, [path], options, MONTH)

    assert found is not None
    assert found.folder == job.path / MONTH


def test_a_job_that_is_not_begun_is_not_done(tmp_path: Path) -> None:
    """There is no folder at all."""
    assert done_before(JobFolder(tmp_path / "acme"), [export(tmp_path, ANN)], Options(), MONTH) is None


def test_a_month_that_was_only_looked_at_is_not_done(tmp_path: Path) -> None:
    """Nobody was sent: it is made anew, in its place."""
    job, path, options = made(tmp_path, ANN, hands_over=False)

    assert done_before(job, [path], options, MONTH) is None


def test_another_export_is_not_done(tmp_path: Path) -> None:
    """One byte is enough."""
    job, path, options = made(tmp_path, ANN)
    export(tmp_path, ANN, BOB)

    assert done_before(job, [path], options, MONTH) is None


def test_another_month_is_not_done(tmp_path: Path) -> None:
    """The same file in December is December's."""
    job, path, options = made(tmp_path, ANN)

    assert done_before(job, [path], options, "2026-12") is None


@pytest.mark.parametrize("name", ["setup.toml", "decisions.csv"])
def test_what_was_decided_since_is_not_done(tmp_path: Path, name: str) -> None:
    """A rule, or an answer, may let somebody in who waited."""
    job, path, options = made(tmp_path, ANN, BROKEN)
    if name == "setup.toml":
        text = (job.path / name).read_text(encoding="utf-8")
        (job.path / name).write_text(text.replace('order = "file"', 'order = "location"'), encoding="utf-8")
    else:
        do_month(job, [path], Options(job=job.path, today=TODAY, answers=_leave_out(job), hands_over=False))

    assert done_before(job, [path], options, MONTH) is None


def _leave_out(job: JobFolder) -> Path:
    """Answer the question of the month in its sheet."""
    sheet = job.path.parent / "answers.csv"
    lines = (job.path / MONTH / "waiting.csv").read_text(encoding="utf-8-sig").splitlines()
    answered = lines[1].replace('"",', '"leave out",', 1) if '"",' in lines[1] else lines[1]
    sheet.write_text("\n".join([lines[0], answered, ""]), encoding="utf-8")
    return sheet


def test_another_plan_is_not_done(tmp_path: Path) -> None:
    """More may go in by it."""
    job, path, _ = made(tmp_path, ANN)

    assert done_before(job, [path], Options(job=job.path, today=TODAY, plan="confirmed"), MONTH) is None


def test_a_list_that_names_somebody_new_is_not_done(tmp_path: Path) -> None:
    """Nor is it forgotten: the job would keep it."""
    job, path, _ = made(tmp_path, ANN)
    known = export(tmp_path, BOB, name="known.csv")

    assert done_before(job, [path], Options(job=job.path, today=TODAY, known=[known]), MONTH) is None


@pytest.mark.parametrize(("answer", "done"), [(ALL_ADDED, True), (NOT_UPLOADED, False)])
def test_who_was_sent_back_is_sent_again(tmp_path: Path, answer: str, done: bool) -> None:  # noqa: FBT001 - a column
    """A file that was not uploaded is to be made anew; one that was taken is not."""
    job, path, options = made(tmp_path, ANN)
    job.answer(job.months()[0], KeycafeAnswer(answer), date(2026, 11, 4))

    assert (done_before(job, [path], options, MONTH) is not None) is done


def test_a_month_whose_manifest_is_gone_is_not_done(tmp_path: Path) -> None:
    """What it was made of, nobody knows."""
    job, path, options = made(tmp_path, ANN)
    (job.path / MONTH / "manifest.json").unlink()

    assert done_before(job, [path], options, MONTH) is None
