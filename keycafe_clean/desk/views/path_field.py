"""The field in which a file is named by its path, with the button that reads it."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict


class PathField(anywidget.AnyWidget):
    """A text field with a button. Enter and the button do the same, also for a path that was read before.

    `labels`: `path` of the field, `hint` in it while it is empty, `read` of the button; fixed when it is shown.
    """

    _esm = Path(__file__).with_name("path_field.js")

    labels = Dict().tag(sync=True)

    def on_read(self, act: Callable[[str], None]) -> None:
        """Call `act` with what was typed once Enter or the button is pressed; blank where nothing was."""
        self.on_msg(lambda _, told, __: act(told["read"]))
