"""Whoever is in Keycafe and has left is told, whatever month or list they are known by; and so is who comes back."""

from datetime import date
from pathlib import Path

import polars as pl

from keycafe_clean.job import JobFolder
from keycafe_clean.job.open_tasks import tasks_in_words
from keycafe_clean.job.since_last_month import since_last_month
from keycafe_clean.job.to_do import LOOK, REMOVE
from keycafe_clean.job_words import ALL_ADDED
from tests.job.runs import ANN, BOB, CY, answer, filled, month, sent


def left(person: str) -> str:
    """Get the line of somebody once they have left."""
    return person.replace("Active", "Terminated")


def tasks(folder: Path) -> list[tuple[str, str]]:
    """Get the tasks of the newest month about people, each with a name."""
    read = JobFolder(folder / "job").months()[-1].tasks(by_run=True)
    return read.filter(pl.col("task").is_in([REMOVE, LOOK])).select("task", "name").rows()


def test_leaver_of_a_month_that_was_forgotten(tmp_path: Path) -> None:
    """Hashes tell that somebody is in Keycafe, and so that they are to be removed there."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    JobFolder(tmp_path / "job").forget(date(2026, 12, 1))

    month(tmp_path, "2026-12-03", ANN, left(BOB))

    assert tasks(tmp_path) == [(REMOVE, "Bob Ray")]


def test_leaver_who_was_missing_for_a_month(tmp_path: Path) -> None:
    """The newest month does not have them, an older one does; told once, they are not told again."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN)

    month(tmp_path, "2027-01-04", ANN, left(BOB))
    assert tasks(tmp_path) == [(REMOVE, "Bob Ray")]
    month(tmp_path, "2027-02-03", ANN, left(BOB))
    assert tasks(tmp_path) == []


def test_member_who_would_not_go_in_any_more(tmp_path: Path) -> None:
    """Who moves to a place that is left out keeps the account, unless somebody looks; told once."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    rule = '[[rule]]\ncolumn = "Location"\nis = "York"\nthen = "leave_out"\n'
    setup = tmp_path / "job/setup.toml"
    setup.write_text(f"{setup.read_text(encoding='utf-8')}\n{rule}", encoding="utf-8")

    moved = month(tmp_path, "2026-12-03", ANN, BOB.replace("Leeds", "York"))
    told = JobFolder(tmp_path / "job").months()[-1].tasks(by_run=True)
    month(tmp_path, "2027-01-04", ANN, BOB.replace("Leeds", "York"))

    assert told.select("task", "name", "detail").rows() == [
        (LOOK, "Bob Ray", "would not go in any more: Location is York")
    ]
    assert moved.comparison is not None
    assert "In Keycafe, and left out of this file by the set-up: 1. Look whether they may stay there." in list(
        since_last_month(moved.comparison)
    )
    assert tasks(tmp_path) == []


def test_back_after_a_month_in_no_export(tmp_path: Path) -> None:
    """They were to be removed, and perhaps were: somebody looks, once."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, left(BOB))
    month(tmp_path, "2027-01-04", ANN)

    month(tmp_path, "2027-02-03", ANN, BOB.replace("2021-02-01", "2027-02-01"))
    assert tasks(tmp_path) == [(LOOK, "Bob Ray")]
    month(tmp_path, "2027-03-03", ANN, BOB.replace("2021-02-01", "2027-02-01"))
    assert tasks(tmp_path) == []


def test_leaver_whose_number_lost_its_zeros(tmp_path: Path) -> None:
    """A spreadsheet has taken them, and the address is new: still to be removed, and not merely missing."""
    month(tmp_path, "2026-11-03", ANN, BOB.replace("2,Bob", "0002,Bob"))
    answer(tmp_path, ALL_ADDED)

    month(tmp_path, "2026-12-03", ANN, left(BOB).replace("bob.ray@example.com", "b.ray@new.example.com"))

    assert tasks(tmp_path) == [(REMOVE, "Bob Ray")]


