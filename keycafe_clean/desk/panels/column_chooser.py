"""One line of the columns: the header to choose, a few of its cells, and why."""

from collections.abc import Sequence

import ipywidgets as widgets

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import Markup, join, tag
from keycafe_clean.desk.panels.about_panel import about
from keycafe_clean.desk.panels.widgets import button, row
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.view_models import ColumnLine

#: What stands above the cells of all lines.
HEADINGS = ("examples", "why", "how_sure", "file")


def column_chooser(state: DeskState, callbacks: Callbacks, place: int) -> widgets.HBox:
    """Get the line at a place of `state.columns`: the header to choose, and room for the reason."""
    line = state.columns[place]
    options = [(text("columns.not_used"), ""), *((header, header) for header in choices(state, line))]
    chosen = widgets.Dropdown(options=options, value=line.headers, description=line.name)

    def choose(_: object) -> None:
        """Hand on what the analyst chose; what the state says already is no choice."""
        if chosen.value != state.columns[place].headers:
            callbacks.choose_column(line, chosen.value)

    chosen.observe(choose, "value")
    return row(chosen, widgets.HTML(), *_about(state, callbacks, line), look="kc-chooser")


def _about(state: DeskState, callbacks: Callbacks, line: ColumnLine) -> tuple[widgets.Button, widgets.HTML]:
    """Get the button that opens what is known of the column, and where that is shown: under the line."""
    opens = button(text("about.open"), lambda: callbacks.about_column(line.file, line.column))
    opens.tooltip = text("about.title", name=line.name)
    shown = widgets.HTML(layout={"display": "none"})
    shown.add_class("kc-about")

    def refresh(_: object) -> None:
        """Show it while it is of this line."""
        is_here = state.about is not None and state.about.key == f"{line.file}:{line.column}"
        shown.value = tag("div", about(state.about), role="status") if is_here else ""
        shown.layout.display = None if is_here else "none"

    state.observe(refresh, "about")
    return opens, shown


def choices(state: DeskState, line: ColumnLine) -> tuple[str, ...]:
    """List the headers of the line's file, and first what it has now where that is several headers joined."""
    headers: tuple[str, ...] = state.headers[line.file]
    return headers if line.headers in ("", *headers) else (line.headers, *headers)


def why(state: DeskState, line: ColumnLine) -> Markup:
    """Get the cells beside the header: examples, reason, how sure."""
    taken = text("columns.sure") if line.headers else ""
    sure = taken if line.is_sure else text("columns.please_check")
    look = "" if line.is_sure else "kc-open"
    shown = zip(HEADINGS, (line.examples, line.reason, sure, line.file), strict=True)
    return cells(state, look, [_under(heading, cell) for heading, cell in shown])


def _under(heading: str, cell: str) -> str:
    """Get a cell with what stands above it, for whoever hears it; blank cells have nothing to say."""
    return join([tag("span", text(f"columns.{heading}"), ": ", class_="kc-unseen"), cell]) if cell else cell


def cells(state: DeskState, look: str, shown: Sequence[str]) -> Markup:
    """Get the cells beside each other; the file stands there where there are several."""
    count = len(shown) if len(state.files) > 1 else -1
    kind = "kc-column kc-with-file" if len(state.files) > 1 else "kc-column"
    return tag("div", *(tag("span", cell) for cell in shown[:count]), class_=f"{kind} {look}")
