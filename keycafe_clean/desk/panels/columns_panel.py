"""Step Columns: which column of the file is which, and why; another header can be chosen for each."""

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, paragraphs
from keycafe_clean.desk.panels.column_chooser import cells, choices, column_chooser, why
from keycafe_clean.desk.panels.widgets import following, html, lines, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


def columns_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel: a line a column with its header to choose, and what else is in the files."""
    return step_panel(
        state,
        "columns",
        following(state, ["read"], lambda now: paragraphs(now.read)),
        html(paragraphs([text("columns.lead")], "kc-quiet")),
        following(state, ["column_questions"], lambda now: paragraphs(now.column_questions, "kc-asked")),
        following(state, ["files"], _headings),
        _choosers(state, callbacks),
        following(state, ["notes", "unused", "private"], _others),
    )


def _choosers(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get a line a column. The widgets stay while the same columns are asked about, and with them the focus."""
    box = widgets.VBox()
    asked: list[tuple[object, ...]] = []

    def refresh(_: object) -> None:
        """Show the lines as they are now; other columns, or another file, need other widgets."""
        now = [(line.file, line.column, choices(state, line)) for line in state.columns]
        if asked != now:
            asked[:] = now
            box.children = [column_chooser(state, callbacks, place) for place in range(len(now))]
        for line, shown in zip(state.columns, box.children, strict=True):
            chosen, reason, *_ = shown.children
            chosen.value, reason.value = line.headers, why(state, line)

    state.observe(refresh, "columns")
    return box


def _headings(state: DeskState) -> Markup:
    return cells(state, "kc-headings", [text(f"columns.{name}") for name in ("examples", "why", "how_sure", "file")])


def _others(state: DeskState) -> Markup:
    unused = text("columns.unused", headers=", ".join(state.unused)) if state.unused else ""
    private = text("columns.private", headers=", ".join(state.private)) if state.private else ""
    return lines(paragraphs(state.notes), paragraphs([unused, private], "kc-quiet"))
