"""What a widget tells its page, as the page would hear it."""

from typing import Any

import ipywidgets as widgets
from comm.base_comm import BaseComm


class Page(BaseComm):
    """A page that only listens: `heard` has what it was told, in order."""

    def __init__(self, widget: widgets.Widget) -> None:
        self.heard: list[dict[str, Any]] = []
        super().__init__()
        widget.comm = self
        self.heard.clear()

    def publish_msg(self, _: str, data: dict[str, Any] | None = None, *__: object, **___: object) -> None:
        """Hear what is told."""
        self.heard.append(data or {})

    @property
    def focused(self) -> int:
        """Count how often the page was asked to move the focus."""
        return sum(told.get("content", {}).get("do", "").startswith("focus") for told in self.heard)
