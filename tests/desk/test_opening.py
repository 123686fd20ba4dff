"""The desk goes on where it was: a reload, a killed kernel, a second desk, a full disk."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.desk import Desk, opening
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.opening import CLOSED
from tests.desk.desks import EQUATION, EXPORT, at_once
from tests.desk.waiting import WAITING

NOVEMBER, DECEMBER = date(2026, 11, 3), date(2026, 12, 3)


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Get the folder of a job; nobody waits for another desk."""
    monkeypatch.setattr(opening, "_TRIES", 1)
    return tmp_path / "job"


def opened(job: Path, today: date = NOVEMBER) -> tuple[Desk, Callbacks]:
    """Open a desk, and get what can be clicked there."""
    desk = Desk(job, today, start=at_once)
    return desk, desk._callbacks()


def test_nothing_is_written_before_a_file_was_chosen(job: Path) -> None:
    """Whoever only looks leaves no folder behind."""
    opened(job)

    assert not job.exists()


def test_a_reload_goes_on_with_the_same_question(job: Path) -> None:
    """The same counts and place, what was answered is not asked again, and can still be taken back."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])
    clicks.go("check")
    clicks.answer("two people")
    clicks.show_question(2)
    before = (desk.state.equation, desk.state.card, desk.state.step, desk.state.to_undo)
    desk.close()

    again, clicks = opened(job)
    after = (again.state.equation, again.state.card, again.state.step, again.state.to_undo)
    clicks.undo()

    assert after == before
    assert again.state.equation.startswith("11 rows = 6 ready + 5 waiting for you")
    again.close()


def test_what_a_killed_desk_left_behind_is_gone_with_the_next(job: Path) -> None:
    """There are people in it; of the job itself nothing is removed."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", EXPORT)])
    desk.close()
    left = job / ".keycafe-clean-dead"
    left.mkdir()
    (left / "waiting.csv").write_text("Jana")

    again, _ = opened(job)

    assert (left.exists(), again.state.message, again.state.equation) == (False, "", EQUATION)
    again.close()


def test_undone_to_the_start_the_job_is_as_it_was(job: Path) -> None:
    """The set-up is byte-equal to before, and no decision is left."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])
    before = {name: _read(job / name) for name in ("setup.toml", "decisions.csv")}
    clicks.answer("two people")
    clicks.answer("leave out")
    between = _read(job / "decisions.csv")

    clicks.undo()
    clicks.undo()

    after = {name: _read(job / name) for name in ("setup.toml", "decisions.csv")}
    assert (after, between.count(b"\n")) == (before, 3)
    desk.close()


def test_a_second_desk_only_shows_until_the_first_has_ended(job: Path) -> None:
    """It says who has the job; what the first one left is shown before anything is decided on it."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])
    other, others = opened(job)
    others.answer("leave out")
    said = (other.state.equation, other.state.read_only)
    clicks.answer("two people")
    desk.close()

    others.answer("leave out")
    shown = (other.state.message, other.state.equation)
    others.answer("leave out")

    assert said[0].startswith("11 rows = 6 ready + 5 waiting for you")
    assert re.fullmatch(
        rf"{job.name} is open since \d+ \w+ \d{{4}}, \d\d:\d\d at another desk, by .+\. "
        r"Until that one is closed this page only shows\.",
        said[1],
    )
    assert shown[0] == "The other desk has ended. This is what it left: now you can go on here."
    assert shown[1].startswith("11 rows = 7 ready + 4 waiting for you")
    assert other.state.equation.startswith("11 rows = 7 ready + 3 waiting for you + 0 combined + 1 left out")
    other.close()


