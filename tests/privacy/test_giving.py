import json
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.privacy.giving import give_person
from keycafe_clean.privacy.privacy_log import log_entries
from tests.job.runs import ANN, BOB, answer, month

TODAY = date(2026, 11, 5)


@pytest.fixture
def job(tmp_path: Path) -> JobFolder:
    """Get a job in which two people were added."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    return JobFolder(tmp_path / "job")


def test_a_person_gets_every_line_about_them_and_nobody_else(job: JobFolder, tmp_path: Path) -> None:
    """By file, and it is logged without the name."""
    lines = give_person(job, "ann", tmp_path / "ann.json", TODAY)

    text = (tmp_path / "ann.json").read_text(encoding="utf-8")
    held = json.loads(text)["held"]
    assert [*held] == ["2026-11/outcomes.csv", "2026-11/2026-11_2.csv", "2026-11/to_do.csv"]
    assert held["2026-11/2026-11_2.csv"][0]["Email Address"] == "ann.lee@example.com"
    assert "bob" not in text.lower()
    assert log_entries(job.path).rows() == [("2026-11-05", "given to the person", f"{lines}")]


def test_a_page_to_read(job: JobFolder, tmp_path: Path) -> None:
    """With what is done with the data."""
    give_person(job, "ann", tmp_path / "ann.html", TODAY)

    page = (tmp_path / "ann.html").read_text(encoding="utf-8")
    assert "<h1>What is held of Ann Lee</h1>" in page
    assert "Where a line names somebody else, or who decided, it says &#x27;another person&#x27;" in page
    assert "Record of processing (GDPR Art. 30)" in page
    assert "bob" not in page.lower()


def test_it_does_not_lie_in_the_job(job: JobFolder) -> None:
    """There it would be held too."""
    place = job.path / "ann.html"

    with pytest.raises(SetupError) as error:
        give_person(job, "ann", place, TODAY)
    assert str(error.value) == (
        f"{place} lies in the folder of the job. Choose a place outside: it is not the job's to keep."
    )


def test_nobody_gets_half_of_what_is_held(job: JobFolder, tmp_path: Path) -> None:
    """The draft of the desk has the export whole, and is not given."""
    (job.draft / "files" / "0").mkdir(parents=True)
    (job.draft / "files" / "0" / "bytes").write_bytes(ANN.encode())

    with pytest.raises(SetupError) as error:
        give_person(job, "ann", tmp_path / "ann.html", TODAY)
    assert str(error.value) == (
        f"The desk is at work on a month that was not handed over: what lies in {job.draft} may name them too, and is "
        "not looked through. Hand that month over, or delete that folder, and ask again."
    )
    assert not (tmp_path / "ann.html").exists()
