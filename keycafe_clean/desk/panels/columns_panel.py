"""Step Columns: which column of the file is which, and why; another header can be chosen for each."""

import ipywidgets as widgets

from keycafe_clean.desk.facts import ColumnLine
from keycafe_clean.desk.gestures import Gestures
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.parts import button, following, html, lines, row, step_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text


def columns_panel(state: DeskState, gestures: Gestures) -> widgets.VBox:
    """Get the panel."""
    return step_panel(
        state,
        "columns",
        html(paragraphs([text("columns.lead")])),
        html(_cells("kc-column kc-headings", *(text(f"columns.{name}") for name in ("examples", "why", "how_sure")))),
        _choosers(state, gestures),
        following(state, ["notes", "unused", "private"], _others),
        button(text("columns.looks_right"), lambda: gestures.go("people"), primary=True),
    )


def _choosers(state: DeskState, gestures: Gestures) -> widgets.VBox:
    """Get a line a column. The widgets stay while the same columns are asked about, and with them the focus."""
    box = widgets.VBox()
    asked: list[tuple[object, ...]] = []

    def refresh(_: object) -> None:
        """Show the lines as they are now; other columns, or another file, need other widgets."""
        now = [(line.file, line.column, _choices(state, line)) for line in state.columns]
        if asked != now:
            asked[:] = now
            box.children = [_chooser(state, gestures, place) for place in range(len(now))]
        for line, shown in zip(state.columns, box.children, strict=True):
            chosen, why = shown.children
            chosen.value, why.value = line.headers, _why(state, line)

    state.observe(refresh, "columns")
    return box


def _chooser(state: DeskState, gestures: Gestures, place: int) -> widgets.HBox:
    """Get the line at a place of `state.columns`: the header to choose, and room for the reason."""
    line = state.columns[place]
    options = [(text("columns.not_used"), ""), *((header, header) for header in _choices(state, line))]
    chosen = widgets.Dropdown(options=options, value=line.headers, description=line.name)

    def choose(_: object) -> None:
        """Hand on what the analyst chose; what the state says already is no choice."""
        if chosen.value != state.columns[place].headers:
            gestures.choose_column(line, chosen.value)

    chosen.observe(choose, "value")
    return row(chosen, widgets.HTML(), look="kc-chooser")


def _choices(state: DeskState, line: ColumnLine) -> tuple[str, ...]:
    """List the headers of the line's file, and first what it has now where that is several headers joined."""
    headers: tuple[str, ...] = state.headers[line.file]
    return headers if line.headers in ("", *headers) else (line.headers, *headers)


def _why(state: DeskState, line: ColumnLine) -> Markup:
    taken = text("columns.sure") if line.headers else ""
    sure = taken if line.is_sure else text("columns.please_check")
    file = line.file if len(state.files) > 1 else ""
    return _cells("kc-column" if line.is_sure else "kc-column kc-open", line.examples, line.reason, sure, file)


def _cells(look: str, *cells: str) -> Markup:
    return tag("div", join(tag("span", cell) for cell in cells), class_=look)


def _others(state: DeskState) -> Markup:
    unused = text("columns.unused", headers=", ".join(state.unused)) if state.unused else ""
    private = text("columns.private", headers=", ".join(state.private)) if state.private else ""
    return lines(paragraphs(state.notes), paragraphs([unused, private], "kc-quiet"))
