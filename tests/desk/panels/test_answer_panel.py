import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.answer_panel import answer_panel, answered
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.tick_list import TickList
from tests.desk.desks import Asked, button, first
from tests.desk.page import Page


def test_it_is_there_while_a_month_has_no_answer(state: DeskState, callbacks: Callbacks) -> None:
    """And gone afterwards."""
    panel = answer_panel(state, callbacks)
    before = panel.layout.display

    state.update(open_month="2026-11", open_question="What did Keycafe say?")
    asked = panel.layout.display
    state.update(open_month="", open_question="")

    assert (before, asked, panel.layout.display) == ("none", "flex", "none")


@pytest.mark.parametrize(
    ("kind", "is_asked_who"),
    [("all_added", False), ("failed", True), ("refused", False), ("not_uploaded", False)],
)
def test_an_answer_is_handed_on(
    state: DeskState,
    callbacks: Callbacks,
    asked: Asked,
    kind: str,
    is_asked_who: bool,  # noqa: FBT001 - a case
) -> None:
    """Who failed is asked where some did."""
    panel = answer_panel(state, callbacks)
    who = panel.children[1].children[1]
    first(panel, widgets.RadioButtons).value = kind

    button(panel, "Save").click()

    assert asked == [("answer_month", kind, "")]
    assert (who.layout.display != "none") == is_asked_who


def test_who_is_a_member_already_is_ticked(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Below what was pasted stands a line for each who is ticked; with the next month nobody is."""
    panel = answer_panel(state, callbacks)
    there = first(panel, TickList)
    state.update(open_month="2026-11", open_people=((2, "Ann Lee (row 2)"), (3, "Bob Ray (row 3)")))
    first(panel, widgets.RadioButtons).value = "failed"
    first(panel, widgets.Textarea).value = "Cy Orr"

    there._handle_custom_msg({"ticked": [1]}, [])
    button(panel, "Save").click()
    state.open_month = "2026-12"

    assert there.lines == ("Ann Lee (row 2)", "Bob Ray (row 3)")
    assert asked == [("answer_month", "failed", "Cy Orr\nrow 3: already a member")]
    assert there.ticked == ()


def test_without_a_choice_the_focus_goes_to_the_question(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Nothing is handed on."""
    panel = answer_panel(state, callbacks)
    page = Page(panel.children[0])

    button(panel, "Save").click()

    assert (asked, page.focused) == ([], 1)


def test_whoever_has_answered_goes_on_from_the_sentence(state: DeskState) -> None:
    """The question is gone, and with it the button that had the focus; a month that opens says nothing."""
    line = answered(state)
    page = Page(line)

    state.open_month = "2026-11"
    opened = line.text, page.focused
    state.open_month = ""

    assert (opened, line.text, page.focused) == (("", 0), "What Keycafe said is kept.", 1)


def test_whoever_has_answered_goes_on_from_the_next_question(state: DeskState, callbacks: Callbacks) -> None:
    """Where another month has no answer yet."""
    page = Page(answer_panel(state, callbacks).children[0])

    state.open_month = "2026-11"
    opened = page.focused
    state.open_month = "2026-12"

    assert (opened, page.focused) == (0, 1)
