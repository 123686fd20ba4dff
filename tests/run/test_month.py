from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import NOT_UPLOADED
from keycafe_clean.quoting import quoted
from keycafe_clean.run.month import do_month
from keycafe_clean.run.options import Options
from tests.job.runs import ANN, BOB, answer, month, sent


@pytest.mark.parametrize(
    ("plan", "used", "why"),
    [
        ("paid", "1001", ": the plan 'paid' has 1,000 places a month"),
        ("confirmed", "251", ": the plan 'confirmed' has 250 places a month"),
        ("paid", "-1", ""),
    ],
)
def test_more_places_than_the_plan_has_are_not_kept(tmp_path: Path, plan: str, used: str, why: str) -> None:
    """They would stand in the set-up of the job, and nobody would go in that month."""
    export = tmp_path / "hr.csv"
    export.write_text(f"Employee ID,First Name,Last Name,Email,Status,Start Date,Location\n{ANN}\n", encoding="utf-8")
    job = JobFolder(tmp_path / "job")

    with pytest.raises(SetupError) as refused:
        do_month(job, [export], Options(plan=plan, used=used, today="2026-11-03"))

    assert str(refused.value) == (
        f"--used is '{used}'{why}. Write how many users were imported this month already, for example 120."
    )
    assert not job.is_begun


def test_month_before_one_that_was_handed_over_is_refused(tmp_path: Path) -> None:
    """A clock that is behind sends nobody, and nothing is written."""
    month(tmp_path, "2026-11-03", ANN)

    with pytest.raises(SetupError) as error:
        month(tmp_path, "2026-10-20", ANN, BOB)

    job = quoted(tmp_path / "job")
    assert str(error.value) == (
        "2026-10 lies before 2026-11, of which a file was handed over. Say the day as it is with --today, or "
        "--month 2026-11 for a further file of that month. If that file was not uploaded, say so first: "
        f"keycafe-clean answer {job} --month 2026-11 --not-uploaded"
    )
    assert [it.month for it in JobFolder(tmp_path / "job").months()] == ["2026-11"]


def test_month_before_a_file_that_was_not_uploaded_is_made(tmp_path: Path) -> None:
    """Nobody of it is in Keycafe: a month that was mistyped can be taken back."""
    month(tmp_path, "2026-12-03", ANN)
    answer(tmp_path, NOT_UPLOADED)

    assert sent(month(tmp_path, "2026-11-03", ANN, BOB)) == ["Bob", "Ann"]
