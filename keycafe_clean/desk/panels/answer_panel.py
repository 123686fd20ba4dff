"""What did Keycafe say? Of the oldest month that was handed over and has no answer yet."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.widgets import button, row, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line
from keycafe_clean.job import ANSWERS
from keycafe_clean.job.keycafe_answer import FAILED


def answer_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the question, its answers, who failed where some did, and a button to save; hidden without one."""
    asked = Line(role="heading")
    dlink((state, "open_question"), (asked, "text"))
    said = widgets.RadioButtons(options=[(text(f"answer_month.{kind}"), kind) for kind in ANSWERS], value=None)
    who = widgets.Textarea(
        description=text("answer_month.who"), placeholder=text("answer_month.who_hint"), continuous_update=False
    )
    who.add_class("kc-who")
    dlink((said, "value"), (who.layout, "display"), lambda kind: None if kind == FAILED else "none")

    def save() -> None:
        """Hand on what was said; without a choice there is nothing to save yet."""
        if said.value is None:
            asked.focus()
        else:
            callbacks.answer_month(said.value, who.value)

    def forget(_: object) -> None:
        """Begin anew with another month."""
        said.value, who.value = None, ""

    state.observe(forget, "open_month")
    panel = widgets.VBox([asked, row(said, who), button(text("answer_month.save"), save)])
    panel.add_class("kc-answer")
    shown_with(state, "open_month", panel)
    return panel
