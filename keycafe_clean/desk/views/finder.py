"""The field in the head in which somebody is looked for."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Unicode


class Finder(anywidget.AnyWidget):
    """A search field. What is typed is no trait: a notebook that is saved with its widgets keeps nobody's name.

    `label` is fixed when it is shown.
    """

    _esm = Path(__file__).with_name("finder.js")

    label = Unicode().tag(sync=True)

    def on_find(self, act: Callable[[str], None]) -> None:
        """Call `act` with what was typed once Enter is pressed; blank where it was emptied."""
        self.on_msg(lambda _, told, __: act(told["find"]))

    def empty(self) -> None:
        """Forget what was typed."""
        self.send({"do": "empty"})
