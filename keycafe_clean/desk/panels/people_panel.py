"""Step People: who goes into Keycafe, in sentences."""

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import paragraphs
from keycafe_clean.desk.panels.widgets import button, following, html, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


def people_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: a sentence each on who goes in and who does not, and a button to the next step."""
    return step_panel(
        state,
        "people",
        html(paragraphs([text("people.lead")], "kc-strong")),
        following(state, ["people"], lambda now: paragraphs(now.people)),
        button(text("people.looks_right"), lambda: callbacks.go("check"), primary=True),
    )
