from pathlib import Path

import pytest

from keycafe_clean.desk import actions, answering, taking_back
from keycafe_clean.desk.decision_lines import DecisionLines
from keycafe_clean.desk.row_view import row_card
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import TidiedCell
from tests.desk.desks import EXPORT
from tests.desk.waiting import WAITING, waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def seven(tmp_path: Path) -> Desk:
    """Get a desk with a row of every outcome."""
    return waiting_desk(tmp_path, EXPORT.decode())


@pytest.mark.parametrize(
    ("row_id", "name", "said"),
    [
        (
            3,
            "Jana Novak",
            (
                "Ready: goes in as a Full User, by e-mail.",
                "Row 2 was combined with this one: same employee number and name.",
            ),
        ),
        (2, "Eva Brandt", ("Ready: goes in as a SmartBox User, without an invitation.",)),
        (0, "Jana Novak", ("Combined with row 5, which is kept: same employee number and name.",)),
        (
            4,
            "Tom Baker",
            ("Left out: no longer employed (Status terminated).", "Under People you can change who is left out."),
        ),
        (5, "", ("Not a person: blank.",)),
    ],
)
def test_what_became_of_a_row_is_said(seven: Desk, row_id: int, name: str, said: tuple[str, ...]) -> None:
    """With the reason, and where it can be changed."""
    assert seven[1].run
    card = row_card(DecisionLines(seven[1].run), row_id)

    assert card
    assert (card.name, card.said) == (name, said)


def test_what_was_tidied_is_shown_with_its_rule(seven: Desk) -> None:
    """Before and after; the cells as they were read stand below."""
    assert seven[1].run
    card = row_card(DecisionLines(seven[1].run), 3)

    assert card
    assert card.tidied == (
        TidiedCell("First Name", "JANA", "Jana", "capitals written as a name"),
        TidiedCell("Last Name", "NOVAK", "Novak", "capitals written as a name"),
    )
    assert [(line.header, line.cells) for line in card.cells][:2] == [
        ("First Name", ("JANA",)),
        ("Last Name", ("NOVAK",)),
    ]


def test_a_row_that_is_not_there_is_none(seven: Desk) -> None:
    """A page that is behind does no harm."""
    assert seven[1].run

    assert row_card(DecisionLines(seven[1].run), 70) is None


def test_a_combined_row_is_parted_and_joined_again(seven: Desk) -> None:
    """What a rule did a decision undoes, and the decision is taken back where it stands."""
    state, session = seven
    answering.show_row(state, session, 0)
    assert state.row
    assert state.row.can_part

    answering.part_row(state, session, 0)
    assert (state.counts["combined"], state.to_undo) == (0, "Two people, Jana Novak")
    assert state.decided
    taking_back.take_back(state, session, state.decided.lines[0].id)

    assert state.counts["combined"] == 1


def test_a_person_is_left_out_and_put_in_again(seven: Desk) -> None:
    """The row stays in sight, with its decision."""
    state, session = seven
    answering.show_row(state, session, 6)
    assert state.row
    assert state.row.can_leave_out

    answering.leave_out_row(state, session, 6)

    assert state.row.said == ("Left out: left out by hand.",)
    assert [line.said for line in state.row.decisions] == ["Ana Ruiz: left out"]
    taking_back.take_back(state, session, state.row.decisions[0].id)
    assert state.row.said == ("Ready: goes in as a Full User, by e-mail.",)


def test_a_row_that_waits_shows_its_question(tmp_path: Path) -> None:
    """One or the other stands beside the rows."""
    state, session = waiting_desk(tmp_path, WAITING)

    answering.show_row(state, session, 10)
    beside = (state.side, state.row and state.row.row)
    answering.show_row(state, session, 2)

    assert beside == ("row", 12)
    assert (state.side, state.row, state.card and state.card.row_id) == ("question", None, 2)


def test_a_row_that_begins_to_wait_shows_its_question_then(tmp_path: Path) -> None:
    """After an undo, for example."""
    state, session = waiting_desk(tmp_path, WAITING)
    answering.edit_cell(state, session, 2, "Email Address", "jana.novak@acme.com")
    answering.show_row(state, session, 2)
    assert state.side == "row"

    actions.undo(state, session)

    assert (state.side, state.row) == ("question", None)
    assert state.card
    assert state.card.row_id == 2
