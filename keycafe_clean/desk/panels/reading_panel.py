"""How the files are read, where it looks wrong: letters, what stands between cells, sheet, row of the column names."""

import ipywidgets as widgets
from traitlets import dlink

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.markup import paragraphs
from keycafe_clean.desk.panels.widgets import button, html, row
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text, texts


def reading_panel(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    """Get the button that opens how files are read, there once a file was chosen, and what it opens."""
    toggle = button("", callbacks.toggle_reading)
    dlink((state, "shows_reading"), (toggle, "description"), _label)
    opened = _opened(state, callbacks)
    dlink((state, "shows_reading"), (opened.layout, "display"), _display)
    panel = widgets.VBox([toggle, opened])
    dlink((state, "was_chosen"), (panel.layout, "display"), _display)
    return panel


def _opened(state: DeskState, callbacks: Callbacks) -> widgets.VBox:
    inputs = _inputs()
    for name, one in inputs.items():
        dlink((state, "reading"), (one, "value"), lambda said, name=name: said.get(name, ""))

    def again() -> None:
        """Hand on what was said."""
        callbacks.read_again({name: one.value for name, one in inputs.items()})

    lead = html(paragraphs([text("reading.lead")], "kc-quiet"))
    said = row(*inputs.values(), button(text("reading.again"), again))
    said.add_class("kc-reading")
    return widgets.VBox([lead, said])


def _inputs() -> dict[str, widgets.Widget]:
    """Get an input for each thing that can be said, by its name in the set-up."""
    once = {"continuous_update": False}
    return {
        "encoding": _list("letters"),
        "delimiter": _list("between"),
        "sheet": widgets.Text(placeholder=text("reading.as_found"), description=text("reading.sheet"), **once),
        "header": widgets.Text(placeholder=text("reading.row_hint"), description=text("reading.row"), **once),
    }


def _list(name: str) -> widgets.Dropdown:
    named = [(label, value) for value, label in texts(name).items()]
    return widgets.Dropdown(options=[(text("reading.as_found"), ""), *named], description=text(f"reading.{name}"))


def _label(shown: bool) -> str:  # noqa: FBT001 - as traitlets call it
    return text("reading.close" if shown else "reading.wrong")


def _display(shown: bool) -> str:  # noqa: FBT001 - as traitlets call it
    return "flex" if shown else "none"