def test_removal_is_told_until_somebody_is_back(tmp_path: Path) -> None:
    """However many months ago it was, and although the month in which they were sent is forgotten."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, left(BOB))
    for later in ("2027-01-04", "2027-02-03", "2027-03-03", "2027-04-05"):
        month(tmp_path, later, ANN)
    job = JobFolder(tmp_path / "job")
    job.forget_answered("2026-12", date(2027, 4, 5))

    (said,) = (line for line in tasks_in_words(job.months()) if "2026-12" in line)
    assert said.endswith("to_do.html lists: remove in Keycafe 1.")


def test_leaver_of_a_list(tmp_path: Path) -> None:
    """Somebody else has put them into Keycafe."""
    listed = tmp_path / "known.txt"
    listed.write_text("bob.ray@example.com\n", encoding="utf-8")

    month(tmp_path, "2026-11-03", ANN, left(BOB), known=[listed])

    assert tasks(tmp_path) == [(REMOVE, "Bob Ray")]


def test_back_under_another_number_beside_the_row_of_the_first_time(tmp_path: Path) -> None:
    """Both rows are combined, and the person may have been removed in Keycafe since."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", ANN, left(BOB))
    again = BOB.replace("2,Bob", "9,Bob").replace("2021-02-01", "2027-01-02")

    run = month(tmp_path, "2027-01-04", ANN, left(BOB), again)

    assert (sent(run), tasks(tmp_path)) == ([], [(LOOK, "Bob Ray")])


def test_namesake_of_somebody_who_has_left_by_the_same_file(tmp_path: Path) -> None:
    """Another number and another first day: perhaps the same person, back again; of somebody still here nobody asks."""
    month(tmp_path, "2026-11-03", ANN, CY)
    answer(tmp_path, ALL_ADDED)
    again = "9,Cy,Orr,,Active,2026-12-01,Leeds"

    run = month(tmp_path, "2026-12-03", ANN, left(CY), again)

    assert run.cleaned.findings.filter(pl.col("row_id") == 2).get_column("code").to_list() == ["possible_known"]
    assert sent(month(tmp_path, "2026-12-04", ANN, CY, again)) == ["Cy"]


def test_mailbox_that_was_passed_on(tmp_path: Path) -> None:
    """Once somebody says that the account is removed, whoever has the address now goes in, and nothing asks again."""
    month(tmp_path, "2026-11-03", ANN, BOB)
    answer(tmp_path, ALL_ADDED)
    people = (ANN, left(BOB), "7,Flo,Gil,bob.ray@example.com,Active,2026-12-01,York")
    month(tmp_path, "2026-12-03", *people)
    sheet = tmp_path / "answers.csv"
    sheet.write_text(filled((tmp_path / "job/2026-12/waiting.csv").read_text("utf-8-sig"), "right"), encoding="utf-8")

    run = month(tmp_path, "2026-12-04", *people, answers=sheet)

    assert (sent(run), "bob.ray@example.com" in run.known) == (["Flo"], False)
    assert sent(month(tmp_path, "2027-01-04", *people)) == []


def test_address_that_is_blank_now(tmp_path: Path) -> None:
    """It says nothing of the account, which keeps its address; one that is new there does."""
    month(tmp_path, "2026-11-03", ANN, BOB, CY)
    answer(tmp_path, ALL_ADDED)

    month(tmp_path, "2026-12-03", ANN.replace("ann.lee@example.com", ""), BOB, CY.replace(",,", ",cy@example.com,"))

    tasks_now = JobFolder(tmp_path / "job").months()[-1].tasks(by_run=True)
    assert tasks_now.select("task", "name").rows() == [("change in Keycafe", "Cy Orr")]


def test_somebody_left_out_as_the_same_under_another_name(tmp_path: Path) -> None:
    """The account has the old name and address: told once, while the old name is missing."""
    header = "First Name,Last Name,Email,Status,Start Date,Location"
    old, new = (f"Ann,{last},ann.{last.lower()}@example.com,Active,2020-01-01,Leeds" for last in ("Lee", "Vogel"))
    bob = BOB.removeprefix("2,")
    month(tmp_path, "2026-11-03", old, bob, header=header)
    answer(tmp_path, ALL_ADDED)
    month(tmp_path, "2026-12-03", new, bob, header=header)
    sheet = tmp_path / "answers.csv"
    sheet.write_text(
        filled((tmp_path / "job/2026-12/waiting.csv").read_text("utf-8-sig"), "leave out"), encoding="utf-8"
    )

    month(tmp_path, "2026-12-04", new, bob, header=header, answers=sheet)
    assert tasks(tmp_path) == [(LOOK, "Ann Vogel")]
    month(tmp_path, "2027-01-04", new, bob, header=header)
    assert tasks(tmp_path) == []
