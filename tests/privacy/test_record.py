import pytest

from keycafe_clean.decide.setup import Setup
from keycafe_clean.job import JobFolder
from keycafe_clean.job_words import ALL_ADDED
from keycafe_clean.privacy.record import Section, record_of
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
    return {section.title: section for section in record_of(JobFolder(folder / "job"))}


def test_facts_are_those_of_the_set_up_and_the_months(record: dict[str, Section]) -> None:
    """What is not in them is left open."""
    facts = dict(record["Record of processing (GDPR Art. 30)"].rows)
    assert facts["Months"] == "November 2026 to November 2026; 1 folder, 2 lines of exports"
    assert facts["Erasure"] == "Months after 12 months, hashes 5 years later: see below"
    assert facts["Legal basis"] == "________________"


def test_columns_that_are_used_looked_through_and_dropped(record: dict[str, Section]) -> None:
    """A private column is not even named in the set-up."""
    rows = record["Which columns are used, looked through and dropped"].rows
    assert ("Email", "Email Address", "used") in rows
    assert ("Shoe size", "", NOT_USED) in rows
    assert ("birth and age", "", "looked at to be recognised, then dropped, and written nowhere") in rows
    assert not any("Date of Birth" in row for row in rows)


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
