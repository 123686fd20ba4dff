"""A view that says that the desk has stopped, where nobody has closed it."""

from pathlib import Path

import anywidget
from traitlets import Bool, Unicode


class Watcher(anywidget.AnyWidget):
    """Nothing to see while the kernel behind the page lives, or where it `watches` no more.

    Else `text` stands in the place of the desk, with the focus on it, and a button (`start`) that loads the page anew.
    """

    _esm = Path(__file__).with_name("watcher.js")

    text = Unicode().tag(sync=True)
    start = Unicode().tag(sync=True)
    watches = Bool(default_value=True).tag(sync=True)
