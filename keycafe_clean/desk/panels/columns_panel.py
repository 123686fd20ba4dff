"""Step Columns: which column of the file is which, and why."""

import ipywidgets as widgets

from keycafe_clean.desk.gestures import Gestures
from keycafe_clean.desk.markup import Markup, paragraphs, table
from keycafe_clean.desk.panels.parts import button, following, html, lines, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text

_HEADINGS = ("for_keycafe", "from_file", "examples", "why", "how_sure", "file")


def columns_panel(state: DeskState, gestures: Gestures) -> widgets.VBox:
    """Get the panel."""
    return step_panel(
        state,
        "columns",
        html(paragraphs([text("columns.lead")])),
        following(state, ["columns", "files"], _columns),
        following(state, ["notes", "unused", "private"], _others),
        button(text("columns.looks_right"), lambda: gestures.go("people"), primary=True),
    )


def _columns(state: DeskState) -> Markup:
    headings = [text(f"columns.{heading}") for heading in _HEADINGS]
    sure, unsure = text("columns.sure"), text("columns.please_check")
    cells = [
        (line.column, line.headers, line.examples, line.reason, sure if line.is_sure else unsure, line.file)
        for line in state.columns
    ]
    shown = len(headings) if len(state.files) > 1 else -1
    return table(headings[:shown], (line[:shown] for line in cells))


def _others(state: DeskState) -> Markup:
    unused = text("columns.unused", headers=", ".join(state.unused)) if state.unused else ""
    private = text("columns.private", headers=", ".join(state.private)) if state.private else ""
    return lines(paragraphs(state.notes), paragraphs([unused, private], "kc-quiet"))
