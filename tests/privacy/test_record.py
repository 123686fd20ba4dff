from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.privacy.pages import Section
from keycafe_clean.privacy.record import record_of
from tests.job.runs import ANN, BOB, HEADER, answer, month

NOT_USED = (
    "not used, but looked through for words of leaving, of accounts and of relations; a cell that has one is quoted in "
    "the question (waiting.csv, review.xlsx)"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Section]:
    """Get the record of a job of one month, whose months are kept for a year, by a role."""
    folder = tmp_path_factory.mktemp("record")
    (folder / "setup.toml").write_text(Setup(keep_months=12, audit_role="HR operations").to_toml(), encoding="utf-8")
    people = (f"{ANN},1980-01-01,ask Bo", f"{BOB},1981-01-01,")
    month(folder, "2026-11-03", *people, header=f"{HEADER},Date of Birth,Shoe size", setup=folder / "setup.toml")
    answer(folder, ALL_ADDED)
    return {section.title: section for section in record_of(JobFolder(folder / "job"), date(2027, 12, 3))}


def test_months_that_are_kept_too_long_are_named(record: dict[str, Section]) -> None:
    """With the command that forgets them: nobody has worked with the job for a year."""
    said = record["How long, and what is hashed"].said
    assert said[2] == "On 3 Dec 2027 there are 0 hashes."
    assert said[3].startswith(
        "Overdue to be forgotten, since months are kept for 12 months (keep_months in setup.toml): November 2026. The "
        "next clean or run forgets what is answered; at once: keycafe-clean forget "
    )


def test_nothing_is_kept_too_long(tmp_path: Path) -> None:
    """That is said too, with the day."""
    month(tmp_path, "2026-11-03", ANN)

    record = record_of(JobFolder(tmp_path / "job"), date(2028, 11, 30))
    assert record[3].said[3] == "On 30 Nov 2028 nothing is kept longer than that."


def test_columns_that_are_used_looked_through_and_dropped(record: dict[str, Section]) -> None:
    """A private column is not even named in the set-up."""
    rows = record["Which columns are used, looked through and dropped"].rows
    assert ("Email", "Email Address", "used") in rows
    assert ("Shoe size", "", NOT_USED) in rows
    assert ("birth and age", "", "looked at to be recognised, then dropped, and written nowhere") in rows
    assert not any("Date of Birth" in row for row in rows)


def test_what_masks_leave_is_said(record: dict[str, Section]) -> None:
    """A report that names nobody shows initials all the same."""
    kept = dict(record["What is kept, and where"].rows)
    assert kept["MONTH/report.html"] == (
        "counts, and a few examples of cells, masked: the first letter of each word, how long it is, and the domain of "
        "an address stay, other letters are x and figures 0; whoever knows the people may still tell who is meant"
    )


def test_role_instead_of_the_name(record: dict[str, Section]) -> None:
    """What is recorded of the analyst is said with what stands there."""
    said = record["What is recorded about the analyst (for the works council)"].said[0]
    assert said == (
        "Who decides and hands over is written as the role 'HR operations', here as 'HR operations' (`audit_role` in "
        "setup.toml puts a role in its place)."
    )


def test_record_names_nobody_of_the_export(record: dict[str, Section]) -> None:
    """It can be shown to a works council."""
    assert not any(word in f"{record}" for word in ("Ann Lee", "ann.lee", "Bob"))
