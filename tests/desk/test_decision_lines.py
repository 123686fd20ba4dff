from dataclasses import replace
from pathlib import Path

import pytest

from keycafe_clean.decide.decisions import Made
from keycafe_clean.desk import actions, answering
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from tests.desk.desks import TODAY
from tests.desk.waiting import WAITING, waiting_desk

Desk = tuple[DeskState, Session]

ADDRESS = "Email Address"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Get a desk at which a pair and four addresses wait."""
    return waiting_desk(tmp_path)


def said(desk: Desk) -> list[str]:
    """List what was decided."""
    assert desk[0].decided
    return [line.said for line in desk[0].decided.lines]


def why_not(desk: Desk) -> list[str]:
    """List why each decision does not hold."""
    assert desk[0].decided
    return [line.why_not for line in desk[0].decided.lines]


def read_again(desk: Desk, before: str, after: str) -> None:
    """Read the export once more, changed meanwhile."""
    actions.read_files(*desk, [("workers.csv", WAITING.replace(before, after).encode())])


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("same person", "Anna Berg and Anna Schmidt: same person"),
        ("same person, anna.berg@acme.com", "Anna Berg and Anna Schmidt: same person, anna.berg@acme.com is kept"),
        ("two people", "Anna Berg and Anna Schmidt: two people"),
        ("leave out", "Anna Schmidt: left out"),
    ],
)
def test_an_answer_is_a_sentence(desk: Desk, answer: str, sentence: str) -> None:
    """About whom, and what was said; the first of a pair is the first of the alphabet."""
    answering.answer(*desk, answer)

    assert said(desk) == [sentence]


@pytest.mark.parametrize(
    ("row_id", "column", "value", "sentence"),
    [
        (2, ADDRESS, "jana@acme.com", "Jana Novak: Email Address 'jana@acme.com' typed, was 'jana.novak@acme'"),
        (2, ADDRESS, "", "Jana Novak: Email Address emptied, was 'jana.novak@acme'"),
        (2, "Badge Code", "4711", "Jana Novak: Badge Code '4711' typed, was empty"),
    ],
)
def test_an_edit_is_a_sentence(desk: Desk, row_id: int, column: str, value: str, sentence: str) -> None:
    """With the cell as it was read."""
    answering.edit_cell(*desk, row_id, column, value)

    assert said(desk) == [sentence]


@pytest.mark.parametrize(
    ("column", "seen", "sentence"),
    [
        (ADDRESS, "p.lis@acme.con", "Piotr Lis: Email Address 'p.lis@acme.con' is right as it is"),
        (None, None, "Piotr Lis: right as it is"),
    ],
)
def test_what_is_right_is_a_sentence(desk: Desk, column: str | None, seen: str | None, sentence: str) -> None:
    """Of a cell, and of a row as a whole."""
    state, session = desk
    now = session.timeline.now
    decisions = now.decisions.with_answer("right", {"name": "Piotr Lis"}, column, seen)

    actions.decide(state, session, replace(now, decisions=decisions), "right")

    assert said(desk) == [sentence]


def test_it_says_when_and_by_whom(desk: Desk) -> None:
    """The analyst is you; somebody else is named; what is not known is not said."""
    state, session = desk
    answering.edit_cell(state, session, 2, ADDRESS, "jana@acme.com")
    decisions = session.timeline.now.decisions.with_answer("leave_out", {"name": "Ida Post"}, made=Made("ada", TODAY))
    decisions = decisions.with_answer("leave_out", {"name": "Max Orr"})
    actions.decide(state, session, replace(session.timeline.now, decisions=decisions), "others")

    assert state.decided
    made = {line.said.split(":")[0]: line.made for line in state.decided.lines}
    assert made == {"Jana Novak": "3 Nov 2026, you", "Ida Post": "3 Nov 2026, ada", "Max Orr": ""}


def test_a_decision_that_holds_has_no_excuse(desk: Desk) -> None:
    """Nothing more is said of it."""
    answering.answer(*desk, "two people")

    assert why_not(desk) == [""]


@pytest.mark.parametrize(
    ("after", "why", "outdated"),
    [
        (
            "jana.n@acme.com",
            "changed in the new file since you edited it: was 'jana.novak@acme', is 'jana.n@acme.com'",
            1,
        ),
        ("jana@acme.com", "no longer needed: the file says so itself by now", 0),
    ],
)
def test_a_cell_that_changed_meanwhile_is_told(desk: Desk, after: str, why: str, outdated: int) -> None:
    """With both values; where the file has taken over what was typed there is nothing to decide."""
    answering.edit_cell(*desk, 2, ADDRESS, "jana@acme.com")

    read_again(desk, "jana.novak@acme;", f"{after};")

    assert desk[0].decided
    assert why_not(desk) == [why]
    assert desk[0].decided.lines[0].outdated is bool(outdated)


def test_who_is_gone_needs_no_decision(desk: Desk) -> None:
    """Nothing is lost: the decision stays, and says so."""
    answering.edit_cell(*desk, 10, "Badge Code", "4711")

    read_again(desk, WAITING.splitlines(keepends=True)[-1], "")

    assert why_not(desk) == ["no longer needed: nobody like that is in this file"]


def test_several_who_could_be_meant_are_told(desk: Desk) -> None:
    """The decision holds for neither."""
    answering.edit_cell(*desk, 2, "Badge Code", "4711")
    line = WAITING.splitlines(keepends=True)[3]
    bare = line.replace("jana.novak@acme", "")

    read_again(desk, line, bare + bare.replace("Brno", "Oslo").replace("004711", "004720"))

    assert why_not(desk) == [
        "several people of this file could be meant: take it back, and decide again in the row that is meant"
    ]


def test_what_needs_an_answer_stands_first(desk: Desk) -> None:
    """However old it is."""
    answering.edit_cell(*desk, 10, "Badge Code", "4711")
    answering.edit_cell(*desk, 2, ADDRESS, "jana@acme.com")
    answering.edit_cell(*desk, 6, "Badge Code", "4712")

    read_again(desk, "jana.novak@acme;", "jana.n@acme.com;")

    assert [line.split(":")[0] for line in said(desk)] == ["Jana Novak", "Ida Post", "Sam Kerr"]


def test_a_decision_knows_its_row(desk: Desk) -> None:
    """And a row its decisions."""
    answering.edit_cell(*desk, 2, ADDRESS, "jana@acme.com")

    assert desk[0].decided
    (line,) = desk[0].decided.lines
    assert desk[0].decided.row_of(line.id) == 2
    assert desk[0].decided.row_of("nothing") is None
    assert (desk[0].decided.ids_about(2), desk[0].decided.ids_about(3)) == ((line.id,), ())
