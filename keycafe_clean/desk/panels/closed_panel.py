"""What is left of the page once the desk is closed, or has stopped: a sentence, and what ends the kernel behind it."""

from pathlib import Path

import ipywidgets as widgets
from ipykernel import get_connection_file
from traitlets import dlink

from keycafe_clean.desk.panels.widgets import shown_with
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.texts import text
from keycafe_clean.desk.views.closer import Closer
from keycafe_clean.desk.views.watcher import Watcher
from keycafe_clean.job_words import opened_again


def closed_panel(state: DeskState) -> widgets.VBox:
    """Get the sentence; with it comes the end of the kernel."""
    closer = Closer()

    def close(_: object) -> None:
        """Say that the desk is closed, and have the page end what runs behind it."""
        closer.kernel = _kernel()
        closer.text = state.closed

    panel = widgets.VBox([closer])
    panel.add_class("kc-desk")
    # What is not shown yet cannot take the focus.
    shown_with(state, "closed", panel)
    state.observe(close, "closed")
    return panel


def stopped_panel(state: DeskState, job: Path) -> Watcher:
    """Get what says that the desk of a job has stopped, unless it was closed: then its kernel ends as it should."""
    labels = {name: text(f"closed.{name}") for name in ("stopped", "start", "cells", "lab_gone")}
    watcher = Watcher(labels={**labels, "gone": text("closed.gone", how=opened_again(job))})
    dlink((state, "closed"), (watcher, "watches"), lambda closed: not closed)
    return watcher


def _kernel() -> str:
    """Get the id of this kernel, as its server knows it; blank outside of one."""
    try:
        path: str = get_connection_file()
    except RuntimeError:
        return ""
    return path.rpartition("kernel-")[2].removesuffix(".json")