def test_who_has_the_job_need_not_be_known(job: Path) -> None:
    """A folder that is only just taken says nothing yet."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])
    (job / "in-use").write_text("")

    other, _ = opened(job)

    assert other.state.read_only == (
        f"{job.name} is open at another desk. Until that one is closed this page only shows."
    )
    desk.close()


def test_a_desk_that_is_closed_gives_the_job_back(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was decided is there for the next one, and the server hears of it."""
    monkeypatch.setenv(CLOSED, f"{job.parent / 'closed'}")
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])
    clicks.answer("two people")

    clicks.close_desk()
    other, _ = opened(job)

    assert desk.state.closed == (
        "The desk is closed. Nothing is lost: open it again, and it goes on where you were. "
        "This page can be closed too."
    )
    assert other.state.equation.startswith("11 rows = 7 ready + 4 waiting for you")
    assert (job.parent / "closed").exists()
    other.close()


def test_an_empty_desk_is_closed_too(job: Path) -> None:
    """Nothing was chosen, so nothing is kept."""
    desk, clicks = opened(job)

    clicks.close_desk()

    assert desk.state.closed == (
        "The desk is closed. Nothing was chosen, and nothing is kept. This page can be closed too."
    )
    assert not job.exists()


def test_a_job_with_a_history_opens_on_this_month(job: Path) -> None:
    """What was handed over, and what became of everybody in the new file."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", EXPORT)])
    clicks.download()
    clicks.answer_month("all_added", "")
    desk.close()

    december, clicks = opened(job, DECEMBER)
    first = (december.state.step, december.state.history)
    clicks.read_files([("workers.csv", EXPORT + b"Neu;Mann;neu.mann@example.com;0009;active\n")])

    assert first == (
        "this_month",
        ("November 2026: 3 sent, 3 added.", "November 2026: 3 of 1,000 places used, 997 left."),
    )
    assert (december.state.step, december.state.this_file) == (
        "this_month",
        "December file: 1 person = 1 new + 0 from the waiting list.",
    )
    december.close()


def test_after_the_hand_over_a_reload_asks_what_keycafe_said(job: Path) -> None:
    """The draft is gone, the file is not offered to be decided on again."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", EXPORT)])
    clicks.download()
    desk.close()

    again, _ = opened(job)

    assert (again.state.step, again.state.equation, again.state.open_month) == ("this_month", "", "2026-11")
    again.close()


def test_a_full_disk_is_said_and_leaves_nothing_half_written(job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is decided stays on the screen, and is kept with the next click that finds room."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", WAITING.encode())])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("keycafe_clean.write.replacing.write_private", full)
        clicks.answer("two people")
    said = desk.state.message
    clicks.show_question(0)
    desk.close()

    again, _ = opened(job)
    assert said.startswith("The folder of the job cannot be written: No space left on device.")
    assert again.state.equation.startswith("11 rows = 7 ready + 4 waiting for you")
    again.close()


def test_a_file_that_was_named_and_is_gone_is_said(job: Path) -> None:
    """The job is shown all the same."""
    (job.parent / "workers.csv").write_bytes(EXPORT)
    desk, clicks = opened(job)
    clicks.read_path("workers.csv")
    read = desk.state.equation
    desk.close()
    (job.parent / "workers.csv").unlink()

    again, _ = opened(job)

    assert read == EQUATION
    assert again.state.message == f"{job.parent / 'workers.csv'} does not exist. Check the name and the folder."
    again.close()


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def test_ticks_of_the_upload_are_remembered(job: Path) -> None:
    """Over the hand-over and a reload, until Keycafe's answer closes the month."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", EXPORT)])
    clicks.tick_steps((0,))
    clicks.download()
    desk.close()
    other, others = opened(job)
    remembered = other.state.done_steps

    others.tick_steps((0, 1, 2, 3, 4))
    others.answer_month("all_added", "")
    answered = other.state.done_steps
    other.close()
    last, _ = opened(job)

    assert (remembered, answered, last.state.done_steps) == ((0,), (), ())
    last.close()


def test_other_files_begin_the_steps_anew(job: Path) -> None:
    """They are uploaded from the first step on."""
    desk, clicks = opened(job)
    clicks.read_files([("workers.csv", EXPORT)])
    clicks.tick_steps((0, 1))

    clicks.read_files([("workers.csv", WAITING.encode())])

    assert desk.state.done_steps == ()
    desk.close()
