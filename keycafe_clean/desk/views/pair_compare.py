"""Two rows that may be one person, side by side, with keys for the answers."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict


class PairCompare(anywidget.AnyWidget):
    """Two rows beside each other. `pair` is a `PairView` as a dictionary, empty: none; `labels` are fixed when shown.

    S, D, the arrows, U and R are heard while the focus is anywhere in it. Nothing in it is HTML.
    """

    _esm = Path(__file__).with_name("pair_compare.js")

    pair = Dict().tag(sync=True)
    labels = Dict().tag(sync=True)

    def on_press(self, act: Callable[[str], None]) -> None:
        """Call `act` with what is pressed: an answer, or `previous`, `later`, `undo`, `redo`, `list`."""
        self.on_msg(lambda _, told, __: act(told["press"]))

    def focus_unless_in(self, places: str) -> None:
        """Move the focus to the pair, unless it is in one of these places (a selector), or in the pair already."""
        self.send({"do": "focus unless", "in": places})
