from pathlib import Path

import pytest

from keycafe_clean.desk import actions, known_people
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.waiting import waiting_desk


@pytest.fixture
def desk(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get a desk that has read an export of eleven people."""
    return waiting_desk(tmp_path)


def test_whoever_is_named_is_left_out(desk: tuple[DeskState, Session]) -> None:
    """What was pasted and what lists hold are taken together; the places used are entered with them."""
    state, session = desk

    known_people.say_known(state, session, "m.orr@acme.com", [("more.csv", b"Email\nl.voss@acme.com\n")], 120)

    assert state.counts["left_out"] == 2
    assert state.limit_line == "November 2026: 120 used + 4 in this file = 124 of 1,000"
    assert state.known[0] == "1 person in Keycafe already was read from pasted.txt."
    assert (state.is_known, state.to_undo) == (True, "who is in Keycafe already")
    session.release()


def test_it_is_taken_back_as_one(desk: tuple[DeskState, Session]) -> None:
    """People and places."""
    state, session = desk
    before = (state.equation, state.used)
    known_people.say_known(state, session, "m.orr@acme.com", [], 120)

    actions.undo(state, session)

    assert ((state.equation, state.used), state.is_known) == (before, False)
    session.release()


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (" \n", "Paste addresses or names first, or type how many places are used."),
        (
            "12345 ::: 77",
            "'pasted.txt' holds neither addresses nor names. Paste or choose who is in Keycafe already, a line each.",
        ),
    ],
)
def test_what_names_nobody_is_said(desk: tuple[DeskState, Session], pasted: str, said: str) -> None:
    """Nothing is counted anew, and nothing is taken for known."""
    state, session = desk

    known_people.say_known(state, session, pasted, [], 0)

    assert (state.message, state.is_known, state.to_undo) == (said, False, "")
