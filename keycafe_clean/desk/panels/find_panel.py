"""Find a person: the field in the head, and below it whoever was found, instead of the step."""

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.widgets import button, row, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts
from keycafe_clean.desk.views.finder import Finder
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.people_found import PeopleFound
from keycafe_clean.desk.views.saver import Saver


def finder(state: DeskState, callbacks: Callbacks) -> Finder:
    """Get the field; it is empty again once the step is shown again."""
    field = Finder(label=text("find.label"))
    field.on_find(callbacks.find)

    def empty(_: object) -> None:
        """Forget what was typed."""
        if not state.found:
            field.empty()

    state.observe(empty, "found")
    return field


def find_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get how many were found, what became of each, and the way back to the step."""
    said, people, saver = Line(role="status"), PeopleFound(labels=texts("find")), Saver()
    back = button("", lambda: callbacks.find(""))
    people.on_print(callbacks.print_person)

    def show(_: object) -> None:
        """Show who was found; nobody is left on the page once the step is shown again."""
        said.text = state.found.said if state.found else ""
        people.people = state.found.people if state.found else ()
        back.description = text("find.back", step=text(f"step.{state.step}"))

    def save(_: object) -> None:
        """Save the page about one of them on the analyst's computer."""
        if state.printed:
            saver.save(state.printed.name, state.printed.media_type, state.printed.content)

    state.observe(show, "found")
    state.observe(save, "prints")
    panel = widgets.VBox([row(said, back, look="kc-found-above"), people, saver])
    panel.add_class("kc-panel")
    panel.add_class("kc-find")
    shown_with(state, "found", panel)
    return panel
