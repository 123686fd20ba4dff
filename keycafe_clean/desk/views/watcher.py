"""A view that says that the desk has stopped, where nobody has closed it."""

from pathlib import Path

import anywidget
from traitlets import Bool, Dict


class Watcher(anywidget.AnyWidget):
    """Nothing to see while kernel and server behind the page live, or where it `watches` no more.

    Else one of the `labels` stands in the place of the desk, with the focus on it: `stopped`, with a button (`start`)
    that loads the page anew; in a notebook `cells`; where the server is gone too, `gone`, or `lab_gone`. No key that is
    pressed at the desk is a command of the notebook.
    """

    _esm = Path(__file__).with_name("watcher.js")

    labels = Dict().tag(sync=True)
    watches = Bool(default_value=True).tag(sync=True)
