"""A line of text that can take the focus, as a heading or as the status that a screen reader says by itself."""

from pathlib import Path

import anywidget
from traitlets import Enum, Unicode


class Line(anywidget.AnyWidget):
    """A line of text. `role` is fixed when it is shown; `focus()` moves the focus to it. Nothing in it is HTML."""

    _esm = Path(__file__).with_name("line.js")

    text = Unicode().tag(sync=True)
    role = Enum(("heading", "status"), "status").tag(sync=True)
    kind = Enum(("busy", "stop"), "busy").tag(sync=True)
