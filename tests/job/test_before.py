from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.job import JobFolder
from keycafe_clean.job.before import MonthBefore
from keycafe_clean.known.lines import PEOPLE
from keycafe_clean.pipeline import Cleaned, Prepared, decide, prepare
from keycafe_clean.read import read_export
from tests.job.runs import ANN, BOB, DAN, EVA, HEADER, answer, month

DECEMBER = date(2026, 12, 3)


@pytest.fixture
def job(tmp_path: Path) -> JobFolder:
    """Get a job of which November's file has Ann and Bob, who were added, while Eva waits for an address."""
    month(tmp_path, "2026-11-03", ANN, BOB, EVA)
    answer(tmp_path, "all_added")
    return JobFolder(tmp_path / "job")


def december(*people: str) -> Prepared:
    """Prepare an export of these people."""
    return prepare(read_export(("hr.csv", "\n".join([HEADER, *people]).encode())))


def outcomes(cleaned: Cleaned) -> list[str]:
    """List the outcome of every row."""
    return cleaned.rows.get_column("outcome").to_list()


def test_whoever_was_sent_is_left_out(job: JobFolder) -> None:
    """Ann and Bob are in Keycafe by the history, Dan is new."""
    prepared = december(ANN, BOB, DAN)
    of_job = MonthBefore.of(job, "2026-12", prepared.state.who, PEOPLE.to_frame())

    cleaned = decide(prepared, today=DECEMBER, before=of_job.before)

    assert outcomes(cleaned) == ["left_out", "left_out", "ready"]
    assert of_job.members.to_list() == ["ann.lee@example.com", "bob.ray@example.com"]


def test_what_became_of_the_month_before_is_told(job: JobFolder) -> None:
    """Dan is new; Bob is missing, of which nothing is concluded."""
    prepared = december(ANN, DAN)
    of_job = MonthBefore.of(job, "2026-12", prepared.state.who, PEOPLE.to_frame())

    compared = of_job.compared(decide(prepared, today=DECEMBER, before=of_job.before))

    assert compared.new.to_list() == [1]
    assert sorted(compared.before.get_column("became")) == ["missing", "missing", "there"]


@pytest.mark.parametrize(("asked", "used"), [("2026-11", 12), ("2026-12", 10)])
def test_places_of_the_month_are_counted_together(job: JobFolder, asked: str, used: int) -> None:
    """Ten that were said, and in November the two of the file of this job."""
    prepared = december(ANN, BOB, DAN)
    of_job = MonthBefore.of(job, asked, prepared.state.who, PEOPLE.to_frame())
    cleaned = decide(prepared, today=DECEMBER, before=of_job.before)

    assert of_job.planned(cleaned, asked, 10).used == used


def test_people_of_a_list_are_counted_each_once(job: JobFolder) -> None:
    """No list was given."""
    assert MonthBefore.of(job, "2026-12", december(ANN).state.who, PEOPLE.to_frame()).count_listed == 0
