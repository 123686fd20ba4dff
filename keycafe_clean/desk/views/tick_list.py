"""Things to tick, each a box with its label."""

from collections.abc import Callable
from pathlib import Path

import anywidget
from traitlets import Dict, Enum, Tuple, Unicode


class TickList(anywidget.AnyWidget):
    """A list of boxes. `lines` has their texts, `ticked` those places (from 0) that are ticked; the page alters it.

    `label` names the list; `look` is `list`, or `steps` where they are done one after the other. Where `search` has a
    `label`, what is not ticked is hidden until it is looked for; how much is `found` is said, with `{count}`.
    Nothing in it is HTML.
    """

    _esm = Path(__file__).with_name("tick_list.js")

    lines = Tuple().tag(sync=True)
    ticked = Tuple().tag(sync=True)
    label = Unicode().tag(sync=True)
    look = Enum(("list", "steps"), "list").tag(sync=True)
    search = Dict().tag(sync=True)

    def on_tick(self, act: Callable[[tuple[int, ...]], None]) -> None:
        """Call `act` with the places that are ticked now, after each tick of the analyst."""
        self.on_msg(lambda _, told, __: act(tuple(told["ticked"])))
