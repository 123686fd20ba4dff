from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.desk.counting import run_of
from keycafe_clean.desk.decided import Decided
from keycafe_clean.desk.month_view import comparison_view, history_view, too_old
from keycafe_clean.desk.session import Run
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Tile
from keycafe_clean.job import JobFolder
from keycafe_clean.read import read_export
from tests.job.runs import ANN, BOB, DAN, EVA, HEADER, answer, month

NAMES = [f"{letter}{other}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for other in ("da", "nika", "rulf")]


@pytest.fixture
def job(tmp_path: Path) -> JobFolder:
    """Get a job of which November's file has Ann and Bob, while Eva waits for an address."""
    month(tmp_path, "2026-11-03", ANN, BOB, EVA)
    return JobFolder(tmp_path / "job")


def december(job: JobFolder, *people: str) -> Run:
    """Get the run of an export of these people in December."""
    export = read_export(("hr.csv", "\n".join([HEADER, *people]).encode()))
    return run_of(export, Decided(), date(2026, 12, 3), job)


def test_every_fact_has_a_place_on_the_screen(job: JobFolder) -> None:
    """The state takes them all, each of its own kind."""
    state = DeskState()

    state.update(**history_view(job), **comparison_view(december(job, ANN, DAN), goes_on=False))

    assert state.open_month == "2026-11"


def test_the_months_are_told_with_what_is_left(job: JobFolder) -> None:
    """What was sent, what Keycafe said, and what it is asked about."""
    before, _ = history_view(job), answer(job.path.parent, "all_added")

    assert before["open_question"] == "What did Keycafe say of the file of November 2026 (2 rows)?"
    assert history_view(job)["history"] == (
        "November 2026: 2 sent, 2 added.",
        "November 2026: 2 of 1,000 places used, 998 left.",
    )
    assert history_view(job)["open_question"] == ""


def test_whoever_is_in_the_file_that_is_asked_about_can_be_ticked(job: JobFolder) -> None:
    """By the row of the file, in its order; nobody once it is answered."""
    before, _ = history_view(job), answer(job.path.parent, "all_added")

    assert before["open_people"] == (
        (2, "Ann Lee, ann.lee@example.com (row 2)"),
        (3, "Bob Ray, bob.ray@example.com (row 3)"),
    )
    assert history_view(job)["open_people"] == ()


def test_what_became_of_the_month_before_stands_in_numbers(job: JobFolder) -> None:
    """Each with what to do about it."""
    answer(job.path.parent, "all_added")
    view = comparison_view(december(job, ANN.replace("ann.lee@", "ann.orr@"), BOB, DAN), goes_on=False)

    assert view["tiles"] == (
        Tile("new", 1, "1 in this file"),
        Tile("left", 0, "0 are in Keycafe: remove them by hand"),
        Tile("changed", 1, "1 is in Keycafe: change it by hand"),
        Tile("still_waiting", 1, "0 fit into December"),
        Tile("waiting_for_you", 0, "nothing to answer"),
    )
    assert view["this_file"] == "December file: 1 person = 1 new + 0 from the waiting list."


def test_a_file_that_may_be_another_one_is_asked_about_once(tmp_path: Path) -> None:
    """A third of the company is missing: one sentence names the number, until somebody goes on."""
    people = [f"{name},Orr,{name}.orr@example.com,{number},2020-01-01" for number, name in enumerate(NAMES, 1)]
    month(tmp_path, "2026-11-03", *people)
    run = december(JobFolder(tmp_path / "job"), *people[26:])

    asked, said = (comparison_view(run, goes_on=goes_on)["mass_changes"] for goes_on in (False, True))

    assert asked == ("26 of 78 known people are not in this file (33 %). Is it the whole company?",)
    assert said == ()


@pytest.mark.parametrize(("day", "is_old"), [(3, False), (10, False), (11, True), (20, True)])
def test_a_file_is_too_old_after_a_week(day: int, is_old: bool) -> None:  # noqa: FBT001 - a case
    """People may have left since."""
    assert bool(too_old(date(2026, 11, 3), date(2026, 11, day))) == is_old
