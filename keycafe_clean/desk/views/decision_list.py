"""What was decided, a line each, with what can be done about it."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict, Int, Tuple


class DecisionList(anywidget.AnyWidget):
    """A list of decisions. `lines` has a `DecisionLine` each as a dictionary; `total` is how many there are.

    `labels` are fixed when it is shown. Nothing in it is HTML. A line that is gone leaves the focus to the next one.
    """

    _esm = Path(__file__).with_name("decision_list.js")

    lines = Tuple().tag(sync=True)
    total = Int().tag(sync=True)
    labels = Dict().tag(sync=True)

    def on_press(self, act: Callable[[str, str], None]) -> None:
        """Call `act` with what is pressed (`take_back`, `keep_mine`, `more`), and the id of the decision."""
        self.on_msg(lambda _, told, __: act(told["press"], told.get("id", "")))
