"""People who were looked for, side by side: what became of each, and on what that rests."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict, Tuple


class PeopleFound(anywidget.AnyWidget):
    """A card a person, as `Found.people` has them. `labels` are fixed when it is shown. Nothing in it is HTML."""

    _esm = Path(__file__).with_name("people_found.js")

    people = Tuple().tag(sync=True)
    labels = Dict().tag(sync=True)

    def on_print(self, act: Callable[[int], None]) -> None:
        """Call `act` with the place of the person, from 0, whose page is asked for."""
        self.on_msg(lambda _, told, __: act(told["print"]))
