"""Kinds of rows to choose from, each a button with how many there are."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Enum, Tuple, Unicode


class KindList(anywidget.AnyWidget):
    """A list of kinds, under headings, or side by side as pills.

    `lines` has a `KindLine` each as a dictionary, `chosen` is the kind that is shown. Nothing in it is HTML.
    """

    _esm = Path(__file__).with_name("kind_list.js")

    lines = Tuple().tag(sync=True)
    chosen = Unicode().tag(sync=True)
    label = Unicode().tag(sync=True)
    look = Enum(("list", "pills"), "list").tag(sync=True)

    def on_choose(self, act: Callable[[str], None]) -> None:
        """Call `act` with the kind that is chosen."""
        self.on_msg(lambda _, told, __: act(told["choose"]))
