from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.change_panel import change_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.line import Line
from keycafe_clean.desk.views.tick_list import TickList
from tests.desk.desks import Asked, button, dropdown, first, shown_html
from tests.desk.page import Page
from tests.desk.test_people_changes import open_line
from tests.desk.test_people_lines import STAFF
from tests.desk.waiting import waiting_desk


@pytest.fixture
def staff(tmp_path: Path) -> Any:  # noqa: ANN401 - state and session
    """Get a desk that has read people of every kind."""
    return waiting_desk(tmp_path, STAFF)


@pytest.fixture
def panel(staff: tuple[DeskState, Any], callbacks: Callbacks) -> widgets.VBox:
    """Get its panel."""
    return change_panel(staff[0], callbacks)


def test_nothing_is_open_at_first(panel: widgets.VBox) -> None:
    """Beside the lines there is room."""
    assert panel.layout.display == "none"


@pytest.mark.parametrize(
    ("change", "heading", "said"),
    [
        ("on_leave", "People on leave", {"include_on_leave": True}),
        ("starters", "People who start later", {"leave_out_starters": True}),
        (
            "smartbox",
            "People without an e-mail address",
            {"smartbox_user_without_address": True, "generate_access_code": True},
        ),
        (
            "full",
            "People with an e-mail address",
            {"column": "Location", "values": (), "send_invitation": True, "send_welcome_email": True},
        ),
        ("places", "Only some places", {"column": "Location", "values": ()}),
        ("words", "People who have left", {}),
    ],
)
def test_what_stands_there_is_what_holds(  # noqa: PLR0917 - a case and what it is tried with
    staff: tuple[DeskState, Any], panel: widgets.VBox, asked: Asked, change: str, heading: str, said: dict[str, Any]
) -> None:
    """Saved as it is opened, nothing is another way; the heading has the focus."""
    page = Page(first(panel, Line))
    open_line(staff, change)

    button(panel, "Save the change").click()

    assert (panel.layout.display, first(panel, Line).text, page.focused) == ("flex", heading, 1)
    assert asked == [("change_people", said)]


def test_places_are_ticked_off(staff: tuple[DeskState, Any], panel: widgets.VBox, asked: Asked) -> None:
    """All are ticked at first; those that stay ticked go in."""
    open_line(staff, "places")
    ticks = first(panel, TickList)
    before = (ticks.lines, ticks.ticked)

    ticks.ticked = (1,)
    button(panel, "Save the change").click()

    assert before == (("(empty) (1)", "Brno (2)", "Oslo (3)"), (0, 1, 2))
    assert asked == [("change_people", {"column": "Location", "values": ("Brno",)})]


def test_another_column_has_other_cells(staff: tuple[DeskState, Any], panel: widgets.VBox) -> None:
    """The list says whose they are."""
    open_line(staff, "places")

    dropdown(panel, "Column").value = "Status"

    ticks = first(panel, TickList)
    assert (ticks.label, ticks.lines) == ("Status", ("active (4)", "on leave (1)", "terminated (1)"))


def test_a_word_gets_another_meaning(staff: tuple[DeskState, Any], panel: widgets.VBox, asked: Asked) -> None:
    """Only what is said otherwise is handed on."""
    open_line(staff, "words")

    dropdown(panel, "terminated").value = "leave"
    button(panel, "Save the change").click()

    assert asked == [("change_people", {"status_words": {"terminated": "leave"}})]


def test_it_is_closed_unchanged(staff: tuple[DeskState, Any], panel: widgets.VBox, asked: Asked) -> None:
    """By the line that opened it."""
    open_line(staff, "on_leave")

    button(panel, "Close").click()

    assert asked == [("open_change", "people:on_leave")]
    assert "Whoever is on leave still needs keys, as a rule." in shown_html(panel)
