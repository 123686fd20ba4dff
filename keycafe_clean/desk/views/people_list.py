"""Lines of people: how many, what becomes of them, and two buttons each."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict, Tuple, Unicode


class PeopleList(anywidget.AnyWidget):
    """A list of people. `lines` has a `PeopleLine` each as a dictionary, `opened` is the key of the one being changed.

    `labels` (`show`, `change`, and of `places`) are fixed when it is shown. Nothing in it is HTML. When what is changed
    is closed, the focus comes back to its button.
    """

    _esm = Path(__file__).with_name("people_list.js")

    lines = Tuple().tag(sync=True)
    opened = Unicode().tag(sync=True)
    labels = Dict().tag(sync=True)

    def on_press(self, act: Callable[[str, str], None]) -> None:
        """Call `act` with what is pressed, `show` or `change`, and the key of the line."""
        self.on_msg(lambda _, told, __: act(told["press"], told["key"]))
