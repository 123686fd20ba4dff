from pathlib import Path

import ipywidgets as widgets
import pytest

from keycafe_clean.desk import answering
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.row_panel import row_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.decision_list import DecisionList
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import EXPORT, Asked, button, first, shown_html
from tests.desk.page import Page
from tests.desk.waiting import WAITING, waiting_desk

Desk = tuple[DeskState, Session]


@pytest.fixture
def seven(tmp_path: Path) -> Desk:
    """Get a desk with a row of every outcome."""
    return waiting_desk(tmp_path, EXPORT.decode())


@pytest.fixture
def panel(seven: Desk, callbacks: Callbacks) -> widgets.VBox:
    """Get its panel."""
    return row_panel(seven[0], callbacks)


def test_it_is_there_for_a_row_without_a_question(seven: Desk, panel: widgets.VBox) -> None:
    """What became of it, what was tidied, and the cells as they were read."""
    before = panel.layout.display

    answering.show_row(*seven, 3)

    html = shown_html(panel)
    assert (before, panel.layout.display) == ("none", "flex")
    assert first(panel, Line).text == "Row 5, Jana Novak"
    assert "Row 2 was combined with this one: same employee number and name." in html
    assert "<dt>First Name</dt><dd>JANA → Jana <small>(capitals written as a name)</small></dd>" in html
    assert "<dt>E-mail</dt><dd>jana.novak@example.com</dd>" in html


def test_what_can_be_done_is_offered(seven: Desk, panel: widgets.VBox, asked: Asked) -> None:
    """Parting what a rule combined; leaving out who is ready; nothing else."""
    answering.show_row(*seven, 0)
    shown = [button(panel, label).layout.display for label in ("They are two people", "Leave out this month")]

    button(panel, "They are two people").click()
    answering.show_row(*seven, 6)
    button(panel, "Leave out this month").click()

    assert shown == [None, "none"]
    assert asked == [("part_row", 0), ("leave_out_row", 6)]


def test_a_decision_about_it_is_taken_back_here(seven: Desk, panel: widgets.VBox, asked: Asked) -> None:
    """The same way as in the list of all."""
    answering.show_row(*seven, 6)
    answering.leave_out_row(*seven, 6)
    shown = first(panel, DecisionList)

    shown._handle_custom_msg({"press": "take_back", "id": shown.lines[0]["id"]}, [])

    assert [line["said"] for line in shown.lines] == ["Ana Ruiz: left out"]
    assert asked == [("take_back", shown.lines[0]["id"])]


def test_there_is_a_way_back_to_what_waits(seven: Desk, panel: widgets.VBox, asked: Asked) -> None:
    """To the question that was there before."""
    answering.show_row(*seven, 3)

    button(panel, "Back to what waits").click()

    assert asked == [("show_question", 0)]


def test_text_of_the_export_is_text(tmp_path: Path, callbacks: Callbacks) -> None:
    """A place with a sign of HTML in it builds nothing."""
    state, session = waiting_desk(tmp_path, WAITING.replace("Oslo", "<b>Oslo"))
    panel = row_panel(state, callbacks)

    answering.show_row(state, session, 10)

    assert "<dd>&lt;b&gt;Oslo</dd>" in shown_html(panel)


def test_the_focus_comes_to_the_row_but_not_from_the_rows(seven: Desk, panel: widgets.VBox) -> None:
    """Whoever goes through the rows by keyboard stays there."""
    page = Page(first(panel, Line))

    answering.show_row(*seven, 3)

    assert page.heard[-1]["content"] == {"do": "focus unless", "in": ".kc-grid, .kc-decisions"}
