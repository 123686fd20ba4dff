"""The steps of a month side by side: which one is open, which are done, and how much waits in them."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Tuple, Unicode


class Rail(anywidget.AnyWidget):
    """A button a step. `steps` has a `StepLine` each as a dictionary, `current` is the step that is open.

    Nothing in it is HTML; a screen reader hears the `said` of each, and which one is the current step.
    """

    _esm = Path(__file__).with_name("rail.js")

    steps = Tuple().tag(sync=True)
    current = Unicode().tag(sync=True)
    label = Unicode().tag(sync=True)

    def on_choose(self, act: Callable[[str], None]) -> None:
        """Call `act` with the step that is chosen."""
        self.on_msg(lambda _, told, __: act(told["choose"]))
