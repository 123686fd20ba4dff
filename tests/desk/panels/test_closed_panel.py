from pathlib import Path

from keycafe_clean.desk.panels.closed_panel import closed_panel, stopped_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.closer import Closer
from tests.desk.desks import first


def test_it_says_that_the_desk_is_closed(state: DeskState) -> None:
    """Nothing before that; outside of a kernel there is none to end."""
    panel = closed_panel(state)
    before = panel.layout.display

    state.closed = "The desk is closed."

    closer = first(panel, Closer)
    assert (before, panel.layout.display) == ("none", "flex")
    assert (closer.text, closer.kernel) == ("The desk is closed.", "")


def test_a_desk_that_is_closed_has_not_stopped(state: DeskState) -> None:
    """Its kernel ends as it should, and nobody is told otherwise."""
    watcher = stopped_panel(state, Path("my jobs/acme"))
    before = watcher.watches

    state.closed = "The desk is closed."

    assert (before, watcher.watches) == (True, False)


def test_it_is_said_how_a_desk_that_has_stopped_is_started(state: DeskState) -> None:
    """With the button, by the cells, or by the command where the server is gone too."""
    labels = stopped_panel(state, Path("acme")).labels

    nothing_lost = "The desk has stopped. Nothing is lost: {}, it goes on where you were."
    assert labels["stopped"] == nothing_lost.format(f"start it again with '{labels['start']}'")
    assert labels["cells"] == nothing_lost.format("run the cells of this notebook again")
    gone = "The desk has stopped, and so has the server behind this page. Nothing is lost: "
    assert labels["lab_gone"] == f"{gone}start JupyterLab again and run the cells, it goes on where you were."
    assert labels["gone"] == (
        f"{gone}it goes on where you were. Close this page, and open the desk again with: keycafe-clean desk acme"
    )
