from pathlib import Path

import pytest

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
