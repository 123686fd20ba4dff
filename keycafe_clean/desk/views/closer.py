"""A view that says that the desk is closed, and ends the kernel behind the page."""

from pathlib import Path

import anywidget
from traitlets import Unicode


class Closer(anywidget.AnyWidget):
    """Nothing to see until `text` is there; then the focus is on it, and the kernel of that id ends with it."""

    _esm = Path(__file__).with_name("closer.js")

    text = Unicode().tag(sync=True)
    kernel = Unicode().tag(sync=True)
