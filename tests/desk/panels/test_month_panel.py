import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.month_panel import month_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import MonthLine, Tile
from tests.desk.desks import Asked, button, shown_html


def test_the_months_before_are_told(state: DeskState, callbacks: Callbacks) -> None:
    """Before there are any, that is said."""
    panel = month_panel(state, callbacks)
    before = shown_html(panel)

    state.update(history=("November 2026: 880 sent, 879 added.",), to_do=("To do by hand: remove 3.",))

    assert "No month has been handed over yet." in before
    assert "November 2026: 880 sent, 879 added." in shown_html(panel)
    assert "To do by hand: remove 3." in shown_html(panel)


def test_numbers_stand_with_what_to_do(state: DeskState, callbacks: Callbacks) -> None:
    """With separators of thousands."""
    panel = month_panel(state, callbacks)

    state.update(
        tiles=(Tile("still_waiting", 2_357, "959 fit into December"),),
        this_file="December file: 1,000 people.",
        counts={"waiting": 0},
        months=(MonthLine("December 2026", 0, 1_000, 1_000),),
    )

    html = shown_html(panel)
    assert "<strong>2,357</strong> <span>still waiting</span> <small>959 fit into December</small>" in html
    assert "December file: 1,000 people." in html


def test_a_file_that_may_be_another_one_hides_what_is_in_it(
    state: DeskState, callbacks: Callbacks, asked: Asked
) -> None:
    """The question stands in its place, with both answers; nothing of a plan does."""
    panel = month_panel(state, callbacks)

    state.update(
        tiles=(Tile("new", 41, "41 in this file"),),
        this_file="December file: 1,000 people.",
        mass_changes=("Is it the whole company?",),
    )
    button(panel, "Yes, go on").click()
    button(panel, "It is another file").click()

    assert "Is it the whole company?" in shown_html(panel)
    assert "December file: 1,000 people." not in shown_html(panel)
    assert "41 in this file" not in shown_html(panel)
    assert asked == [("go_on",), ("forget_files",)]


def test_a_month_without_a_place_says_so(state: DeskState, callbacks: Callbacks) -> None:
    """Instead of a file of nobody."""
    panel = month_panel(state, callbacks)

    state.update(
        this_file="December file: 0 people = 0 new + 0 from the waiting list.",
        counts={"waiting": 0},
        months=(MonthLine("December 2026", 1_000, 0, 1_000), MonthLine("January 2027", 0, 1_000, 1_000)),
    )

    said = "December&#x27;s 1,000 places are used. The next 1,000 people are planned for January."
    assert said in shown_html(panel)
    assert "December file" not in shown_html(panel)


def test_every_way_on_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """The rows, and the plan; the hand-over stands in the foot."""
    panel = month_panel(state, callbacks)

    for label in ("Look at the rows", "Change the order"):
        button(panel, label).click()

    assert asked == [("go", "check"), ("go", "plan")]


@pytest.mark.parametrize(("is_alarm", "look"), [(True, "kc-tile kc-alarm"), (False, "kc-tile")])
def test_who_left_and_is_in_keycafe_stands_out(
    state: DeskState, callbacks: Callbacks, *, is_alarm: bool, look: str
) -> None:
    """By more than its words."""
    panel = month_panel(state, callbacks)

    state.tiles = (Tile("left", 12, "3 are in Keycafe: remove them by hand", is_alarm=is_alarm),)

    assert f'<span class="{look}"><strong>12</strong>' in shown_html(panel)
