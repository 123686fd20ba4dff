"""What is practised, downloaded and answered once the rows are counted."""

import sys
from datetime import date

import pytest

from keycafe_clean.desk import actions, hand_over, known_people
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Download
from tests.desk.desks import EXPORT

Desk = tuple[DeskState, Session]


def test_this_months_file_is_handed_over_when_it_is_downloaded(read_desk: Desk) -> None:
    """Its folder stands in the job, whoever is in it counts as sent, and the draft is gone."""
    state, session = read_desk

    hand_over.download(state, session)

    month = session.job.months()[0]
    assert state.download == Download("2026-11_3.csv", "text/csv", (month.folder / "2026-11_3.csv").read_bytes())
    assert (month.sent, month.is_open, session.draft.is_begun, state.downloads) == (3, True, False, 1)
    assert state.history == (
        "November 2026: 3 sent, 3 not answered yet.",
        "November 2026: 3 of 1,000 places used, 997 left.",
    )
    assert state.handed_over.startswith(f"2026-11_3.csv was handed over. It lies in {month.folder}, with what waited")
    session.release()


def test_the_same_file_can_be_had_again(read_desk: Desk) -> None:
    """A second click writes nothing."""
    state, session = read_desk
    hand_over.download(state, session)
    before = state.download

    hand_over.download(state, session)

    assert (state.download, state.downloads, len(session.job.months())) == (before, 2, 1)
    session.release()


def test_a_month_before_one_handed_over_is_refused(read_desk: Desk) -> None:
    """A clock that is behind invites nobody who has left since; the file that was chosen waits for its day."""
    state, session = read_desk
    hand_over.download(state, session)
    state.today = date(2026, 10, 20)

    actions.read_files(state, session, [("later.csv", EXPORT)])

    assert state.message == (
        "A file of November 2026 was handed over already, and this one would be of October 2026: whoever has left "
        "since would be invited. If that file was not uploaded, say so in This month and choose your file again; "
        "else go on in November 2026."
    )
    assert session.run is None
    session.release()


def test_after_the_hand_over_nothing_is_decided_any_more(read_desk: Desk) -> None:
    """An answer would be in no file; the sentence says so."""
    state, session = read_desk
    hand_over.download(state, session)

    actions.replan(state, session, "confirmed", 0)

    assert (state.plan, state.status) == ("paid", state.handed_over)
    session.release()


def test_a_file_that_was_read_long_ago_is_not_handed_over(read_desk: Desk) -> None:
    """People may have left since: a fresh export is asked for."""
    state, session = read_desk
    session.read_on = date(2026, 10, 26)

    hand_over.download(state, session)

    assert state.message == (
        "The HR file was chosen on 26 October 2026, more than 7 days ago: people may have left since. "
        "Choose a fresh export."
    )
    assert (state.download, session.job.months()) == (None, [])


def test_what_keycafe_said_closes_the_month(read_desk: Desk) -> None:
    """Of those who failed a line each; the others were added."""
    state, session = read_desk
    hand_over.download(state, session)
    asked = state.open_question

    hand_over.answer(state, session, "failed", "ana.ruiz@example.com is already a member")

    assert asked == "What did Keycafe say of the file of November 2026 (3 rows)?"
    assert (state.message, state.open_month, state.open_question) == ("", "", "")
    assert state.history == (
        "November 2026: 3 sent, 2 added, 1 there already.",
        "November 2026: 2 of 1,000 places used, 998 left.",
    )
    session.release()


def test_a_first_line_that_names_nobody_is_told(read_desk: Desk) -> None:
    """It may have been no title."""
    state, session = read_desk
    hand_over.download(state, session)

    hand_over.answer(state, session, "failed", "Invalid phone\nana.ruiz@example.com")

    said = "The first line, 'Invalid phone', names nobody and was taken for a title: nothing is noted of it."
    assert state.message == said
    session.release()


