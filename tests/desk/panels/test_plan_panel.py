import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.plan_panel import plan_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import MonthLine
from tests.desk.desks import Asked, first, shown_html


def test_another_limit_is_planned_at_once(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Each input goes with what the state says of the other."""
    panel = plan_panel(state, callbacks)

    first(panel, widgets.RadioButtons).value = "confirmed"
    first(panel, widgets.BoundedIntText).value = 120

    assert asked == [("replan", "confirmed", 0), ("replan", "paid", 120)]


def test_the_plan_follows_the_state_without_asking_again(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """What the state says stands in the inputs; that is no click."""
    panel = plan_panel(state, callbacks)

    state.update(plan="confirmed", used=30)

    assert (first(panel, widgets.RadioButtons).value, first(panel, widgets.BoundedIntText).value) == ("confirmed", 30)
    assert asked == []


def test_the_end_and_the_months_are_shown(state: DeskState, callbacks: Callbacks) -> None:
    """A bar a month with its text beside it, and when everybody is in."""
    panel = plan_panel(state, callbacks)

    state.update(months=(MonthLine("November 2026", 120, 880, 1_000),), finish="Everybody is in: December 2026.")

    assert "<td>120 used + 880 in this file = 1,000 of 1,000</td>" in shown_html(panel)
    assert "Everybody is in: December 2026." in shown_html(panel)
