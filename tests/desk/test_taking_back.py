from pathlib import Path

import pytest

from keycafe_clean.desk import actions, answering, taking_back
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.waiting import WAITING, waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def decided(tmp_path: Path) -> Desk:
    """Get a desk with two decisions: two people, then an address that was typed."""
    desk = waiting_desk(tmp_path)
    answering.answer(*desk, "two people")
    answering.edit_cell(*desk, 2, "Email Address", "jana@acme.com")
    return desk


def ids(desk: Desk) -> dict[str, str]:
    """Get the id of each decision by the first word of its sentence."""
    assert desk[0].decided
    return {line.said.split()[0]: line.id for line in desk[0].decided.lines}


def test_one_decision_is_taken_back(decided: Desk) -> None:
    """Whatever was decided since stays."""
    state, session = decided
    before = state.counts["waiting"]

    taking_back.take_back(state, session, ids(decided)["Anna"])

    assert list(ids(decided)) == ["Jana"]
    assert state.counts["waiting"] == before + 1


def test_taking_back_can_be_undone(decided: Desk) -> None:
    """It is a step like any other, and says what it was."""
    state, session = decided
    before = session.timeline.now.decisions

    taking_back.take_back(state, session, ids(decided)["Anna"])
    told = state.to_undo
    actions.undo(state, session)

    assert told == "taken back: Anna Berg and Anna Schmidt: two people"
    assert session.timeline.now.decisions == before


def test_mine_is_kept(decided: Desk) -> None:
    """The edit holds for the new cell, and waits for nothing any more."""
    state, session = decided
    actions.read_files(state, session, [("workers.csv", WAITING.replace("novak@acme;", "n@acme.com;").encode())])
    assert state.decided
    assert state.decided.lines[0].outdated

    taking_back.keep_mine(state, session, ids(decided)["Jana"])

    assert session.run
    assert "jana@acme.com" in session.run.cleaned.rows.get_column("Email Address")
    assert [(line.said.split()[0], line.why_not) for line in state.decided.lines] == [("Anna", ""), ("Jana", "")]
    assert state.to_undo == "kept: Jana Novak: Email Address 'jana@acme.com' typed, was 'jana.novak@acme'"


def test_what_is_not_there_is_left(decided: Desk) -> None:
    """A page that is behind does no harm."""
    state, session = decided
    before = state.to_undo

    taking_back.keep_mine(state, session, "nothing")

    assert (state.to_undo, state.message) == (before, "")
