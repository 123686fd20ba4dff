import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.practice_panel import practice_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import MonthLine
from tests.desk.desks import Asked, button, first, heard, shown_html


def test_practice_shows_progress_errors_and_the_limit(state: DeskState, callbacks: Callbacks) -> None:
    """Everything that practice found out stands on its half of the page."""
    panel = practice_panel(state, callbacks)

    state.update(
        practice="Practice: 1 of 2 added, 1 failed.",
        practice_errors=("Row 3: The address is already a member.",),
        practice_done=2,
        practice_rows=2,
        limit_after=MonthLine("November 2026", 0, 1, 250),
        limit_after_line="November would then stand at 1 of 250, with 249 left.",
    )

    html = shown_html(panel)
    assert first(panel, widgets.FloatProgress).value == 1
    assert "Row 3: The address is already a member." in html
    assert heard(panel) == ["Practice: 1 of 2 added, 1 failed."]
    assert 'aria-label="November would then stand at 1 of 250, with 249 left."' in html


def test_practising_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback and does nothing else."""
    button(practice_panel(state, callbacks), "Practise with this file").click()

    assert asked == [("practise",)]


@pytest.mark.parametrize(("rows", "display"), [(0, "none"), (1, "flex")])
def test_the_bar_is_there_while_there_is_something_to_do(
    state: DeskState, callbacks: Callbacks, rows: int, display: str
) -> None:
    """An empty bar before the first practice would look like one that hangs."""
    bar = first(practice_panel(state, callbacks), widgets.HBox)

    state.practice_rows = rows

    assert bar.layout.display == display


def test_the_bar_is_at_the_row_of_the_import(state: DeskState, callbacks: Callbacks) -> None:
    """A quarter of the rows is a quarter of the bar, and the numbers stand beside it."""
    panel = practice_panel(state, callbacks)

    state.update(practice_done=1, practice_rows=4)

    assert first(panel, widgets.FloatProgress).value == 0.25
    assert "1 of 4" in shown_html(panel)
