from pathlib import Path

import pytest

from keycafe_clean.errors import ImportRefused
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.withdrawn import job_of, not_any_more, refuse_withdrawn, replaced_by, withdrawn_in_words
from tests.job.lines import lines, sent
from tests.job.stories import write_month

FILE, NEWER = Path("copper", "2027-01", "2027-01_2.csv"), Path("copper", "2027-01-2", "2027-01_2.csv")
SAID = "You said on 5 Jan 2027 that this file was refused, or not uploaded."


def people(answer: str) -> list[dict[str, str]]:
    """Get two people who were sent: one has no address, and would be in Keycafe twice."""
    ann, bob = sent(2, "Ann Lee", "ann@example.com", answer), sent(3, "Bob Ray", None, answer, employee_id="7")
    return [{**it, "answered_on": "2027-01-05"} for it in (ann, bob)]


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a job whose file of January was not uploaded, in the current folder."""
    monkeypatch.chdir(tmp_path)
    write_month(Path("copper"), "2027-01", *people("try again"))
    FILE.touch()
    return Path("copper")


def further(job: Path, answer: str, count: int = 2) -> None:
    """Write the folder of a second run in the same month."""
    write_month(job, "2027-01-2", *people(answer)[:count])
    NEWER.touch()


@pytest.mark.parametrize(
    ("answer", "count", "instead"),
    [
        ("unknown", 2, f"Its 2 people are in {NEWER}: upload that one."),
        ("unknown", 1, f"1 of its 2 people is in {NEWER}: upload that one."),
        ("added", 2, f"Its 2 people are in {NEWER}: Keycafe has that one already."),
        (
            "try again",
            2,
            "Its people are in no newer file yet; a run makes it: keycafe-clean run EXPORT --job copper",
        ),
    ],
)
def test_file_that_was_not_uploaded_names_the_one_to_upload(job: Path, answer: str, count: int, instead: str) -> None:
    """The newest with its people, as far as it stands; of none how it is made."""
    further(job, answer, count)

    assert withdrawn_in_words(FILE) == f"{SAID} {instead}"


@pytest.mark.parametrize("answer", ["unknown", "added", "already there", "needs a fix"])
def test_file_stands_once_something_else_is_said_of_it(job: Path, answer: str) -> None:
    """Whoever takes back that it was not uploaded has the file as it was."""
    (job / "2027-01" / "outcomes.csv").write_bytes(to_csv(lines(*people(answer))))

    assert withdrawn_in_words(FILE) == ""


def test_file_of_which_some_are_to_be_sent_again_stands(job: Path) -> None:
    """Keycafe has taken the others of it."""
    write_month(job, "2027-02", people("try again")[0], people("added")[1])

    assert withdrawn_in_words(job / "2027-02" / "2027-02_2.csv") == ""


@pytest.mark.usefixtures("job")
def test_withdrawn_file_is_not_sent() -> None:
    """It is refused before anybody is asked for a token."""
    with pytest.raises(ImportRefused) as refused:
        refuse_withdrawn(FILE)

    assert str(refused.value) == (
        f"Nothing was sent. {SAID} Its people are in no newer file yet; a run makes it: "
        "keycafe-clean run EXPORT --job copper"
    )


def test_file_of_no_job_is_nobodys(tmp_path: Path) -> None:
    """What lies elsewhere is not asked about."""
    assert (job_of(tmp_path / "a.csv"), withdrawn_in_words(tmp_path / "a.csv")) == (None, "")


def test_answer_says_which_file_is_out(job: Path) -> None:
    """By its path, as the job was named; nothing of a file that stands."""
    further(job, "unknown")
    old, new = JobFolder(job).months()

    assert list(not_any_more(old)) == [f"Do not upload {FILE} any more."]
    assert list(not_any_more(new)) == []


@pytest.mark.parametrize(("answer", "told"), [("unknown", [f"Do not upload {FILE} any more."]), ("try again", [])])
def test_newer_file_says_which_one_it_replaces(job: Path, answer: str, told: list[str]) -> None:
    """Of those whose people are in it."""
    further(job, answer)
    old, new = JobFolder(job).months()

    assert list(replaced_by(new, [old, new])) == told
