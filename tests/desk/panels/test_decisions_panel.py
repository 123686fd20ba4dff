from pathlib import Path

import ipywidgets as widgets
import pytest

from keycafe_clean.desk import actions, answering, taking_back
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels import decisions_panel as module
from keycafe_clean.desk.panels.decisions_panel import decisions_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.decision_list import DecisionList
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import Asked, first
from tests.desk.waiting import waiting_desk


@pytest.fixture
def waiting(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get a desk at which a pair and four addresses wait."""
    return waiting_desk(tmp_path)


def said(panel: widgets.VBox) -> list[str]:
    """List the sentences that are shown."""
    return [line["said"] for line in first(panel, DecisionList).lines]


def count(panel: widgets.VBox) -> str:
    """Get how many there are, in words."""
    return str(first(panel, Line).text)


def test_before_anything_is_decided_it_says_so(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """And what will stand here."""
    panel = decisions_panel(waiting[0], callbacks)

    answering.show_rows(*waiting, "decisions")

    assert panel.layout.display == "flex"
    assert count(panel) == (
        "Nothing was decided yet. What you answer, type or leave out under Waiting for you stands here, and can be "
        "taken back."
    )


def test_decisions_are_listed(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """They follow what is decided, down to none."""
    panel = decisions_panel(waiting[0], callbacks)
    answering.show_rows(*waiting, "decisions")

    answering.answer(*waiting, "two people")
    there = (count(panel), said(panel))
    taking_back.take_back(*waiting, first(panel, DecisionList).lines[0]["id"])

    assert there == (
        "1 decision. Each can be taken back by itself. Undo brings it back.",
        ["Anna Berg and Anna Schmidt: two people"],
    )
    assert said(panel) == []


def test_what_is_pressed_is_handed_on(waiting: tuple[DeskState, Session], callbacks: Callbacks, asked: Asked) -> None:
    """With the id of the decision."""
    shown = first(decisions_panel(waiting[0], callbacks), DecisionList)

    shown._handle_custom_msg({"press": "take_back", "id": "12ab"}, [])
    shown._handle_custom_msg({"press": "keep_mine", "id": "34cd"}, [])

    assert asked == [("take_back", "12ab"), ("keep_mine", "34cd")]


def test_many_decisions_come_in_parts(
    waiting: tuple[DeskState, Session], callbacks: Callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of thousands would be slow; how many there are is said all the same."""
    monkeypatch.setattr(module, "_SHOWN", 1)
    panel = decisions_panel(waiting[0], callbacks)
    answering.edit_cell(*waiting, 6, "Badge Code", "4712")
    answering.edit_cell(*waiting, 7, "Badge Code", "4713")
    answering.show_rows(*waiting, "decisions")
    before = (len(said(panel)), first(panel, DecisionList).total)

    first(panel, DecisionList)._handle_custom_msg({"press": "more"}, [])

    assert (before, len(said(panel))) == ((1, 2), 2)
    assert count(panel).startswith("2 decisions.")


def test_a_page_that_looks_elsewhere_is_not_told(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """What nobody looks at is not worked out."""
    panel = decisions_panel(waiting[0], callbacks)

    answering.answer(*waiting, "two people")
    actions.undo(*waiting)

    assert (panel.layout.display, said(panel)) == ("none", [])
