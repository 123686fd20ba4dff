from datetime import date
from pathlib import Path

import polars as pl
import pytest

from keycafe_clean.check import check_import_file
from keycafe_clean.decide.setup import Setup
from keycafe_clean.import_result import FailedRow, Imported
from keycafe_clean.job.folder import JobFolder
from keycafe_clean.job.month import Month
from keycafe_clean.job.outcome_lines import to_csv
from keycafe_clean.job.sentences import (
    answer_after_import,
    months_in_words,
    next_step,
    places_in_words,
    waiting_in_words,
    who_are_these,
)
from keycafe_clean.wire import Import
from tests.job.lines import lines, sent
from tests.mock.files import NOW, file_of


def test_months() -> None:
    """What was sent and what Keycafe said; a second file of a month has its number."""
    one = lines(sent(2, "Ann Lee", answer="added"), sent(3, "Bob Ray", answer="already there"), {"name": "Cy Orr"})
    other = lines(sent(2, "Cy Orr", answer="needs a fix"), sent(3, "Dan Poe", answer="try again"))
    months = [
        Month(Path("2026-11"), "2026-11", 1, one),
        Month(Path("2026-11-2"), "2026-11", 2, other),
        Month(Path("2026-12"), "2026-12", 1, lines({"name": "Eva Fox"})),
    ]

    assert list(months_in_words(months)) == [
        "November 2026: 2 sent, 1 added, 1 there already.",
        "November 2026 (2): 2 sent, 1 to repair, 1 to send again.",
        "December 2026: no file was handed over.",
    ]


ANSWERED = lines(
    sent(2, "Ann Lee", answer="added"),
    sent(3, "Bob Ray", answer="added"),
    sent(4, "Cy Orr", answer="needs a fix", said="not valid"),
)


@pytest.mark.parametrize(
    ("month", "said"),
    [
        (lines(sent(2, "Ann Lee", answer="added")), []),
        (lines({"outcome": "waiting"}), ["In no file yet: 1 row waiting for you."]),
        (
            lines({"outcome": "waiting"}, {"name": "Bob Ray"}, {"name": "Cy Orr"}),
            ["In no file yet: 1 row waiting for you, 2 people planned for a later file."],
        ),
    ],
)
def test_who_is_in_no_file_yet(month: pl.DataFrame, said: list[str]) -> None:
    """By the newest month; where everybody is, nothing is said."""
    assert list(waiting_in_words([Month(Path("2026-11"), "2026-11", 1, month)])) == said


def test_people_of_an_earlier_month_who_are_to_be_sent_again_are_not_forgotten() -> None:
    """However the newest month stands; whoever is in Keycafe by another file is not among them."""
    november = lines(
        sent(2, "Ann Lee", "ann@example.com", "try again"), sent(3, "Bob Ray", "bob@example.com", "try again")
    )
    december = lines(sent(2, "Bob Ray", "bob@example.com", "added"))
    months = [Month(Path("2026-11"), "2026-11", 1, november), Month(Path("2026-12"), "2026-12", 1, december)]

    assert (
        next_step(Path("acme"), months, date(2026, 12, 3)) == "1 person is to be sent again: run with a fresh export."
    )


def test_file_of_people_who_are_in_keycafe_by_another_is_not_to_be_uploaded() -> None:
    """An answer that was changed after the people were put into a second file."""
    months = [
        Month(Path("acme/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee", "ann@example.com", "added"))),
        Month(Path("acme/2026-11-2"), "2026-11", 2, lines(sent(2, "Ann Lee", "ann@example.com"))),
    ]

    assert next_step(Path("acme"), months, date(2026, 11, 4)).replace("\\", "/") == (
        "1 person of the file in acme/2026-11-2 is in Keycafe by another file: do not upload it, "
        "say keycafe-clean answer acme --month 2026-11-2 --not-uploaded, and run again."
    )


UPLOAD = (
    "Upload the file of November 2026 in Keycafe if you have not, "
    "then say what it said: keycafe-clean answer {job} --month 2026-11"
)