def test_a_file_that_was_not_uploaded_is_not_to_be_had_again(read_desk: Desk) -> None:
    """Its people go into the next one; that says so too."""
    state, session = read_desk
    hand_over.download(state, session)
    gone = f"Do not upload {session.job.path / '2026-11' / '2026-11_3.csv'} any more."

    hand_over.answer(state, session, "not_uploaded", "")
    told = state.message, state.handed_over, state.download
    hand_over.download(state, session)
    actions.read_files(state, session, [("again.csv", EXPORT)])
    hand_over.download(state, session)

    assert told == (gone, f"{gone} What comes next is another file: choose a fresh export.", None)
    assert [month.sent for month in session.job.months()] == [3, 3]
    assert state.handed_over.endswith(f"choose a fresh export. {gone}")
    session.release()


def test_an_answer_about_nobody_is_said_and_keeps_nothing(read_desk: Desk) -> None:
    """The question stays."""
    state, session = read_desk
    hand_over.download(state, session)

    hand_over.answer(state, session, "failed", "x@example.com")

    assert state.message.startswith("'x@example.com' is about nobody in the file that was handed over.")
    assert state.open_month == "2026-11"
    session.release()


def test_a_new_plan_forgets_what_was_ready_and_practised(read_desk: Desk) -> None:
    """Nobody can download or trust a file of another plan."""
    state, session = read_desk
    hand_over.practise(state, session)

    actions.replan(state, session, "paid", 10)

    assert (state.practice, state.limit_after, state.imports) == ("", None, ())


def test_practice_says_how_it_went_and_where_the_limit_would_stand(read_desk: Desk) -> None:
    """The import goes through the practice Keycafe with the plan and used places of the screen."""
    state, session = read_desk
    actions.replan(state, session, "paid", 120)

    hand_over.practise(state, session)

    assert state.practice == "Practice: 3 of 3 added, 0 failed."
    assert state.limit_after_line == "November would then stand at 123 of 1,000, with 877 left."
    assert (state.practice_done, state.practice_rows, state.busy) == (3, 3, "")


def test_practice_shows_what_keycafe_would_show(read_desk: Desk) -> None:
    """Full Users stand under Invited, SmartBox Users under All; the import is listed as completed."""
    state, session = read_desk

    hand_over.practise(state, session)

    assert [user.name for user in state.invited] == ["Jana Novak", "Ana Ruiz"]
    assert [user.name for user in state.everybody] == ["Eva Brandt"]
    assert [(one.name, one.state) for one in state.imports] == [("2026-11_3.csv", "completed")]


def test_whoever_is_in_keycafe_is_a_member_of_the_practice_too(read_desk: Desk) -> None:
    """Practice is of the account as it is said to be, not of an empty one."""
    state, session = read_desk
    known_people.say_known(state, session, "ana.ruiz@example.com", [], 1)

    hand_over.practise(state, session)

    assert "ana.ruiz@example.com" in [user.email for user in state.everybody]
    assert state.limit_after_line == "November would then stand at 3 of 1,000, with 997 left."
    session.release()


def test_a_place_that_cannot_be_written_is_said(read_desk: Desk) -> None:
    """Where a file stands in the way, the sentence says so and nothing is handed over."""
    state, session = read_desk
    session.job.path.write_text("")

    hand_over.download(state, session)

    assert state.message == f"{session.job.path} cannot be written: Not a directory. Choose another folder."
    assert (state.download, state.handed_over) == (None, "")


def test_practice_without_its_package_says_what_to_install(read_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever installed the desk alone reads how to get the rest."""
    state, session = read_desk
    monkeypatch.setitem(sys.modules, "keycafe_clean.mock", None)

    hand_over.practise(state, session)

    assert state.status == 'Practice needs one more package: pip install "keycafe-clean[mock]".'


def test_keycafes_pages_come_and_go(read_desk: Desk) -> None:
    """They are there on demand."""
    state, _ = read_desk

    hand_over.toggle_keycafe(state)
    shown = state.shows_keycafe
    hand_over.toggle_keycafe(state)

    assert (shown, state.shows_keycafe) == (True, False)


@pytest.mark.parametrize("requested_action", ["practise", "download"])
def test_without_anybody_there_is_nothing_to_do(desk: Desk, requested_action: str) -> None:
    """A button that cannot act yet says why."""
    state, session = desk

    getattr(hand_over, requested_action)(state, session)

    assert state.status == "Choose a file first."
