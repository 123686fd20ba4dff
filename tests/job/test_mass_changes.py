"""A next month that is another file: it stops once, and goes on where that is said, with nobody lost."""

from pathlib import Path

import pytest

from keycafe_clean.errors import MassChangeError, UnknownColumn
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import HEADER, answer, month, sent

STAFF = [
    f"{n},Ona{chr(97 + n % 26)},Reyes{chr(97 + n // 5)},p{n}@example.com,Active,2020-01-01,Leeds" for n in range(1, 31)
]
GONE, RENAMED = STAFF[:20], [line.replace("Reyes", "Lund").replace("@example", "@other") for line in STAFF]
JOINED = [*STAFF, *(f"{n},Eva,Novak{chr(97 + n % 26)},e{n}@example.com,Active,2026-12-01,York" for n in range(50, 70))]


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """Get the folder of a job whose thirty people were handed over and added in November."""
    month(tmp_path, "2026-11-03", *STAFF)
    answer(tmp_path, ALL_ADDED)
    return tmp_path


@pytest.mark.parametrize(
    ("december", "sentence", "goes_out"),
    [
        (
            GONE,
            "10 of 30 known people are not in this file (33 %). Is it the whole company?",
            [],
        ),
        (
            RENAMED,
            "30 of 30 known people have another name or address in this file (100 %). Is it right?",
            [],
        ),
        (
            JOINED,
            "20 people are new in this file, beside 30 known ones (67 %). Is it another file?",
            ["Eva"] * 20,
        ),
    ],
)
def test_another_file_stops_once_and_goes_on(
    job: Path, december: list[str], sentence: str, goes_out: list[str]
) -> None:
    """Nothing is written before it is said that the file is right; then every row has a place, nobody goes twice."""
    with pytest.raises(MassChangeError) as stop:
        month(job, "2026-12-03", *december)
    assert stop.value.sentences == (
        f"{sentence} Nothing was written. Give the whole file, or say --continue if it is right.",
    )
    assert [it.month for it in JobFolder(job / "job").months()] == ["2026-11"]

    done = month(job, "2026-12-03", *december, goes_on=True)

    assert sent(done) == goes_out
    assert done.cleaned.counts["rows_read"] == len(december)


SAID = (
    "The set-up takes location from 'Location', and no file has that column. Columns read: Email, Employee ID, First "
    'Name, Last Name, Site, Start Date, Status. Say which it is, with --column "location=HEADER", or that none is, '
    'with --column "location="; or correct its line below [columns] in setup.toml.'
)


def test_another_file_is_asked_about_where_a_column_of_the_set_up_is_missing(tmp_path: Path) -> None:
    """A file of other people is likelier than another name of a column; both are said."""
    month(tmp_path, "2026-11-03", *STAFF, columns=["location=Location"])
    answer(tmp_path, ALL_ADDED)

    with pytest.raises(MassChangeError) as stop:
        month(tmp_path, "2026-12-03", *GONE, header=HEADER.replace("Location", "Site"))

    assert stop.value.sentences == (
        (
            "10 of 30 known people are not in this file (33 %). Is it the whole company? Nothing was written. Give the "
            "whole file, or say --continue if it is right."
        ),
        SAID,
    )


@pytest.mark.parametrize(("people", "goes_on"), [(STAFF, False), (GONE, True)])
def test_missing_column_of_the_right_file_is_all_that_is_said(tmp_path: Path, people: list[str], goes_on: bool) -> None:  # noqa: FBT001
    """Nobody asks about a file that changes few people, or of which it is said that it is right."""
    month(tmp_path, "2026-11-03", *STAFF, columns=["location=Location"])
    answer(tmp_path, ALL_ADDED)

    with pytest.raises(UnknownColumn) as stop:
        month(tmp_path, "2026-12-03", *people, header=HEADER.replace("Location", "Site"), goes_on=goes_on)

    assert str(stop.value) == SAID


def test_a_colleague_goes_on(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another user, with another home, on the same folder: nobody is sent twice, and who did it is recorded."""
    monkeypatch.setenv("LOGNAME", "stand-in")
    monkeypatch.setenv("HOME", str(job / "home"))

    done = month(job, "2026-12-03", *JOINED[:33])

    assert sent(done) == ["Eva"] * 3
    assert '"who": "stand-in"' in (job / "job" / "2026-12" / "manifest.json").read_text(encoding="ascii")