def test_file_whose_people_a_later_run_knows_by_it_is_to_be_uploaded() -> None:
    """Whoever was left out since they are in an open file are in Keycafe by that one, and by no other."""
    known = {
        "outcome": "left_out",
        "reason": "in_keycafe",
        "known_file": "2026-11",
        "known_row": "2",
        "name": "Ann Lee",
    }
    months = [
        Month(Path("acme/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee", "ann@example.com")), date(2026, 11, 3)),
        Month(Path("acme/2026-11-2"), "2026-11", 2, lines({"name": "Ann Lee", "email": "ann@example.com", **known})),
    ]

    assert next_step(Path("acme"), months, date(2026, 11, 4)) == UPLOAD.format(job="acme")


@pytest.mark.parametrize(
    ("month", "step"),
    [
        (None, "Nothing was done yet. Give the first export: keycafe-clean run EXPORT --job {job}"),
        (
            lines(sent(2, "Ann Lee")),
            UPLOAD,
        ),
        (
            lines(sent(2, "Ann Lee", answer="added"), {"outcome": "waiting"}),
            "1 row waits for you: answer it in {job}/2026-11/review.xlsx, and give that with --answers.",
        ),
        (
            lines({"outcome": "waiting"}, {"outcome": "waiting"}),
            "2 rows wait for you: answer them in {job}/2026-11/review.xlsx, and give that with --answers.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="needs a fix")),
            "1 person was refused: correct their cells in the HR system, and run with a fresh export.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="try again")),
            "1 person is to be sent again: run with a fresh export.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="added"), {"name": "Bob Ray", "month": "2026-12"}),
            "1 person is planned for later months. Give next month's export.",
        ),
        (
            lines(sent(2, "Ann Lee", answer="added")),
            "Everybody is in Keycafe or left out. Give next month's export.",
        ),
    ],
)
def test_next_step(tmp_path: Path, month: pl.DataFrame | None, step: str) -> None:
    """One thing at a time: the answer first, then what waits, then the next month."""
    if month is not None:
        (tmp_path / "2026-11").mkdir()
        (tmp_path / "2026-11" / "outcomes.csv").write_bytes(to_csv(month))

    said = next_step(tmp_path, JobFolder(tmp_path).months(), date(2026, 11, 3))
    assert said.replace("\\", "/") == step.format(job=f"{tmp_path}".replace("\\", "/"))


@pytest.mark.parametrize(
    ("today", "says"), [(date(2026, 11, 10), "Upload the file of"), (date(2026, 11, 11), "The file of")]
)
def test_file_of_a_week_ago_is_not_to_be_uploaded(today: date, says: str) -> None:
    """People leave; on the seventh day it may still go."""
    month = Month(Path("acme/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee")), date(2026, 11, 3))

    assert next_step(Path("acme"), [month], today).startswith(says)


def test_what_to_do_with_a_file_that_is_too_old() -> None:
    """Whether it was uploaded is for the analyst to say; both ways are there to copy."""
    month = Month(Path("acme/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee")), date(2026, 11, 3))

    assert next_step(Path("acme"), [month], date(2026, 11, 20)) == (
        "The file of November 2026 was made on 3 November 2026, more than 7 days ago. If it is uploaded, say what "
        "Keycafe said: keycafe-clean answer acme --month 2026-11. If it is not, people may have left since: "
        "say keycafe-clean answer acme --month 2026-11 --not-uploaded, and run with a fresh export."
    )


@pytest.mark.parametrize(
    ("used", "known", "said"),
    [
        (0, 0, []),
        (120, 120, []),
        (
            120,
            1,
            [
                (
                    "120 places of November 2026 were used before this job, and it knows of 1 person in Keycafe "
                    "before. Who are these 120? Give a list with --known, so that nobody is invited again."
                )
            ],
        ),
    ],
)
def test_who_has_used_places_before(used: int, known: int, said: list[str]) -> None:
    """Whoever is in Keycafe and not known would be invited a second time."""
    assert list(who_are_these(used, known, "2026-11")) == said


