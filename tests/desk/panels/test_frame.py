from html import escape

import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.found_view import Found
from keycafe_clean.desk.panels.frame import foot, head, rail, status
from keycafe_clean.desk.state import STEPS, THIS_MONTH, DeskState
from keycafe_clean.desk.views.rail import Rail
from tests.desk.desks import Asked, button, first, shown_html
from tests.desk.page import Page


def marks(view: Rail) -> list[str]:
    """Get what stands on each step that is shown."""
    return [f"{step['mark']} {step['name']} {step['count']}".strip() for step in view.steps if step["is_shown"]]


def test_the_head_says_the_month(state: DeskState, callbacks: Callbacks) -> None:
    """The month of the run, with its year."""
    assert "<span>November 2026</span>" in shown_html(head(state, callbacks))


def test_the_head_follows_the_limit(state: DeskState, callbacks: Callbacks) -> None:
    """What is planned stands above every step at once."""
    view = head(state, callbacks)

    state.limit_line = "November 2026: 0 used + 3 in this file = 3 of 1,000"

    assert state.limit_line in shown_html(view)


def test_the_head_plans_nothing_of_a_file_that_may_be_another_one(state: DeskState, callbacks: Callbacks) -> None:
    """Until somebody says that it is the right one."""
    view = head(state, callbacks)

    state.update(limit_line="November 2026: 0 used + 3 in this file", mass_changes=("Is it the whole company?",))
    asked = shown_html(view)
    state.mass_changes = ()

    assert ("3 in this file" in asked, "3 in this file" in shown_html(view)) == (False, True)


def test_steps_are_numbered_in_their_order(state: DeskState, callbacks: Callbacks) -> None:
    """One button a step, as a job goes."""
    assert marks(rail(state, callbacks)) == ["1 File", "2 Columns", "3 People", "4 Check", "5 Plan", "6 Hand over"]


def test_a_step_that_is_chosen_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Steps can be opened in any order."""
    view = rail(state, callbacks)

    for step in (THIS_MONTH, *STEPS):
        view._handle_custom_msg({"choose": step}, [])

    assert asked == [("go", step) for step in (THIS_MONTH, *STEPS)]


@pytest.mark.parametrize("step", STEPS)
def test_the_open_step_is_the_current_one(state: DeskState, callbacks: Callbacks, step: str) -> None:
    """It alone, whichever it is."""
    view = rail(state, callbacks)

    state.step = step

    assert view.current == step


@pytest.mark.parametrize(
    ("traits", "mark", "said"),
    [
        ({}, "4 Check", "4 Check"),
        ({"counts": {"waiting": 1_204}}, "4 Check 1,204", "4 Check, 1,204 waiting for you"),
        ({"counts": {"waiting": 0}}, "✓ Check", "4 Check, nothing to ask"),
        ({"counts": {"waiting": 3}, "seen": ("check",)}, "4 Check 3", "4 Check, 3 waiting for you"),
    ],
)
def test_the_check_says_how_much_waits(
    state: DeskState, callbacks: Callbacks, traits: dict[str, object], mark: str, said: str
) -> None:
    """It is ticked once nothing waits; having looked is not enough. A screen reader hears the same."""
    view = rail(state, callbacks)

    state.update(**traits)

    assert (marks(view)[3], view.steps[4]["said"]) == (mark, said)


def test_a_step_that_was_agreed_with_is_ticked(state: DeskState, callbacks: Callbacks) -> None:
    """The others are not."""
    view = rail(state, callbacks)

    state.seen = ("plan",)

    assert [mark for mark in marks(view) if "✓" in mark] == ["✓ Plan"]


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


def test_the_foot_adds_up_once_rows_are_counted(state: DeskState, callbacks: Callbacks) -> None:
    """Before that it says what nobody need fear."""
    view = foot(state, callbacks)
    before = shown_html(view)

    state.equation = "1 row = 1 ready"

    assert "Nobody is invited until you upload a file in Keycafe yourself." in before
    assert "1 row = 1 ready" in shown_html(view)


@pytest.mark.parametrize(
    ("step", "label", "asked_for"),
    [
        ("file", "Go on", "columns"),
        ("columns", "Looks right", "people"),
        ("people", "Looks right, check", "check"),
        ("check", "Plan 3 people", "plan"),
        ("plan", "Hand over November", "hand_over"),
        ("this_month", "Hand over November", "hand_over"),
    ],
)
def test_the_one_way_on_stands_in_the_foot(  # noqa: PLR0917 - a case and what it is tried with
    read_state: DeskState, callbacks: Callbacks, asked: Asked, step: str, label: str, asked_for: str
) -> None:
    """Of every step, with what comes next."""
    view = foot(read_state, callbacks)

    read_state.step = step
    button(view, label).click()

    assert asked == [("go", asked_for)]


@pytest.mark.parametrize(
    ("traits", "look"),
    [
        ({"step": "check"}, ""),
        ({"step": "check", "card": None}, "primary"),
        ({"step": "plan"}, "primary"),
        ({"step": "this_month", "mass_changes": ("Is it the whole company?",)}, ""),
        ({"step": "this_month"}, "primary"),
    ],
)
def test_the_way_on_is_primary_where_nothing_is_decided_first(
    read_state: DeskState, callbacks: Callbacks, traits: dict[str, object], look: str
) -> None:
    """One primary button on a screen: the next decision, else the next step."""
    view = foot(read_state, callbacks)

    read_state.update(**traits)

    assert first(view, widgets.Button).button_style == look


@pytest.mark.parametrize(
    "traits",
    [{"step": "hand_over"}, {"step": "plan", "handed_over": "11.csv"}, {"counts": {}}, {"found": Found("2 found")}],
)
def test_without_a_way_on_there_is_no_button(
    read_state: DeskState, callbacks: Callbacks, traits: dict[str, object]
) -> None:
    """At the end, after it, before anything is counted, and while somebody is shown by name."""
    view = foot(read_state, callbacks)

    read_state.update(**traits)

    assert first(view, widgets.Button).layout.display == "none"


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

    state.history = ("November 2026: 3 sent, 3 added.",)

    assert marks(view)[0] == "This month"


@pytest.mark.parametrize("job", ["acme", "<b>acme</b>"])
def test_the_head_names_the_job_and_who_else_has_it(state: DeskState, callbacks: Callbacks, job: str) -> None:
    """Another desk has it: the sentence stays in sight. A folder may be called what it likes."""
    view = head(state, callbacks)

    state.update(job=job, read_only="acme is in use by ada.")

    assert f">{escape(job)}<" in shown_html(view)
    assert "acme is in use by ada." in shown_html(view)


def test_the_head_shows_how_full_the_month_is(read_state: DeskState, callbacks: Callbacks) -> None:
    """A bar, and the same in words, without the year."""
    shown = shown_html(head(read_state, callbacks))

    assert f'aria-label="{read_state.limit_line}"' in shown
    assert ">November: 0 used + 3 in this file = 3 of 1,000<" in shown


def test_the_desk_is_closed_from_the_head(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """From every step."""
    button(head(state, callbacks), "Close the desk").click()

    assert asked == [("close_desk",)]
