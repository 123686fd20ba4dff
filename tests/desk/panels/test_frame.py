from html import escape

import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.frame import foot, head, rail, status
from keycafe_clean.desk.state import STEPS, THIS_MONTH, DeskState
from keycafe_clean.desk.texts import text
from tests.desk.desks import Asked, shown_html, walk
from tests.desk.page import Page


def buttons(view: widgets.Widget) -> list[widgets.Button]:
    """Get the buttons of a view in their order."""
    return [one for one in walk(view) if isinstance(one, widgets.Button)]


def test_the_head_says_the_month(state: DeskState) -> None:
    """The month of the run, with its year."""
    assert ">November 2026<" in shown_html(head(state))


def test_the_head_follows_the_limit(state: DeskState) -> None:
    """What is planned stands above every step at once."""
    view = head(state)

    state.limit_line = "November 2026: 0 used + 3 in this file = 3 of 1,000"

    assert state.limit_line in shown_html(view)


@pytest.mark.parametrize("read", ["<b>a</b>.csv: UTF-8", "a & b.csv: UTF-8"])
def test_names_of_files_are_text(state: DeskState, read: str) -> None:
    """A file may be called what it likes."""
    view = head(state)

    state.read = (read,)

    assert f">{escape(read)}<" in shown_html(view)


def test_steps_are_numbered_in_their_order(state: DeskState, callbacks: Callbacks) -> None:
    """One button a step, as a job goes."""
    shown = [button.description for button in buttons(rail(state, callbacks))]

    assert shown == ["This month", "1 File", "2 Columns", "3 People", "4 Check", "5 Plan", "6 Hand over"]


def test_every_button_opens_its_own_step(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Steps can be opened in any order."""
    for button in buttons(rail(state, callbacks)):
        button.click()

    assert asked == [("go", step) for step in (THIS_MONTH, *STEPS)]


@pytest.mark.parametrize("step", STEPS)
def test_the_open_step_stands_out(state: DeskState, callbacks: Callbacks, step: str) -> None:
    """It alone, whichever it is."""
    view = rail(state, callbacks)

    state.step = step

    assert [one.description for one in buttons(view) if one.button_style] == [
        f"{STEPS.index(step) + 1} {text(f'step.{step}')}"
    ]


@pytest.mark.parametrize(
    ("traits", "shown"),
    [
        ({}, "4 Check"),
        ({"counts": {"waiting": 1_204}}, "4 Check 1,204"),
        ({"counts": {"waiting": 0}}, "4 Check ✓"),
        ({"counts": {"waiting": 3}, "seen": ("check",)}, "4 Check 3"),
    ],
)
def test_the_check_says_how_much_waits(
    state: DeskState, callbacks: Callbacks, traits: dict[str, object], shown: str
) -> None:
    """It is ticked once nothing waits; having looked is not enough."""
    view = rail(state, callbacks)

    state.update(**traits)

    assert buttons(view)[4].description == shown


def test_a_step_that_was_agreed_with_is_ticked(state: DeskState, callbacks: Callbacks) -> None:
    """The others are not."""
    view = rail(state, callbacks)

    state.seen = ("plan",)

    assert [button.description for button in buttons(view) if "✓" in button.description] == ["5 Plan ✓"]


@pytest.mark.parametrize(
    ("traits", "focused"),
    [
        ({"busy": "Reading a.csv."}, 0),
        ({"message": "a.csv is empty."}, 1),
        ({"requested_action": "check"}, 1),
    ],
)
def test_what_stops_the_analyst_takes_the_focus(state: DeskState, traits: dict[str, str], focused: int) -> None:
    """What goes on does not: she may be typing."""
    page = Page(status(state))

    state.update(**traits)

    assert page.focused == focused


def test_the_foot_adds_up_once_rows_are_counted(state: DeskState) -> None:
    """Before that nothing stands there."""
    line = foot(state)
    before = line.value

    state.equation = "1 row = 1 ready"

    assert (before, "1 row = 1 ready" in line.value) == ("", True)


def test_the_head_answers_the_fears_once(read_state: DeskState, state: DeskState) -> None:
    """The first step says them itself; every other step has them above it."""
    fears = "Nothing leaves this computer. Nobody is invited until you upload a file in Keycafe yourself."

    assert fears in shown_html(head(read_state))
    assert fears not in shown_html(head(state))


def test_the_status_tells_a_stop_from_work(state: DeskState) -> None:
    """What goes on and what stopped look different."""
    line = status(state)

    state.busy = "Reading a.csv."
    busy = (line.text, line.kind)
    state.message = "a.csv is empty."

    assert (busy, (line.text, line.kind)) == (("Reading a.csv.", "busy"), ("a.csv is empty.", "stop"))


def test_a_job_with_a_history_has_a_page_of_its_own(state: DeskState, callbacks: Callbacks) -> None:
    """Before that its button is not there."""
    view = rail(state, callbacks)
    before = buttons(view)[0].layout.display

    state.history = ("November 2026: 3 sent, 3 added.",)

    assert (before, buttons(view)[0].layout.display) == ("none", None)


def test_the_head_names_the_job_and_who_else_has_it(state: DeskState) -> None:
    """Another desk has it: the sentence stays in sight."""
    view = head(state)

    state.update(job="acme", read_only="acme is in use by ada.")

    assert ">acme: November 2026<" in shown_html(view)
    assert "acme is in use by ada." in shown_html(view)
