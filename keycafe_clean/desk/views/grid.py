"""A grid of rows that stay in Python: the page asks for those that it shows, and tells what is done with them."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Bool, Dict, Int, Tuple, Unicode

from keycafe_clean.desk.view_models import RowsBlock, RowsRequest

_BUNDLE = Path(__file__).with_name("bundle")


@dataclass(frozen=True)
class GridCallbacks:
    """What a grid calls: `rows_of` for a block of rows, the others when something is done with them.

    `choose` takes a row, `edit` a row, a column and the text of its new cell, `open_header` a column.
    """

    rows_of: Callable[[RowsRequest], RowsBlock]
    choose: Callable[[int], None]
    edit: Callable[[int, str, str], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    open_header: Callable[[str], None] | None = None


class Grid(anywidget.AnyWidget):
    """A grid. `columns` (each a `GridColumn` as a dictionary) and `labels` are fixed when it is shown.

    `kind` is what rows are shown, `label` what a screen reader calls them, `none` what stands there if there are none,
    `chosen` the row that stands out (-1: none), `rows_count` how many there were when the page last asked.
    Nothing in it is HTML.
    """

    _esm = _BUNDLE / "grid.js"
    _css = _BUNDLE / "grid.css"

    columns = Tuple().tag(sync=True)
    labels = Dict().tag(sync=True)
    kind = Unicode().tag(sync=True)
    label = Unicode().tag(sync=True)
    none = Unicode().tag(sync=True)
    chosen = Int(-1).tag(sync=True)
    rows_count = Int().tag(sync=True)
    opens_headers = Bool(default_value=False).tag(sync=True)

    def __init__(self, callbacks: GridCallbacks, **traits: Any) -> None:  # noqa: ANN401 - the traits' own types
        super().__init__(**traits, opens_headers=callbacks.open_header is not None)
        self._callbacks = callbacks
        self.on_msg(lambda _, told, __: self._hear(told))

    def refresh(self) -> None:
        """Have the page ask for its rows again; focus, scroll and what is being typed stay."""
        self.send({"do": "refresh"})

    def _hear(self, told: dict[str, Any]) -> None:
        """Do what the page asks for, or tells."""
        calls = self._callbacks
        match told:
            case {"ask": request, "id": asked}:
                block = calls.rows_of(RowsRequest(**request))
                self.rows_count = block.total
                self.send({"block": asdict(block), "id": asked})
            case {"choose": row_id}:
                calls.choose(row_id)
            case {"edit": {"row_id": row_id, "column": column, "value": value}}:
                calls.edit(row_id, column, value)
            case {"key": "undo"}:
                calls.undo()
            case {"key": "redo"}:
                calls.redo()
            case {"header": column} if calls.open_header:
                calls.open_header(column)