def test_places_of_the_newest_month() -> None:
    """Those before this job and those of its files; who is planned later is told by month."""
    months = [
        Month(
            Path("2026-11"),
            "2026-11",
            1,
            lines(
                sent(2, "Ann Lee", answer="added"),
                sent(3, "Bob Ray", answer="already there"),
                {"name": "Cy Orr", "month": "2026-12"},
                {"name": "Eva Fox", "month": "2026-12"},
            ),
        )
    ]

    assert list(places_in_words(Setup(used={"2026-11": 120}), months)) == [
        "November 2026: 121 of 1,000 places used, 879 left.",
        "Planned: 2 people for December 2026.",
    ]


def test_job_without_months_has_used_no_places() -> None:
    """Nothing is said."""
    assert list(places_in_words(Setup(), [])) == []


def an_import(state: str, added: int, failed: int) -> Imported:
    """Get what became of an import of three people; nobody's row is told where nobody failed."""
    facts = {"id": 1, "name": "a.csv", "digest": "00", "state": state, "rows": 3, "done": 3, "createdAt": NOW}
    rows = tuple(FailedRow(row, "", None, "x", "No.") for row in range(2, 2 + failed))
    found = Import.model_validate({**facts, "added": added, "failed": failed})
    return Imported("sent", check_import_file(file_of()), found, rows)


TELL = "If this was Keycafe and no practice, tell the job"
ANSWER = ": keycafe-clean answer {job} --month 2026-11-2"
KEEP = ". Keep the lines of the rows above as failed.txt, then"


@pytest.mark.parametrize(
    ("result", "step"),
    [
        (an_import("completed", 3, 0), f"{TELL}{ANSWER} --all-added"),
        (
            an_import("completed", 2, 1),
            f"{TELL}{KEEP}{ANSWER} --failed failed.txt",
        ),
        (
            an_import("failed", 0, 3),
            f"{TELL}{KEEP}{ANSWER} --failed failed.txt",
        ),
        (an_import("failed", 0, 1), f"{TELL}{ANSWER} --refused"),
        (an_import("failed", 2, 0), f"{TELL}{ANSWER}"),
        (Imported("not sent", check_import_file(b"")), None),
    ],
)
def test_what_a_job_is_told_after_an_import(tmp_path: Path, result: Imported, step: str | None) -> None:
    """The option of `answer` that fits: where one row kept everybody out the whole file was refused."""
    month = tmp_path / "2026-11-2"
    month.mkdir()
    (month / "outcomes.csv").touch()
    (tmp_path / "setup.toml").touch()

    assert answer_after_import(month / "a.csv", result) == (step and step.format(job=tmp_path))


@pytest.mark.parametrize("missing", ["outcomes.csv", "../setup.toml"])
def test_a_file_of_no_job_has_no_such_step(tmp_path: Path, missing: str) -> None:
    """A month has its outcomes, and a job its set-up."""
    month = tmp_path / "2026-11"
    month.mkdir()
    for name in {"outcomes.csv", "../setup.toml"} - {missing}:
        (month / name).touch()

    assert answer_after_import(month / "a.csv", an_import("completed", 3, 0)) is None


def test_a_file_in_the_folder_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stands in the month's folder reads the job's whole path."""
    (tmp_path / "2026-11").mkdir()
    (tmp_path / "2026-11" / "outcomes.csv").touch()
    (tmp_path / "setup.toml").touch()
    monkeypatch.chdir(tmp_path / "2026-11")

    assert answer_after_import(Path("a.csv"), an_import("completed", 3, 0)) == (
        f"{TELL}: keycafe-clean answer {tmp_path} --month 2026-11 --all-added"
    )


def test_path_with_a_blank_can_be_copied() -> None:
    """Every command that is suggested takes the folder as one word."""
    month = Month(Path("a job/2026-11"), "2026-11", 1, lines(sent(2, "Ann Lee")), date(2026, 11, 3))

    assert next_step(Path("a job"), [], date(2026, 11, 3)).endswith("keycafe-clean run EXPORT --job 'a job'")
    assert next_step(Path("a job"), [month], date(2026, 11, 4)) == UPLOAD.format(job="'a job'")
