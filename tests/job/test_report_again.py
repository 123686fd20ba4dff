from pathlib import Path

import pytest

from keycafe_clean.job import JobFolder
from keycafe_clean.job.report_again import ReportAgain, report_again
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, answer, month

LOUD = CY.replace("Cy", "CYRIL")


def again(folder: Path, name: str, *, with_names: bool = False) -> ReportAgain:
    """Make the report of a month once more."""
    job = JobFolder(folder / "job")
    (made,) = (it for it in job.months() if it.folder.name == name)
    return report_again(job, made, [folder / f"hr-{made.made}.csv"], with_names=with_names)


@pytest.fixture
def two_months(tmp_path: Path) -> Path:
    """Get the folder of a job of two months; by the second one has left, one came, and a rule was added since."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, BOB.replace("Active", "Terminated"), LOUD)
    setup = tmp_path / "job" / "setup.toml"
    rule = '[[rule]]\ncolumn = "Location"\nis = "York"\nthen = "leave_out"\n'
    setup.write_text(setup.read_text(encoding="utf-8") + rule, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["2026-11", "2026-12"])
def test_report_is_what_it_was(two_months: Path, name: str) -> None:
    """By what was decided then, whatever came later: what changed since the month before is in it too."""
    made = again(two_months, name)

    assert made.as_it_was
    assert made.report.page() == (two_months / "job" / name / "report.html").read_bytes()


def test_names_are_all_that_differs(two_months: Path) -> None:
    """Beside the sentence that says so."""
    masked, named = (f"{again(two_months, '2026-12', with_names=it).report}" for it in (False, True))

    differ = [pair for pair in zip(masked.splitlines(), named.splitlines(), strict=True) if pair[0] != pair[1]]
    made_from = "Made from hr-2026-12-03.csv on 3 Dec 2026."
    assert differ[0] == (made_from, f"{made_from} It names people: keep it where the job is.")
    assert ["CYRIL" in line for pair in differ[1:] for line in pair] == [False, True]


def test_report_of_an_export_that_has_another_name_is_what_it_was(two_months: Path) -> None:
    """It is the same file: its sum says so."""
    (two_months / "hr-2026-11-03.csv").rename(two_months / "old.csv")
    job = JobFolder(two_months / "job")

    made = report_again(job, job.months()[0], [two_months / "old.csv"], with_names=False)

    assert made.as_it_was
