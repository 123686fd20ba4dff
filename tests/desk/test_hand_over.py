"""What is downloaded, practised and saved once the rows are counted."""

import sys
from pathlib import Path

import pytest

from keycafe_clean.desk import actions, hand_over
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState

Desk = tuple[DeskState, Session]


def test_this_months_file_and_the_review_are_ready_to_download(read_desk: Desk) -> None:
    """The import file is the article's: its header, CRLF, no BOM; the workbook comes second."""
    state, session = read_desk

    hand_over.prepare(state, session)

    assert [file.name for file in state.downloads] == ["2026-11_3.csv", "review.xlsx"]
    assert state.downloads[0].content.startswith(b"First Name,Last Name,Email Address,Send Invitation,")
    assert state.downloads[1].content.startswith(b"PK")


def test_a_new_plan_forgets_what_was_ready_and_practised(read_desk: Desk) -> None:
    """Nobody can download or trust a file of another plan."""
    state, session = read_desk
    hand_over.practise(state, session)

    actions.replan(state, session, "paid", 10)

    assert (state.downloads, state.practice, state.limit_after, state.imports) == ((), "", None, ())


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


def test_everything_can_be_saved_in_a_new_folder(read_desk: Desk) -> None:
    """The run's folder appears beside the others; saving again replaces nothing."""
    state, session = read_desk

    hand_over.save(state, session)
    hand_over.save(state, session)

    assert state.saved == f"Saved in {session.folder / 'keycafe-2026-11-2'}."
    assert {"2026-11_3.csv", "setup.toml", "decisions.csv"} <= _names(session.folder / "keycafe-2026-11")


def test_a_place_that_cannot_be_written_is_said(read_desk: Desk) -> None:
    """Where a file stands in the way, the sentence says so and nothing is lost."""
    state, session = read_desk
    (session.folder / "taken").write_text("")
    session.folder = session.folder / "taken"

    hand_over.save(state, session)

    assert state.message.startswith(f"{session.folder / 'keycafe-2026-11'} cannot be written: ")


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


@pytest.mark.parametrize("requested_action", ["practise", "save"])
def test_without_anybody_there_is_nothing_to_do(desk: Desk, requested_action: str) -> None:
    """A button that cannot act yet says why."""
    state, session = desk

    getattr(hand_over, requested_action)(state, session)

    assert state.status == "Choose a file first."


def _names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}
