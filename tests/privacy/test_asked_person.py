from pathlib import Path

import pytest

from keycafe_clean.desk.draft import Draft
from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.privacy.asked_person import asked_person
from tests.job.lines import sent
from tests.job.stories import write_month


@pytest.fixture
def job(tmp_path: Path) -> JobFolder:
    """Get a job with two people of one last name."""
    write_month(tmp_path, "2026-11", sent(2, "Jane Doe", "jane.doe@acme.com"), sent(3, "John Doe", "john@acme.com"))
    return JobFolder(tmp_path)


def test_the_one_person_who_is_meant(job: JobFolder) -> None:
    """With the lines of everybody, to tell what is nobody else's."""
    person, everybody = asked_person(job, "jane")

    assert (person.name, everybody.lines.height) == ("Jane Doe", 2)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (" ", "Say whom you look for: part of the name, the address or the employee number."),
        ("doe", "'doe' means 2 people. Say more of the name, or the employee number."),
        (
            "Jnae",
            (
                "Nobody called 'Jnae' in any month since November 2026. "
                "Try part of the last name, the address or the employee number."
            ),
        ),
    ],
)
def test_nobody_else_is_taken(job: JobFolder, asked: str, said: str) -> None:
    """Exactly one person must be meant."""
    with pytest.raises(SetupError) as error:
        asked_person(job, asked)
    assert str(error.value) == said


@pytest.mark.parametrize("asked", ["brandt", "jane"])
def test_nobody_is_answered_about_while_the_desk_is_at_work(job: JobFolder, asked: str) -> None:
    """A draft is not looked through, and a new name or number in it hides whoever is in the months."""
    (job.draft / "files" / "0").mkdir(parents=True)
    (job.draft / "files" / "0" / "bytes").write_bytes(b"anybody")

    with pytest.raises(SetupError) as error:
        asked_person(job, asked)
    assert str(error.value) == (
        f"The desk is at work on a month that was not handed over: what lies in {job.draft} may name them too, and is "
        "not looked through. Hand that month over, or delete that folder, and ask again."
    )


def test_ticks_of_a_month_that_was_handed_over_are_no_draft(job: JobFolder) -> None:
    """They stay after the hand-over, and name nobody."""
    Draft(job.draft).keep_steps((0, 1))

    assert asked_person(job, "jane")[0].name == "Jane Doe"
