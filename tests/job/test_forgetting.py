"""What a job forgets, by itself and when it is told to: names are gone, and nobody is sent again."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, CY_RENAMED, DAN, answer, month, sent

BOB_ADDRESS = "bob.ray@example.com"
BOB_PASSED_ON = f"9,Zoe,May,{BOB_ADDRESS},Active,2026-12-15,Leeds"


def test_places_that_forgotten_files_have_used_stay_used(tmp_path: Path) -> None:
    """The limit of Keycafe forgets nothing."""
    month(tmp_path, "2026-11-03", ANN, BOB, used="240", plan="confirmed")
    answer(tmp_path, ALL_ADDED)

    JobFolder(tmp_path / "job").forget(date(2026, 11, 5))

    assert JobFolder(tmp_path / "job").setup().used == {"2026-11": 242}


def test_forgotten_people_are_never_sent_again(tmp_path: Path) -> None:
    """Names are gone from the folder, and a year later nobody goes out twice."""
    month(tmp_path, "2026-11-03", ANN, BOB, CY)
    answer(tmp_path, ALL_ADDED)
    job = JobFolder(tmp_path / "job")

    forgot = job.forget(date(2026, 12, 1))

    left = b"".join(path.read_bytes() for path in job.path.rglob("*") if path.is_file())
    assert (forgot, b"ann" in left.lower(), b"Orr" in left) == (1, False, False)
    assert sent(month(tmp_path, "2027-11-03", ANN, BOB, CY_RENAMED, DAN)) == ["Dan"]


def test_address_that_was_passed_on_is_asked_about_after_the_months_are_forgotten(tmp_path: Path) -> None:
    """Nobody is left out silently for the address of somebody else."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    JobFolder(tmp_path / "job").forget(date(2026, 12, 1))

    later = month(tmp_path, "2027-01-04", ANN, BOB_PASSED_ON)

    question = later.cleaned.findings.filter(pl.col("severity") == "question")
    assert question.select("row_id", "code", "value").rows() == [(1, "address_in_keycafe", BOB_ADDRESS)]
    assert sent(later) == []


def test_a_month_without_an_answer_is_not_forgotten(tmp_path: Path) -> None:
    """It may still be uploaded."""
    month(tmp_path, "2026-11-03", ANN)

    with pytest.raises(SetupError) as error:
        JobFolder(tmp_path / "job").forget(date(2026, 12, 1))

    assert str(error.value) == (
        "Nobody has said what Keycafe made of the file of 2026-11. "
        f"Say it first: keycafe-clean answer {tmp_path / 'job'}"
    )


def test_months_older_than_the_set_up_keeps_are_forgotten(tmp_path: Path) -> None:
    """After 24 months, and whoever was in them is known all the same."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)

    later = month(tmp_path, "2028-12-04", ANN, DAN)

    assert (sent(later), later.forgot) == (["Dan"], 1)
    assert [it.month for it in JobFolder(tmp_path / "job").months()] == ["2028-12"]


@pytest.mark.parametrize("lost", ["forgotten.key", "forgotten.csv"])
def test_half_of_what_is_left_of_forgotten_months_is_refused(tmp_path: Path, lost: str) -> None:
    """Whoever was in them would be sent again."""
    month(tmp_path, "2026-11-03", ANN)
    answer(tmp_path, ALL_ADDED)
    job = JobFolder(tmp_path / "job")
    job.forget(date(2026, 12, 3))
    (job.path / lost).unlink()

    with pytest.raises(SetupError) as stopped:
        job.forgotten()
    assert str(stopped.value) == (
        f"{job.path / lost} is gone, and with it who was in the months that were forgotten. "
        "Take it back from a copy of the folder."
    )
