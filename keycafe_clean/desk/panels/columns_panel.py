"""Step Columns: which column of the file is which, and why; another header can be chosen for each."""

from collections.abc import Sequence

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, folded, paragraphs
from keycafe_clean.desk.panels.column_chooser import HEADINGS, cells, choices, column_chooser, why
from keycafe_clean.desk.panels.widgets import following, html, lines, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text

#: So many headers are read as one sentence.
_MOST_NAMED = 12


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
    return cells(state, "kc-headings", [text(f"columns.{name}") for name in HEADINGS])


def _others(state: DeskState) -> Markup:
    return lines(
        paragraphs(state.notes), _named("columns.unused", state.unused), _named("columns.private", state.private)
    )


def _named(key: str, headers: Sequence[str]) -> Markup:
    """Get the sentence with all headers, where they are many folded behind their number; nothing of none."""
    if not headers:
        return Markup()
    named = paragraphs([text(key, headers=", ".join(headers))], "kc-quiet")
    return named if len(headers) <= _MOST_NAMED else folded(text(f"{key}_many", count=len(headers)), named)
