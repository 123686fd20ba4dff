"""Step Hand over: practise on the left, for real on the right."""

from base64 import b64encode

import ipywidgets as widgets

from keycafe_clean.article.contract import KEY_PERMISSIONS, UPLOAD_STEPS
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.practice_panel import practice_panel
from keycafe_clean.desk.panels.widgets import button, following, html, lines, row, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import Download
from keycafe_clean.report import counted


def hand_over_panel(state: DeskState, callbacks: Callbacks, folder: str) -> widgets.VBox:
    """Get the panel: the files to download, to save and to practise with; `folder` is where everything can be saved."""
    steps = tag("ol", *(tag("li", _tick(step)) for step in UPLOAD_STEPS), class_="kc-steps")
    real = widgets.VBox(
        [
            html(tag("h3", text("hand_over.real"))),
            following(state, ["downloads"], _downloads),
            html(lines(paragraphs([text("hand_over.steps")]), steps, paragraphs([KEY_PERMISSIONS]))),
            button(text("hand_over.save"), callbacks.save),
            html(paragraphs([text("hand_over.save_lead", folder=folder)], "kc-quiet")),
            following(state, ["saved"], lambda now: paragraphs([now.saved])),
        ]
    )
    real.add_class("kc-half")
    lead = following(state, ["months", "invitations"], _lead)
    return step_panel(state, "hand_over", lead, row(practice_panel(state, callbacks), real))


def _lead(state: DeskState) -> Markup:
    if not state.months:
        return Markup()
    this = state.months[0]
    lead = text("hand_over.lead", month=this.name, people=counted(this.people, "person", "people"))
    number = counted(state.invitations, "person gets", "people get")
    key = "hand_over.invitations" if state.invitations else "hand_over.no_invitations"
    return paragraphs([f"{lead} {text(key, number=number)}"], "kc-strong")


def _downloads(state: DeskState) -> Markup:
    """Get a link a file: the import file as a button, the review workbook with what it is for."""
    links = [tag("p", _link(file, is_import=file.name.endswith(".csv"))) for file in state.downloads]
    return join([*links, paragraphs([text("hand_over.review_lead")], "kc-quiet")]) if links else Markup()


def _link(file: Download, *, is_import: bool) -> Markup:
    """Get a link that saves the file without asking any server: everything is in the link."""
    address = f"data:{file.media_type};base64,{b64encode(file.content).decode()}"
    look = "jupyter-button kc-link" + (" mod-primary" if is_import else "")
    return tag("a", text("hand_over.download", name=file.name), href=address, download=file.name, class_=look)


def _tick(step: str) -> Markup:
    return tag("label", Markup('<input type="checkbox">'), " ", step)
