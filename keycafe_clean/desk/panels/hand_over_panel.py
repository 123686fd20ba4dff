"""Step Hand over: practise on the left, for real on the right."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.article.contract import KEY_PERMISSIONS, UPLOAD_STEPS
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs, tag
from keycafe_clean.desk.panels.answer_panel import answer_panel, answered
from keycafe_clean.desk.panels.practice_panel import practice_panel
from keycafe_clean.desk.panels.widgets import button, following, html, row, spoken, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.saver import Saver
from keycafe_clean.desk.views.tick_list import TickList
from keycafe_clean.wording import counted


def hand_over_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: the file to practise with and to download, the steps in Keycafe, and what it said of the file."""
    real = widgets.VBox(
        [
            html(tag("h3", text("hand_over.real"))),
            html(paragraphs([text("hand_over.download_lead")], "kc-quiet")),
            _download(state, callbacks),
            spoken(state, "handed_over"),
            html(paragraphs([text("hand_over.steps")])),
            _steps(state, callbacks),
            html(paragraphs([KEY_PERMISSIONS])),
            answered(state),
            answer_panel(state, callbacks),
            html(paragraphs([text("hand_over.python_lead")], "kc-quiet")),
            button(text("hand_over.python"), callbacks.show_as_python),
            spoken(state, "as_python"),
        ]
    )
    real.add_class("kc-half")
    lead = following(state, ["months", "invitations", "handed_over"], _lead)
    return step_panel(state, "hand_over", lead, row(practice_panel(state, callbacks), real))


def _download(state: DeskState, callbacks: Callbacks) -> widgets.HBox:
    """Get the button that hands the month over, and what saves its file on the analyst's computer."""
    asked, saver = button("", callbacks.download, primary=True), Saver()

    def label(_: object = None) -> None:
        """Say what the button saves: this month's file, or the one that was handed over once more."""
        if state.download:
            said = text("hand_over.again", name=state.download.name)
        elif state.file_name:
            said = text("hand_over.download", name=state.file_name)
        else:
            said = text("hand_over.download_month", month=f"{state.today:%B}")
        asked.description = said

    def save(_: object) -> None:
        """Save the file on the analyst's computer."""
        if state.download:
            saver.save(state.download.name, state.download.media_type, state.download.content)

    label()
    state.observe(label, ["download", "file_name"])
    state.observe(save, "downloads")
    return row(asked, saver)


def _lead(state: DeskState) -> Markup:
    if not state.months:
        return Markup()
    this = state.months[0]
    lead = text("hand_over.lead", month=this.name, people=counted(this.people, "person", "people"))
    number = counted(state.invitations, "person gets", "people get")
    key = "hand_over.invitations" if state.invitations else "hand_over.no_invitations"
    return paragraphs([f"{lead} {text(key, number=number)}"], "kc-strong")


def _steps(state: DeskState, callbacks: Callbacks) -> TickList:
    """Get the steps in Keycafe, to be ticked; the ticks are still there after a reload."""
    steps = TickList(lines=UPLOAD_STEPS, label=text("hand_over.steps"), look="steps")
    dlink((state, "done_steps"), (steps, "ticked"))
    steps.on_tick(callbacks.tick_steps)
    return steps
