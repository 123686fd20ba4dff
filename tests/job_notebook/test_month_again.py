from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job_notebook import month_again
from tests.job.runs import ANN, BOB, CY, EVA, answer, month


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Get a folder with a job of November, answered, and its export."""
    month(tmp_path, "2026-11-03", ANN, BOB, CY, EVA)
    answer(tmp_path, "all_added")
    return tmp_path


def test_month_becomes_what_it_became(folder: Path) -> None:
    """Whoever was sent by this very month is ready again, whatever was answered since and came later."""
    month(folder, "2026-12-03", ANN, BOB, CY, EVA)

    again = month_again(folder / "job", folder / "hr-2026-11-03.csv", month="2026-11")

    assert f"{again.outcomes}".splitlines()[0] == (
        "4 rows = 3 ready + 1 waiting for you + 0 combined + 0 left out + 0 not people"
    )


def test_who_was_in_keycafe_before_is_known(folder: Path) -> None:
    """December again leaves out whom November has sent."""
    month(folder, "2026-12-03", ANN, BOB, CY, EVA)

    again = month_again(f"{folder / 'job'}", f"{folder / 'hr-2026-12-03.csv'}", month="2026-12")

    assert f"{again.reasons}" == "reason                        rows\nleft out: already in Keycafe  3"


def test_joined_file_is_given_like_the_export(tmp_path: Path) -> None:
    """Which file is which is known by their checksums, in any order."""
    accounts = tmp_path / "accounts.csv"
    accounts.write_text("Employee ID,Mail\n1,ann@example.com\n2,bob@example.com\n", encoding="utf-8")
    header = "Employee ID,First Name,Last Name"
    month(tmp_path, "2026-11-03", "1,Ann,Lee", "2,Bob,Ray", header=header, join=[accounts])

    again = month_again(tmp_path / "job", accounts, tmp_path / "hr-2026-11-03.csv", month="2026-11")

    assert f"{again.outcomes}".splitlines()[1] == "2 Full Users + 0 SmartBox Users"


def test_month_that_is_not_there_is_refused(folder: Path) -> None:
    """A month that the job has forgotten cannot be made again."""
    with pytest.raises(SetupError, match=r"has no month 2025-01\. Name the folder of one that it has\."):
        month_again(folder / "job", month="2025-01")


def test_job_that_is_elsewhere_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a notebook that was moved: what is wrong is the path, not the month."""
    monkeypatch.chdir(folder.parent)

    with pytest.raises(SetupError) as refused:
        month_again("elsewhere", month="2026-11")

    assert f"{refused.value}" == (
        "elsewhere is no folder of a job, seen from here. Run this where it was made, or correct the path in it."
    )
