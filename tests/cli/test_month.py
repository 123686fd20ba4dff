from pathlib import Path

import pytest

from keycafe_clean.cli.month import do_month
from keycafe_clean.cli.options import Options
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from tests.job.runs import ANN


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
