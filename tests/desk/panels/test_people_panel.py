import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.people_panel import people_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import PeopleLine
from keycafe_clean.desk.views.drop_zone import DropZone
from keycafe_clean.desk.views.people_list import PeopleList
from tests.desk.desks import Asked, button, first, shown_html


def test_only_the_open_step_is_shown(state: DeskState, callbacks: Callbacks) -> None:
    """A panel is there when its step is open, and gone when it is not."""
    panel = people_panel(state, callbacks)
    before = panel.layout.display

    state.step = "people"

    assert (before, panel.layout.display) == ("none", "flex")


def test_every_line_has_its_buttons(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """The lines are those of the state; what is pressed is handed on with the key of the line."""
    people = first(people_panel(state, callbacks), PeopleList)

    state.people = (PeopleLine(3_400, "Stay", "They go in.", "people:stay", "places"),)
    for press in ("show", "change"):
        people._handle_custom_msg({"press": press, "key": "people:stay"}, [])

    assert [(line["number"], line["what"], line["note"]) for line in people.lines] == [(3_400, "Stay", "They go in.")]
    assert asked == [("show_people", "people:stay"), ("open_change", "people:stay")]


def test_lists_are_taken_as_soon_as_they_are_chosen(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """With what is pasted and typed by then."""
    panel = people_panel(state, callbacks)
    first(panel, widgets.Textarea).value, first(panel, widgets.BoundedIntText).value = "a@example.com", 120

    first(panel, DropZone)._take([("users.csv", b"b@example.com")])

    assert asked == [("say_known", "a@example.com", [("users.csv", b"b@example.com")], 120)]


def test_who_is_in_keycafe_is_asked_for(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """What was pasted and typed is handed on; nothing is forgotten before it is counted."""
    panel = people_panel(state, callbacks)
    shown = "Nobody is in Keycafe yet, as far as we know." in shown_html(panel)
    button(panel, "Somebody is").click()
    pasted = first(panel, widgets.Textarea)
    pasted.value, first(panel, widgets.BoundedIntText).value = "a@example.com", 120

    button(panel, "Save").click()
    kept = pasted.value
    state.update(known=("1 person in Keycafe already was read from pasted.txt.",), is_known=True)

    assert asked == [("toggle_known",), ("say_known", "a@example.com", (), 120)]
    assert (shown, kept, pasted.value) == (True, "a@example.com", "")
    assert "1 person in Keycafe already was read from pasted.txt." in shown_html(panel)
