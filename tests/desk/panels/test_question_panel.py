from pathlib import Path

import ipywidgets as widgets
import pytest

from keycafe_clean.desk import actions, answering
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.question_panel import question_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import Asked, button, first, shown_html, typed, walk
from tests.desk.page import Page
from tests.desk.waiting import WAITING, waiting_desk


@pytest.fixture
def waiting(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get a desk at which a pair and four addresses wait."""
    return waiting_desk(tmp_path)


def shown(panel: widgets.Widget) -> list[str]:
    """List the labels of the buttons that can be seen."""
    if panel.layout.display == "none":
        return []
    if isinstance(panel, widgets.Button):
        return [panel.description]
    return [label for child in getattr(panel, "children", ()) for label in shown(child)]


def test_a_pair_among_the_rows_has_its_buttons(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """Its cells stand side by side elsewhere: there is a way to them."""
    panel = question_panel(waiting[0], callbacks)
    before = panel.layout.display

    answering.list_pairs(waiting[0])

    assert (before, panel.layout.display) == ("none", "flex")
    assert shown(panel) == ["Previous", "Later", "Compare side by side", "Same person", "Two people", "Leave out"]
    assert shown_html(panel) == ""


def test_the_question_says_which_of_how_many_it_is(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """Where one is, before what is asked."""
    heading = first(question_panel(waiting[0], callbacks), Line)

    assert heading.text.startswith("1 of 5. Rows 2 and 3 may be one person: ")


def test_an_address_can_be_taken_typed_left_or_emptied(
    waiting: tuple[DeskState, Session], callbacks: Callbacks, asked: Asked
) -> None:
    """Each way is handed on as the word that answers; what is typed as it stands."""
    state, session = waiting
    panel = question_panel(state, callbacks)
    answering.show_question(state, session, 2)

    assert shown(panel)[2:] == [
        "Save and next",
        "Use p.lis@acme.com",
        "It is right as it is",
        "Make a SmartBox User",
        "Leave out",
        "Use acme.com in all 3",
    ]
    for label in shown(panel)[2:]:
        button(panel, label).click()
    assert asked == [
        ("answer", "p.lis@acme.con"),
        ("answer", "yes"),
        ("answer", "right"),
        ("answer", "blank"),
        ("answer", "leave out"),
        ("accept_alike",),
    ]


@pytest.mark.parametrize(("place", "label"), [(0, "Same person"), (1, "Save and next"), (2, "Use p.lis@acme.com")])
def test_the_likeliest_answer_is_the_primary_button(
    waiting: tuple[DeskState, Session], callbacks: Callbacks, place: int, label: str
) -> None:
    """The suggestion, else what is typed, else the first word."""
    state, session = waiting
    panel = question_panel(state, callbacks)
    answering.list_pairs(state)
    answering.show_question(state, session, place)

    primary = {one.description for one in walk(panel) if getattr(one, "button_style", "") == "primary"}
    assert primary & set(shown(panel)) == {label}


def test_a_question_that_comes_back_takes_the_focus(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """Where nothing stood beside the rows before: what was pressed may be gone."""
    state, session = waiting
    state.step = "check"
    while state.card:
        answering.answer(state, session, "leave out")
    page = Page(first(question_panel(state, callbacks), Line))

    actions.undo(state, session)

    assert page.focused == 1


def test_the_input_has_the_cell_that_is_asked_about(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """Most addresses need one letter more."""
    state, session = waiting
    panel = question_panel(state, callbacks)

    answering.show_question(state, session, 1)

    assert typed(panel, "Email Address").value == "jana.novak@acme"


@pytest.mark.parametrize(
    ("key", "callback"),
    [("s", ("answer", "same person")), ("d", ("answer", "two people")), ("u", ("undo",)), ("r", ("redo",))],
)
def test_keys_answer_a_pair(
    waiting: tuple[DeskState, Session], callbacks: Callbacks, asked: Asked, key: str, callback: tuple[str, ...]
) -> None:
    """S, D and U while the question has the focus."""
    heading = first(question_panel(waiting[0], callbacks), Line)

    heading._handle_custom_msg({"key": key}, [])

    assert asked == [callback]


def test_a_key_is_no_answer_to_another_question(
    waiting: tuple[DeskState, Session], callbacks: Callbacks, asked: Asked
) -> None:
    """S beside an address would be a slip of the finger."""
    state, session = waiting
    heading = first(question_panel(state, callbacks), Line)
    answering.show_question(state, session, 1)

    heading._handle_custom_msg({"key": "s"}, [])

    assert asked == []


def test_the_next_question_takes_the_focus(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """Whoever works by keyboard is never thrown to the top of the page; elsewhere nothing takes the focus."""
    state, session = waiting
    page = Page(first(question_panel(state, callbacks), Line))

    answering.answer(state, session, "same person")
    assert page.focused == 0

    state.step = "check"
    answering.answer(state, session, "leave out")
    assert page.focused == 1


def test_turning_the_pages_is_handed_on(waiting: tuple[DeskState, Session], callbacks: Callbacks, asked: Asked) -> None:
    """By place, whichever way."""
    panel = question_panel(waiting[0], callbacks)

    button(panel, "Later").click()
    button(panel, "Previous").click()

    assert asked == [("show_question", 1), ("show_question", -1)]


def test_cells_are_shown_as_text(tmp_path: Path, callbacks: Callbacks) -> None:
    """A cell that looks like HTML stays what it is."""
    state, session = waiting_desk(tmp_path, WAITING.replace("Brno", "<b>Brno</b>"))
    answering.show_rows(state, session, "E-mail address")

    html = shown_html(question_panel(state, callbacks))

    assert "&lt;b&gt;Brno&lt;/b&gt;" in html
    assert "<b>" not in html


def test_where_nothing_waits_there_is_no_question(state: DeskState, callbacks: Callbacks) -> None:
    """The panel is not there at all."""
    panel = question_panel(state, callbacks)

    assert panel.layout.display == "none"
    assert shown_html(panel) == ""


def test_what_is_typed_comes_before_the_click(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> None:
    """One message when the input is left; those of single letters were behind the click of who is quick."""
    panel = question_panel(waiting[0], callbacks)
    answering.show_question(*waiting, 1)

    assert not typed(panel, "Email Address").continuous_update
