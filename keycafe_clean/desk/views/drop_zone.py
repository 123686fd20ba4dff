"""Files that are dropped on the page or chosen: ipywidgets hears no drop, and loses what is too large for a message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Bool, Dict, Int, Unicode

#: Takes files that have arrived: each its name and its bytes.
TakeFiles = Callable[[Sequence[tuple[str, bytes]]], None]


@dataclass
class _Coming:
    """Files that are on their way: which upload it is, their names, and what has arrived of each."""

    id: int
    names: Sequence[str]
    arrived: list[bytearray] = field(init=False)

    def __post_init__(self) -> None:
        self.arrived = [bytearray() for _ in self.names]


class DropZone(anywidget.AnyWidget):
    """A button to choose files, on a page that takes files that are dropped, several at once.

    `label` is on the button, `accept` what the browser offers to choose, `most` how many bytes a file may have;
    `labels`, `accept` and `most` are fixed when it is shown. What has arrived is no trait, and kept by nobody.
    """

    _esm = Path(__file__).with_name("drop_zone.js")

    label = Unicode().tag(sync=True)
    primary = Bool(default_value=False).tag(sync=True)
    labels = Dict().tag(sync=True)
    accept = Unicode().tag(sync=True)
    most = Int().tag(sync=True)

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - the traits' own types
        super().__init__(**traits)
        self._coming: _Coming | None = None
        self._take: TakeFiles = lambda _: None
        self.on_msg(lambda _, told, buffers: self._hear(told, buffers))

    def on_files(self, take: TakeFiles) -> None:
        """Call `take` with the files once all of them have arrived."""
        self._take = take

    def _hear(self, told: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        """Take what the page sends; pieces of files in whose place others came are nobody's any more."""
        if "begin" in told:
            self._coming = _Coming(told["id"], told["begin"])
        elif self._coming and told["id"] == self._coming.id:
            self._go_on(self._coming, told, buffers)

    def _go_on(self, coming: _Coming, told: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        if "piece" in told:
            arrived = coming.arrived[told["piece"]]
            arrived += buffers[0]
            if len(arrived) > self.most:
                self._coming = None
            else:
                self.send({"taken": len(arrived), "id": coming.id})
        else:
            self._coming = None
            self._take([(name, bytes(data)) for name, data in zip(coming.names, coming.arrived, strict=True)])
