from pathlib import Path

import pytest

from keycafe_clean.desk import actions, answering
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.pair_panel import pair_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.pair_compare import PairCompare
from tests.desk.desks import Asked
from tests.desk.page import Page
from tests.desk.waiting import waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def waiting(tmp_path: Path) -> Desk:
    """Get a desk at which a pair and four addresses wait."""
    desk = waiting_desk(tmp_path)
    desk[0].step = "check"
    return desk


@pytest.fixture
def compare(waiting: Desk, callbacks: Callbacks) -> PairCompare:
    """Get its view of the pair."""
    return pair_panel(waiting[0], callbacks)


def test_a_pair_stands_side_by_side(compare: PairCompare) -> None:
    """The row that is kept first, with what differs, and where the invitation can go."""
    pair = compare.pair

    assert (pair["kind"], pair["place"]) == ("Maybe one person", "1 of 5")
    assert pair["headings"] == ("Row 3 (the row we would keep)", "Row 2")
    assert [line["header"] for line in pair["cells"] if line["differs"]] == ["Last Name", "E-mail"]
    assert pair["addresses"] == ("anna.berg@acme.com", "anna.schmidt@acme.com")


@pytest.mark.parametrize(
    ("press", "call"),
    [
        ("same person", ("answer", "same person")),
        ("same person, anna.schmidt@acme.com", ("answer", "same person, anna.schmidt@acme.com")),
        ("later", ("show_question", 1)),
        ("previous", ("show_question", -1)),
        ("undo", ("undo",)),
        ("redo", ("redo",)),
        ("list", ("list_pairs",)),
    ],
)
def test_what_is_pressed_is_handed_on(compare: PairCompare, asked: Asked, press: str, call: tuple[object, ...]) -> None:
    """Answers as they are, the rest to what does it."""
    compare._handle_custom_msg({"press": press}, [])

    assert asked == [call]


def test_other_questions_are_not_compared(waiting: Desk, compare: PairCompare) -> None:
    """They stand beside the rows; nothing of the desk stops on the way."""
    before = (waiting[0].check_shows, waiting[0].side)

    answering.answer(*waiting, "same person")

    assert before == ("pair", "")
    assert (waiting[0].check_shows, waiting[0].side, waiting[0].message) == ("rows", "question", "")
    assert compare.layout.display == "none"


def test_a_pair_that_comes_back_takes_the_focus(waiting: Desk, compare: PairCompare) -> None:
    """Whoever works in the rows stays there: the page decides."""
    answering.answer(*waiting, "same person")
    page = Page(compare)

    actions.undo(*waiting)

    assert {"do": "focus unless", "in": ".kc-grid, .kc-decisions"} in [told.get("content") for told in page.heard]


def test_a_pair_can_be_looked_at_as_rows(waiting: Desk) -> None:
    """And back; so it is while other rows are looked at."""
    state, session = waiting
    answering.list_pairs(state)
    listed = (state.check_shows, state.side)

    answering.list_pairs(state)
    again = state.check_shows
    answering.show_rows(state, session, "everything")

    assert (listed, again) == (("rows", "question"), "pair")
    assert (state.check_shows, state.side) == ("rows", "question")


def test_the_other_address_is_kept(waiting: Desk) -> None:
    """The invitation goes where the analyst says."""
    state, session = waiting

    answering.answer(state, session, "same person, anna.schmidt@acme.com")

    assert session.run
    kept = session.run.cleaned.rows.filter(session.run.cleaned.rows["outcome"] == "ready")
    assert "anna.schmidt@acme.com" in kept["Email Address"]
    assert "anna.berg@acme.com" not in kept["Email Address"]
