import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.found_view import Found
from keycafe_clean.desk.panels.find_panel import find_panel, finder
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Download
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.people_found import PeopleFound
from keycafe_clean.desk.views.saver import Saver
from tests.desk.desks import Asked, button, first
from tests.desk.page import Page

JANE = {"name": "Jane Doe", "number": "", "outcome": "Waiting for December: the monthly limit.", "entries": []}


def test_what_is_typed_is_looked_for(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """As it was typed."""
    finder(state, callbacks)._handle_custom_msg({"find": "doe"}, [])

    assert asked == [("find", "doe")]


@pytest.mark.parametrize(("then", "emptied"), [(None, 1), (Found("2 found"), 0)])
def test_the_field_is_empty_once_the_step_is_shown(
    state: DeskState, callbacks: Callbacks, then: Found | None, emptied: int
) -> None:
    """What was looked for before is left while others are looked for."""
    page = Page(finder(state, callbacks))
    state.found = Found("1 found")

    state.found = then

    assert len(page.heard) == emptied


def test_who_was_found_is_shown(state: DeskState, callbacks: Callbacks) -> None:
    """How many, and each."""
    view = find_panel(state, callbacks)

    state.found = Found("1 found", (JANE,))

    assert (first(view, Line).text, first(view, PeopleFound).people) == ("1 found", (JANE,))


@pytest.mark.parametrize(("found", "display"), [(None, "none"), (Found("1 found", (JANE,)), "flex")])
def test_the_panel_is_there_while_somebody_is_looked_for(
    state: DeskState, callbacks: Callbacks, found: Found | None, display: str
) -> None:
    """Otherwise it leaves the page to the step."""
    view = find_panel(state, callbacks)

    state.found = found

    assert view.layout.display == display


def test_nobody_stays_on_a_page_that_shows_the_step(state: DeskState, callbacks: Callbacks) -> None:
    """Not in a hidden part of it either."""
    view = find_panel(state, callbacks)
    state.found = Found("1 found", (JANE,))

    state.found = None

    assert (first(view, Line).text, first(view, PeopleFound).people) == ("", ())


@pytest.mark.parametrize(("step", "label"), [("file", "Back to File"), ("check", "Back to Check")])
def test_a_button_leads_back_to_the_step(
    state: DeskState, callbacks: Callbacks, asked: Asked, step: str, label: str
) -> None:
    """It says to which."""
    view = find_panel(state, callbacks)
    state.update(step=step, found=Found("2 found"))

    button(view, label).click()

    assert asked == [("find", "")]


def test_the_page_about_one_of_them_is_asked_for(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """By the place."""
    first(find_panel(state, callbacks), PeopleFound)._handle_custom_msg({"print": 1}, [])

    assert asked == [("print_person", 1)]


def test_the_page_is_saved_each_time_it_is_asked_for(state: DeskState, callbacks: Callbacks) -> None:
    """The same one twice too."""
    page = Page(first(find_panel(state, callbacks), Saver))

    for prints in (1, 2):
        state.update(printed=Download("audit.html", "text/html", b"<p>"), prints=prints)

    assert [told["content"]["name"] for told in page.heard] == ["audit.html"] * 2
