"""A line of text that can take the focus, as a heading or as the status that a screen reader says by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

import anywidget
from traitlets import Enum, Unicode


class Line(anywidget.AnyWidget):
    """A line of text. `role` is fixed when it is shown; `focus()` moves the focus to it. Nothing in it is HTML.

    While it has the focus it hears its `letters`, single small ones.
    """

    _esm = Path(__file__).with_name("line.js")

    text = Unicode().tag(sync=True)
    role = Enum(("heading", "status"), "status").tag(sync=True)
    kind = Enum(("busy", "stop"), "busy").tag(sync=True)
    letters = Unicode().tag(sync=True)

    def on_key(self, act: Callable[[Self, str], None]) -> None:
        """Call `act` with the key, one of `letters`, that is pressed while the focus is on the line."""
        self.on_msg(lambda _, told, __: act(self, told["key"]))

    def focus_unless_in(self, places: str) -> None:
        """Move the focus to the line, unless it is in one of these places (a selector): who works there stays there."""
        self.send({"do": "focus unless", "in": places})
