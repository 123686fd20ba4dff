from io import StringIO

import pytest

from keycafe_clean.job.outcome_lines import to_csv
from tests.cli.calls import Shell
from tests.cli.november import AGAIN, MONTH, NOT_YET, PERMISSIONS, WAITS, said

PLACES = "November 2026: {} of 1,000 places used, {} left."


@pytest.mark.parametrize(
    ("option", "noted", "month"),
    [
        (
            "--all-added",
            "Noted of the file of November 2026: 2 added.",
            ["November 2026: 2 sent, 2 added.", PLACES.format(2, 998), NOT_YET.format(""), "", PERMISSIONS],
        ),
        (
            "--refused",
            "Noted: Keycafe refused the file of November 2026, and nobody was added. Repair what its message names.",
            ["November 2026: 2 sent, 2 to send again.", PLACES.format(0, "1,000"), NOT_YET.format(AGAIN)],
        ),
        (
            "--not-uploaded",
            "Noted: the file of November 2026 was not uploaded, and nobody was added.",
            ["November 2026: 2 sent, 2 to send again.", PLACES.format(0, "1,000"), NOT_YET.format(AGAIN)],
        ),
    ],
)
def test_answer_said_at_once(job: Shell, option: str, noted: str, month: list[str]) -> None:
    """Everybody of the file has the same answer, which is told back; what is left to do by hand is counted."""
    assert said(job("answer", "job", option, "--today", "2026-11-04")) == [noted, *month, "", WAITS]


@pytest.mark.parametrize(
    "content",
    [
        ["bob.ray@example.com: already a member"],
        ["Row,Email,Message", "3,bob.ray@example.com,already invited"],
        ["3;already invited"],
    ],
)
def test_answer_with_a_file(job: Shell, content: list[str]) -> None:
    """A pasted list, a table, rows alone: who is named is there already, everybody else was added."""
    failed = job.write("failed.csv", *content)

    assert "November 2026: 2 sent, 1 added, 1 there already." in said(job("answer", "job", "--failed", failed))


def test_first_line_that_names_nobody_is_told(job: Shell) -> None:
    """It may have been no title."""
    failed = job.write("failed.txt", "Invalid phone", "bob.ray@example.com: badge")

    assert said(job("answer", "job", "--failed", failed))[:2] == [
        "Noted of the file of November 2026: 1 added, 1 to repair.",
        "The first line, 'Invalid phone', names nobody and was taken for a title: nothing is noted of it.",
    ]


def test_answer_in_place_of_another(job: Shell) -> None:
    """What it replaces is said, so that nobody loses it unseen."""
    job.write("failed.txt", "bob.ray@example.com: badge")
    job("answer", "job", "--failed", "failed.txt", "--today", "2026-11-04")

    again = said(job("answer", "job", "--all-added", "--month", "2026-11", "--today", "2026-12-04"))

    assert again[:3] == [
        "This replaces what was said on 2026-11-04 of the file of November 2026: 1 added, 1 to repair.",
        "Noted of the file of November 2026: 2 added.",
        "November 2026: 2 sent, 2 added.",
    ]


def test_an_answer_of_an_earlier_month_is_replaced_by_its_name_alone(job: Shell) -> None:
    """A month later nobody means that file any more: what it says would be lost, and who is to be sent again."""
    job("answer", "job", "--refused", "--today", "2026-11-04")

    assert said(job("answer", "job", "--all-added", "--today", "2026-11-30"))[2] == "November 2026: 2 sent, 2 added."
    refused = job("answer", "job", "--refused", "--today", "2026-12-01")

    assert refused.code == 2
    assert refused.err == (
        "Every file of this job has its answer. To replace what was said of the file of November 2026, "
        "name it: --month 2026-11\n"
    )


def test_answer_is_asked_for(job: Shell) -> None:
    """The four ways, a number that is none again, then who failed, a line each."""
    job.patch.setattr("sys.stdin", StringIO("9\n2\nrow 3: not valid\n\n"))

    ended = job("answer", "job")

    assert ended.code == 0
    assert ended.out.splitlines()[:5] == [
        "What did Keycafe say of the file of November 2026 (2 rows)?",
        "  1. Everybody was added.",
        "  2. Some people failed.",
        "  3. Keycafe refused the file.",
        "  4. The file was not uploaded.",
    ]
    assert "November 2026: 2 sent, 1 added, 1 to repair." in ended.out


def test_empty_file_of_who_failed(job: Shell) -> None:
    """It is no export of an HR system: the sentence says what belongs into it, and what is meant by nobody."""
    job.folder.joinpath("failed.txt").write_bytes(b"")

    ended = job("answer", "job", "--failed", "failed.txt")

    assert ended.code == 2
    assert ended.err == (
        "failed.txt is empty. Write who failed into it, an address or Keycafe's message a line, or say --all-added if "
        "nobody did.\n"
    )


def test_second_file_of_a_month_is_answered_by_its_folder(job: Shell) -> None:
    """`--month 2026-11` is the first one, `2026-11-2` the second."""
    (job.folder / "job" / "2026-11-2").mkdir()
    (job.folder / "job" / "2026-11-2" / "outcomes.csv").write_bytes(to_csv(MONTH))

    job("answer", "job", "--month", "2026-11-2", "--all-added")

    assert said(job("answer", "job", "--month", "2026-11", "--refused"))[1:3] == [
        "November 2026: 2 sent, 2 to send again.",
        "November 2026 (2): 2 sent, 2 added.",
    ]


def test_of_two_open_files_one_is_named(job: Shell) -> None:
    """What is said at once asks nothing: it might be meant of either, and nothing is noted."""
    (job.folder / "job" / "2026-11-2").mkdir()
    (job.folder / "job" / "2026-11-2" / "outcomes.csv").write_bytes(to_csv(MONTH))

    ended = job("answer", "job", "--all-added")

    assert (ended.code, ended.err) == (
        2,
        (
            "2 files wait for an answer. Say of which one this is: "
            "--month 2026-11 (2 rows) and --month 2026-11-2 (2 rows).\n"
        ),
    )


def test_people_who_are_added_by_two_files(job: Shell) -> None:
    """One of the two answers may be wrong: it is said with the one that makes them two accounts."""
    (job.folder / "job" / "2026-11-2").mkdir()
    (job.folder / "job" / "2026-11-2" / "outcomes.csv").write_bytes(to_csv(MONTH.head(1)))
    assert len(said(job("answer", "job", "--all-added", "--month", "2026-11"))[0].split(".")) == 2

    assert said(job("answer", "job", "--all-added", "--month", "2026-11-2"))[:2] == [
        "Noted of the file of November 2026: 1 added.",
        (
            "1 person of this file was added by another file too, by what was said of it. One of the two answers may "
            "be wrong: look in Keycafe who has two accounts, and say of the other file what is right."
        ),
    ]


def test_file_that_was_not_uploaded_is_not_to_be_used(job: Shell) -> None:
    """It lies where it was, and looks like the one that is made next."""
    (job.folder / "job" / "2026-11" / "2026-11_2.csv").touch()

    assert said(job("answer", "job", "--not-uploaded"))[:2] == [
        "Noted: the file of November 2026 was not uploaded, and nobody was added.",
        "Do not upload job/2026-11/2026-11_2.csv any more.",
    ]
