from pathlib import Path

import pytest

from keycafe_clean.desk import actions, answering
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.waiting import waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Get a desk at which a pair and four addresses wait."""
    return waiting_desk(tmp_path)


def show(desk: Desk, kind: str) -> Desk:
    """Show the first question of a kind."""
    answering.show_rows(*desk, kind)
    return desk


def test_the_first_question_is_about_two_rows(desk: Desk) -> None:
    """Pairs come first, and one says all that is needed: who, which rows, what answers it."""
    state, _ = desk

    assert state.kinds == (("Maybe one person", 1), ("E-mail address", 4))
    assert (state.asked, state.place) == (5, 0)
    assert state.card
    assert state.card.words == ("same person", "two people", "leave out")
    assert (state.card.other_row, state.card.row) == (3, 2)


@pytest.mark.parametrize(
    ("said", "combined", "ready"), [("same person", 1, 6), ("two people", 0, 7), ("leave out", 0, 6)]
)
def test_a_pair_is_answered(desk: Desk, said: str, combined: int, ready: int) -> None:
    """One answer, and the row of the pair waits no more."""
    state, session = desk

    answering.answer(state, session, said)

    assert (state.counts["combined"], state.counts["ready"], state.counts["waiting"]) == (combined, ready, 4)
    assert state.kinds == (("E-mail address", 4),)


def test_a_typed_address_is_taken(desk: Desk) -> None:
    """The cell is edited, and stands so in the file."""
    state, session = show(desk, "E-mail address")

    answering.answer(state, session, "jana.novak@acme.com")

    assert state.counts["waiting"] == 4
    assert session.run
    assert "jana.novak@acme.com" in session.run.cleaned.rows.get_column("Email Address")


def test_what_is_no_answer_says_which_words_are(desk: Desk) -> None:
    """Nothing is decided, and the sentence helps on."""
    state, session = show(desk, "E-mail address")

    answering.answer(state, session, "jana.novak@")

    assert state.message == (
        "Row 4: 'jana.novak@' is no answer to its question. Answer: leave out / blank, or the Email Address."
    )
    assert (state.counts["waiting"], state.to_undo) == (5, "")


def test_one_suggestion_is_taken_in_all_like_it(desk: Desk) -> None:
    """Three slips of one domain are one decision."""
    state, session = show(desk, "E-mail address")
    answering.show_question(state, session, 1)
    assert state.card
    assert (state.card.suggestion, state.card.alike) == ("p.lis@acme.com", 3)

    answering.accept_alike(state, session)

    assert (state.counts["waiting"], state.to_undo) == (2, "3 suggestions taken")
    actions.undo(state, session)
    assert state.counts["waiting"] == 5


def test_the_next_question_takes_the_place_of_an_answered_one(desk: Desk) -> None:
    """Nobody is sent back to the beginning."""
    state, session = show(desk, "E-mail address")
    answering.show_question(state, session, 2)

    answering.answer(state, session, "leave out")

    assert state.card
    assert (state.place, state.asked, state.card.name) == (2, 3, "Tom Hill")


def test_behind_the_last_question_comes_the_first(desk: Desk) -> None:
    """Later and Previous go round."""
    state, session = desk

    answering.show_question(state, session, -1)
    assert state.place == 4
    answering.show_question(state, session, 5)
    assert state.place == 0


def test_after_the_last_question_of_a_kind_all_that_wait_are_shown(desk: Desk) -> None:
    """A kind of which nothing waits any more is left."""
    state, session = show(desk, "Maybe one person")

    answering.answer(state, session, "same person")

    assert state.card
    assert (state.kind, state.asked, state.card.row) == ("", 4, 4)


def test_forty_steps_back_are_the_beginning_and_forth_the_end(desk: Desk) -> None:
    """The line that adds up returns to the letter, both ways, and the decisions with it."""
    state, session = desk
    before, decided = state.equation, session.timeline.now
    for said in ("two people", "leave out", "yes", "blank", "right"):
        answering.answer(state, session, said)
    after, at_the_end = state.equation, session.timeline.now
    assert after == "11 rows = 10 ready + 0 waiting for you + 0 combined + 1 left out + 0 not people"

    for _ in range(40):
        actions.undo(state, session)
    assert (state.equation, session.timeline.now, state.to_undo) == (before, decided, "")

    for _ in range(40):
        actions.redo(state, session)
    assert (state.equation, session.timeline.now, state.to_redo) == (after, at_the_end, "")


def test_undo_says_what_it_takes_back(desk: Desk) -> None:
    """The label has the words of the button and the person."""
    state, session = desk

    answering.answer(state, session, "same person")

    assert state.to_undo == "Same person, Anna Schmidt"
    actions.undo(state, session)
    assert (state.to_undo, state.to_redo) == ("", "Same person, Anna Schmidt")


def test_an_answer_moves_nobody_to_another_step(desk: Desk) -> None:
    """A recount is no reason to leave where one is."""
    state, session = desk
    actions.go(state, "check")

    answering.answer(state, session, "same person")

    assert state.step == "check"


def test_an_answer_says_by_whom_and_when(desk: Desk) -> None:
    """The audit asks, a year later."""
    state, session = desk

    answering.answer(state, session, "same person")

    lines = session.timeline.now.decisions.lines
    assert lines.get_column("on").to_list() == ["2026-11-03"]
    assert lines.get_column("by").item()


@pytest.mark.parametrize(
    ("kind", "row_id", "shown"),
    [("", 4, ("", 3)), ("E-mail address", 4, ("E-mail address", 2)), ("E-mail address", 0, ("", 0))],
)
def test_the_question_about_a_row_is_shown(desk: Desk, kind: str, row_id: int, shown: tuple[str, int]) -> None:
    """Of the kind that is shown if the row has one, else among all."""
    state, session = show(desk, kind)

    answering.show_row(state, session, row_id)

    assert (state.kind, state.place) == shown
    assert state.card
    assert state.card.row_id == row_id


def test_a_row_that_nothing_is_asked_about_changes_nothing(desk: Desk) -> None:
    """The question before stays."""
    state, session = show(desk, "E-mail address")
    before = state.card

    answering.show_row(state, session, 9)

    assert (state.kind, state.place, state.card) == ("E-mail address", 0, before)


def test_a_cell_is_edited_where_it_stands(desk: Desk) -> None:
    """Whether or not it is asked about; undo takes it back, and says what."""
    state, session = desk

    answering.edit_cell(state, session, 2, "Email Address", "jana.novak@acme.com")
    answering.edit_cell(state, session, 9, "First Name", "Kimberly")

    assert (state.message, state.counts["waiting"], state.to_undo) == ("", 4, "First Name, row 11")
    assert session.run
    assert session.run.cleaned.rows.item(9, "First Name") == "Kimberly"
    actions.undo(state, session)
    actions.undo(state, session)
    assert (state.counts["waiting"], session.run.cleaned.rows.item(2, "Email Address")) == (5, "jana.novak@acme")


def test_a_cell_that_cannot_be_is_refused_with_a_sentence(desk: Desk) -> None:
    """Nothing is decided then."""
    state, session = desk

    answering.edit_cell(state, session, 9, "Email Address", "kim at acme")

    advice = "Type the whole Email Address, or nothing to empty the cell."
    assert state.message == f"Row 11: 'kim at acme' is no Email Address. {advice}"
    assert state.to_undo == ""


def test_a_question_that_is_shown_is_answered(desk: Desk) -> None:
    """As if it had been asked for at once."""
    state, session = desk

    answering.while_shown(state.card, answering.answer)(state, session, "two people")

    assert (state.asked, state.message) == (4, "")


def test_a_question_that_nobody_has_seen_is_not_answered(desk: Desk) -> None:
    """Whoever presses twice has seen the first one alone."""
    state, session = desk
    seen = state.card
    answering.answer(state, session, "two people")

    answering.while_shown(seen, answering.answer)(state, session, "leave out")

    assert state.asked == 4
    assert state.message == "You pressed before the next question was there: it is not answered. Look at it now."
