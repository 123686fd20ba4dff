from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.job.overdue import overdue_in_words, overdue_months
from keycafe_clean.job_words import ALL_ADDED
from tests.job.lines import sent
from tests.job.runs import ANN, BOB, answer, month
from tests.job.stories import write_month

ADDED = sent(2, "Ann Lee", "ann@example.com", "added")
KEPT = "since months are kept for 24 months (keep_months in setup.toml)"


@pytest.fixture
def job(tmp_path: Path) -> JobFolder:
    """Get a job of two months in a row, of which the second has two files and no answer of one."""
    write_month(tmp_path, "2026-11", ADDED)
    write_month(tmp_path, "2026-12", ADDED)
    write_month(tmp_path, "2026-12-2", sent(2, "Bob Ray", "bob@example.com"))
    return JobFolder(tmp_path)


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2028, 11, 30), []),
        (date(2028, 12, 1), ["2026-11"]),
        (date(2029, 1, 1), ["2026-11", "2026-12", "2026-12-2"]),
    ],
)
def test_months_that_are_older_than_they_are_kept(job: JobFolder, today: date, months: list[str]) -> None:
    """24 months, by the month and not by the day; whether they are answered or not."""
    assert [it.folder.name for it in overdue_months(Setup(), job.months(), today)] == months


def test_what_a_run_would_forget_is_overdue(tmp_path: Path) -> None:
    """And no more than that: one rule for both."""
    month(tmp_path, "2026-11-03", ANN)
    answer(tmp_path, ALL_ADDED)
    job = JobFolder(tmp_path / "job")
    late = overdue_months(job.setup(), job.months(), date(2028, 12, 3))

    forgot = month(tmp_path, "2028-12-03", ANN, BOB).forgot

    assert (len(late), forgot) == (1, 1)


def test_which_months_and_by_what_command(job: JobFolder) -> None:
    """What the command does is what is said: nothing is overdue then."""
    today = date(2028, 12, 3)

    (said,) = overdue_in_words(job, job.months(), today)
    job.forget(today, "2026-12")

    assert said == (
        f"Overdue to be forgotten, {KEPT}: November 2026. The next clean or run forgets what is answered; at once: "
        f"keycafe-clean forget {job.path} --before 2026-12"
    )
    assert list(overdue_in_words(job, job.months(), today)) == []


def test_answer_that_is_missing_is_asked_for_first(job: JobFolder) -> None:
    """Nothing is forgotten of which nobody has said what Keycafe made of it; a month of two files is named once."""
    (said,) = overdue_in_words(job, job.months(), date(2029, 1, 3))

    assert said == (
        f"Overdue to be forgotten, {KEPT}: November 2026, December 2026. First say what Keycafe said: keycafe-clean "
        f"answer {job.path} --month 2026-12-2. The next clean or run forgets what is answered; at once: "
        f"keycafe-clean forget {job.path} --before 2027-01"
    )


def test_hashes_that_are_out_of_date(tmp_path: Path) -> None:
    """After five years, and the command that is named makes them go, with no month there."""
    write_month(tmp_path, "2026-11", ADDED)
    job, today = JobFolder(tmp_path), date(2032, 1, 1)
    job.forget(date(2026, 12, 3))
    count = job.forgotten()[0].height

    (said,) = overdue_in_words(job, job.months(), today)
    job.forget(today, "2030-01")

    assert said == (
        f"Overdue to be forgotten, after 5 years: {count} hashes. By: keycafe-clean forget {tmp_path} --before 2030-01"
    )
    assert job.forgotten()[0].is_empty()
