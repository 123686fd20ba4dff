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
    watcher = stopped_panel(state)
    before = watcher.watches

    state.closed = "The desk is closed."

    assert (before, watcher.watches) == (True, False)
    assert watcher.text.startswith(f"The desk has stopped. Nothing is lost: start it again with '{watcher.start}', ")
