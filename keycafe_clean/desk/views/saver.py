"""A view that saves a file on the analyst's own computer: the browser gets its bytes when they are asked for."""

from pathlib import Path

import anywidget


class Saver(anywidget.AnyWidget):
    """Nothing to see. `save()` makes the browser save a file, as if a link to it were clicked."""

    _esm = Path(__file__).with_name("saver.js")

    def save(self, name: str, media_type: str, content: bytes) -> None:
        """Save these bytes as a file of this name."""
        self.send({"name": name, "type": media_type}, buffers=[content])
