from pathlib import Path

import pytest

from keycafe_clean.desk.found_view import Found, found_view
from keycafe_clean.job import JobFolder
from keycafe_clean.job.folder import history_of
from keycafe_clean.job.people_found import find_people
from tests.job.lines import sent
from tests.job.stories import write_month

ADDED = {"file": "nov.csv", "answer": "added", "answered_on": "2026-11-04"}


def found(job: Path, asked: str) -> Found:
    """Get what is shown of everybody in the job who is called so."""
    months = JobFolder(job).months()
    return found_view(months, asked, find_people(history_of(months), asked))


def test_outcome_then_the_evidence(tmp_path: Path) -> None:
    """As the command `why` tells it, with the days in words."""
    write_month(tmp_path, "2026-11", {**sent(2, "Jane Doe", "jane.doe@acme.com"), **ADDED, "employee_id": "001200"})

    assert found(tmp_path, "doe") == Found(
        "1 found",
        (
            {
                "name": "Jane Doe",
                "number": "Employee ID 001200",
                "outcome": "Invited: in the November file, added on 4 Nov 2026.",
                "entries": [
                    {"day": "", "text": "row 2 of nov.csv: has an e-mail address: Full User"},
                    {"day": "", "text": "November file, line 2"},
                    {"day": "4 Nov 2026", "text": "Keycafe: added"},
                ],
            },
        ),
    )


@pytest.mark.parametrize(
    ("people", "said"),
    [(2, "2 found"), (10, "10 found"), (12, "12 found, the first 10 are shown: say more of the name.")],
)
def test_how_many_were_found(tmp_path: Path, people: int, said: str) -> None:
    """Of very many the first alone are shown."""
    write_month(tmp_path, "2026-11", *(sent(row, f"Jo Ng{chr(96 + row)}") for row in range(2, people + 2)))

    shown = found(tmp_path, "jo")

    assert (shown.said, len(shown.people)) == (said, min(people, 10))


def test_whoever_has_no_number(tmp_path: Path) -> None:
    """Has no line for it."""
    write_month(tmp_path, "2026-11", sent(2, "Jo Ng"))

    assert found(tmp_path, "jo").people[0]["number"] == ""


def test_nobody_is_called_so(tmp_path: Path) -> None:
    """It is said where was looked, and what to try."""
    write_month(tmp_path, "2026-11", sent(2, "Jo Ng"))

    assert found(tmp_path, "Jnae") == Found(
        "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the employee "
        "number."
    )


def test_a_job_without_a_month(tmp_path: Path) -> None:
    """Nobody can be in it yet."""
    assert found(tmp_path, "doe") == Found(
        "No month has been handed over yet. After the first upload you see here who was added."
    )


def test_months_that_are_forgotten_are_said(tmp_path: Path) -> None:
    """Whoever was in them cannot be found, also where no other month is left."""
    write_month(tmp_path, "2027-01", sent(2, "Jo Ng"))
    (tmp_path / "bare").mkdir()

    for job in (tmp_path, tmp_path / "bare"):
        said = found_view(JobFolder(job).months(), "Jnae", [], forgot=True).said
        assert said.endswith(
            " Months before were forgotten: whoever was in them cannot be found, and is not invited again."
        )
