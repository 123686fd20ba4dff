"""Practice: the import with its progress, errors by row, the limit afterwards, and what Keycafe would show."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.bar_chart import bar
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs, tag
from keycafe_clean.desk.panels.keycafe_panel import keycafe_panel
from keycafe_clean.desk.panels.widgets import button, following, html, lines, spoken
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


def practice_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the left half of the hand-over: a button to practise, the progress of the import, and how it went."""
    panel = widgets.VBox(
        [
            html(tag("h3", text("practice.title"), class_="kc-practice")),
            html(paragraphs([text("practice.lead")])),
            button(text("practice.start"), callbacks.practise),
            _progress(state),
            spoken(state, "practice"),
            following(state, ["practice_errors", "limit_after_line"], _result),
            keycafe_panel(state, callbacks),
        ]
    )
    panel.add_class("kc-half")
    return panel


def _progress(state: DeskState) -> widgets.HBox:
    """Get the bar of the import: hidden until there is something to do."""
    moving = widgets.FloatProgress(min=0, max=1)
    shown = widgets.HBox([moving, following(state, ["practice_done", "practice_rows"], _done_of)])

    def move(_: object) -> None:
        """Move the bar to the row that the import has come to."""
        moving.value = state.practice_done / max(state.practice_rows, 1)

    state.observe(move, ["practice_done", "practice_rows"])
    dlink((state, "practice_rows"), (shown.layout, "display"), lambda rows: "flex" if rows else "none")
    return shown


def _done_of(state: DeskState) -> Markup:
    return paragraphs([text("keycafe.progress_part", done=state.practice_done, rows=state.practice_rows)], "kc-quiet")


def _result(state: DeskState) -> Markup:
    bar_chart: tuple[Markup, ...] = ()
    if state.limit_after:
        bar_chart = (tag("p", bar(state.limit_after, state.limit_after_line, "practice")),)
    errors = paragraphs(state.practice_errors)
    return lines(errors, paragraphs([state.limit_after_line]), *bar_chart)
