"""About a column: small bars of its most common cells, and the same as text."""

import ipywidgets as widgets

from keycafe_clean.desk.bar_chart import share_bar
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.column_about import ColumnAbout
from keycafe_clean.desk.markup import Markup, join, paragraphs, tag
from keycafe_clean.desk.panels.widgets import button, following, shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.line import Line


def about_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the panel beside the rows; its heading takes the focus when it is opened."""
    heading = Line(role="heading")

    def refresh(_: object) -> None:
        """Name the column, and go there."""
        if state.about:
            heading.text = text("about.title", name=state.about.name)
            if state.step == "check":
                heading.focus()

    state.observe(refresh, "about")
    close = button(text("change.close"), lambda: callbacks.about_column("", state.about.key) if state.about else None)
    panel = widgets.VBox([heading, following(state, ["about"], lambda now: about(now.about)), close])
    panel.add_class("kc-question")
    panel.add_class("kc-row-card")
    shown_with(state, "side", panel, lambda side: side == "column")
    return panel


def about(column: ColumnAbout | None) -> Markup:
    """Get what is known of a column: the sentences, and a bar a cell; nothing without one."""
    if not column:
        return Markup()
    lines = [
        tag("tr", tag("th", cell, scope="row"), tag("td", share_bar(count, column.filled)), tag("td", f"{count:,}"))
        for cell, count in column.most
    ]
    bars = tag("table", tag("tbody", *lines), class_="kc-about-bars") if lines else Markup()
    return join([paragraphs(column.lines), bars])
