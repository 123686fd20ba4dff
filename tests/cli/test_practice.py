from dataclasses import replace
from pathlib import Path

import pytest

from keycafe_clean.cli.job import Job
from keycafe_clean.cli.practice import Practice, practise
from keycafe_clean.plan import plan_imports
from keycafe_clean.wire import Limit
from keycafe_clean.write import write_imports
from tests.runs import run, staff

LIMIT = Limit(month="2026-11", limit=250, used=0, queued=0, left=250)


def job_in(folder: Path, month: str = "2026-11") -> Job:
    """Get a run of the invented staff, three of them ready, written into a folder."""
    plan = plan_imports(staff(), month=month, used=10)
    return Job(staff(), plan, write_imports(staff(), plan, folder / "out"))


@pytest.mark.parametrize(
    ("state", "failed", "refused"),
    [
        ("completed", 0, False),
        ("nothing", 0, False),
        ("completed", 1, True),
        ("failed", 0, True),
        ("refused", 0, True),
    ],
)
def test_one_refused_row_is_a_refusal(state: str, failed: int, *, refused: bool) -> None:
    """A whole file, an import that failed or a single row; nothing to import is none."""
    assert Practice(state, 0, failed, LIMIT).was_refused is refused


def test_everybody_ready_is_added(tmp_path: Path) -> None:
    """Places that were used before are used in the practice too."""
    practice = practise(job_in(tmp_path), quiet=True)

    assert (practice.state, practice.added, practice.failed) == ("completed", 3, 0)
    assert (practice.limit.used, practice.limit.left) == (13, 987)


def test_practice_happens_in_the_month_of_the_file(tmp_path: Path) -> None:
    """A file for a later month is counted in that month."""
    assert practise(job_in(tmp_path, "2027-01"), quiet=True).limit.month == "2027-01"


def test_somebody_known_is_an_error_of_a_row(tmp_path: Path) -> None:
    """Whoever is in Keycafe already is told by row, and everybody else is added."""
    practice = practise(replace(job_in(tmp_path), known=("jana@example.com",)), quiet=True)

    assert [(error.row, error.code) for error in practice.errors] == [(3, "already_member")]
    assert (practice.added, practice.was_refused) == (2, True)


def test_a_file_with_more_people_than_places_is_refused(tmp_path: Path) -> None:
    """The mock's own sentence says by how much, and nobody is added."""
    job = job_in(tmp_path)

    practice = practise(replace(job, plan=replace(job.plan, used=998)), quiet=True)

    assert (practice.state, practice.added) == ("refused", 0)
    assert practice.message == "The file holds 3 people and only 2 of this month's 1,000 places are left."


def test_no_file_is_nothing_to_practise(tmp_path: Path) -> None:
    """Where nobody is ready the limit stands as it stood."""
    nobody = run("First Name,Last Name,Email\nJana,Novak,jana@example\n")
    plan = plan_imports(nobody, used=7)

    practice = practise(Job(nobody, plan, write_imports(nobody, plan, tmp_path / "out")), quiet=True)

    assert (practice.state, practice.limit.used) == ("nothing", 7)


@pytest.mark.parametrize("quiet", [True, False])
def test_the_bar_is_shown_unless_it_is_quiet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, quiet: bool
) -> None:
    """The bar says that nobody is invited; it never mixes with the result on stdout."""
    practise(job_in(tmp_path), quiet=quiet)

    said = capsys.readouterr()
    assert (said.out, "Practice: nobody is invited" in said.err) == ("", not quiet)
