import ipywidgets as widgets
import pytest

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


@pytest.mark.parametrize(
    ("months", "why"),
    [
        (
            (MonthLine("November 2026", 0, 0, 1_000),),
            "Everybody in your file is already in Keycafe or left out. There is nothing to hand over this month.",
        ),
        (
            (MonthLine("November 2026", 1_000, 0, 1_000), MonthLine("December 2026", 0, 1_000, 1_000)),
            "November&#x27;s 1,000 places are used. The next 1,000 people are planned for December.",
        ),
    ],
)
def test_why_nobody_goes_in_this_month(
    state: DeskState, callbacks: Callbacks, months: tuple[MonthLine, ...], why: str
) -> None:
    """An empty bar alone would leave the analyst in doubt."""
    panel = plan_panel(state, callbacks)

    state.update(counts={"waiting": 0}, months=months)

    assert why in shown_html(panel)


@pytest.mark.parametrize(("people", "is_said"), [(0, False), (3, True)])
def test_of_nobody_no_end_is_said(state: DeskState, callbacks: Callbacks, people: int, is_said: bool) -> None:  # noqa: FBT001
    """Everybody would be in at once."""
    panel = plan_panel(state, callbacks)
    month = MonthLine("November 2026", 0, people, 1_000)

    state.update(counts={"waiting": 0}, months=(month,), finish="Everybody is in: November 2026.")

    assert ("Everybody is in" in shown_html(panel)) == is_said
