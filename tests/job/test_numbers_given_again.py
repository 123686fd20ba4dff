"""An employee number that is given to somebody else: whoever has it now is asked about, and that once."""

from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.job import JobFolder
from keycafe_clean.job.sentences import next_step
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, DAN, answer, filled, month, sent
from tests.job.test_next_export import waiting_for

#: The number of Bob with all else another's, of Cy who has no address, and zeros before the number of Ann.
NEXT = "2,Viktor,Nagy,viktor.nagy@example.com,Active,2026-11-20,Leeds"
NEXT_BOX = "3,Rosa,Delgado,,Active,2026-12-01,York"
LONE_NUMBER = "same employee number, but nothing else is the same"


def before(folder: Path) -> None:
    """Hand November over, and say that everybody was added."""
    month(folder, "2026-11-03", ANN, BOB, CY)
    answer(folder, ALL_ADDED)


def answered(folder: Path, of: str, word: str) -> Path:
    """Answer every line of a month's waiting.csv with one word."""
    sheet = folder / "answers.csv"
    sheet.write_text(filled((folder / "job" / of / "waiting.csv").read_text("utf-8-sig"), word), encoding="utf-8")
    return sheet


@pytest.mark.parametrize("joiner", [NEXT, NEXT_BOX, NEXT.replace("2026-11-20", "")])
def test_number_that_is_given_again_is_asked_about(tmp_path: Path, joiner: str) -> None:
    """Nobody is in Keycafe by a number alone: neither left out in silence nor sent."""
    before(tmp_path)

    job = month(tmp_path, "2026-12-03", ANN, joiner)

    assert (sent(job), job.cleaned.counts["waiting"]) == ([], 1)
    assert waiting_for(tmp_path / "job/2026-12") == [LONE_NUMBER]
    assert not [task for task in JobFolder(tmp_path / "job").months()[-1].tasks().rows() if "Nagy" in str(task)]


def test_somebody_else_is_sent_and_not_asked_about_again(tmp_path: Path) -> None:
    """Once, though the number stays the same in every month, and whoever had it comes back without it."""
    before(tmp_path)
    month(tmp_path, "2026-12-03", ANN, CY, NEXT)

    again = month(tmp_path, "2026-12-03", ANN, CY, NEXT, answers=answered(tmp_path, "2026-12", "right"))
    answer(tmp_path, ALL_ADDED)
    later = month(tmp_path, "2027-01-04", ANN, CY, NEXT, DAN, BOB.replace("2,", "12,"))

    assert (sent(again), sent(later), later.cleaned.counts["waiting"]) == (["Viktor"], ["Dan"], 0)


def test_same_person_stays_out_and_is_not_asked_about_again(tmp_path: Path) -> None:
    """Everything but the number was renamed: the account is changed by hand, and nobody is invited."""
    before(tmp_path)
    month(tmp_path, "2026-12-03", ANN, CY, NEXT)

    again = month(tmp_path, "2026-12-03", ANN, CY, NEXT, answers=answered(tmp_path, "2026-12", "leave out"))
    later = month(tmp_path, "2027-01-04", ANN, CY, NEXT, DAN)

    assert (sent(again), sent(later), later.cleaned.counts["waiting"]) == ([], ["Dan"], 0)


def test_question_that_nobody_answered_stays(tmp_path: Path) -> None:
    """A month later, and once more."""
    before(tmp_path)
    month(tmp_path, "2026-12-03", ANN, CY, NEXT)
    month(tmp_path, "2027-01-04", ANN, CY, NEXT)

    assert waiting_for(tmp_path / "job/2027-01") == [LONE_NUMBER]


@pytest.mark.parametrize(
    "renamed",
    [
        "2,Zoe,Quast,bob.ray@example.com,Active,2019-05-05,Leeds",
        "2,Zoe,Quast,zoe@example.com,Active,2021-02-01,Leeds",
        "2,Bob,Quast,zoe@example.com,Active,,Leeds",
    ],
)
def test_renamed_person_is_known_by_the_number(tmp_path: Path, renamed: str) -> None:
    """With the address, the first day or one of the names: nobody is asked."""
    before(tmp_path)

    job = month(tmp_path, "2026-12-03", ANN, CY, renamed)

    assert (sent(job), job.cleaned.counts["waiting"]) == ([], 0)


def test_number_of_somebody_forgotten_is_asked_about(tmp_path: Path) -> None:
    """Of whom nothing but hashes is left: the number alone is no person."""
    before(tmp_path)

    month(tmp_path, "2028-12-04", ANN, NEXT)

    assert waiting_for(tmp_path / "job/2028-12") == [LONE_NUMBER]


def test_decision_does_not_pass_to_who_has_the_number_now(tmp_path: Path) -> None:
    """Somebody was left out by hand; the next one with the number is not."""
    month(tmp_path, "2026-11-03", ANN, BOB.replace("@example.com", "@example"))
    left_out = answered(tmp_path, "2026-11", "leave out")
    month(tmp_path, "2026-11-03", ANN, BOB.replace("@example.com", "@example"), answers=left_out)
    answer(tmp_path, ALL_ADDED)

    job = month(tmp_path, "2026-12-03", ANN, NEXT)

    assert sent(job) == ["Viktor"]


def test_second_person_of_a_name_who_was_sent_is_nobody_of_another_file(tmp_path: Path) -> None:
    """Two numbers, two addresses and the answer "two people": a name and a first day call nobody back."""
    namesake = "77,Ann,Lee,a.lee@example.com,Active,2020-01-01,Leeds"
    month(tmp_path, "2026-11-03", ANN, namesake, BOB)
    answer(tmp_path, ALL_ADDED)
    sheet = tmp_path / "answers.csv"
    header, question = (tmp_path / "job/2026-11/waiting.csv").read_text("utf-8-sig").splitlines()[:2]
    sheet.write_text(filled(f"{header}\n{question}", "two people"), encoding="utf-8")

    job = month(tmp_path, "2026-11-05", ANN, namesake, BOB, answers=sheet)

    assert sent(job) == ["Ann"]
    folder = JobFolder(tmp_path / "job")
    assert next_step(folder.path, folder.months(), date(2026, 11, 5)).startswith("Upload the file of November 2026")
