"""The panel of the columns: which header is which, chosen, marked and named."""

import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.columns_panel import columns_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import ColumnLine
from tests.desk.desks import Asked, dropdown, shown_html


@pytest.fixture
def columns(state: DeskState, callbacks: Callbacks, reading: tuple[dict[str, object], object]) -> widgets.VBox:
    """Get the panel of the columns, followed by the reading of the export."""
    panel = columns_panel(state, callbacks)
    state.update(**reading[0])
    return panel


def test_another_header_is_handed_on(columns: widgets.VBox, state: DeskState, asked: Asked) -> None:
    """Which file, which column, which header; blank says that none is used."""
    line = next(line for line in state.columns if line.column == "status")
    status = dropdown(columns, "Status")

    status.value = "Employee ID"
    status.value = ""

    assert asked == [("choose_column", line, "Employee ID"), ("choose_column", line, "")]


def test_a_new_reading_changes_the_columns_unasked(columns: widgets.VBox, state: DeskState, asked: Asked) -> None:
    """Other headers stand in the lists at once; that is no click."""
    line = ColumnLine("b.csv", "Last Name", "Last Name", "Nachname", "Novak", "German for last name", is_sure=True)

    state.update(headers={"b.csv": ("Nachname", "Vorname")}, columns=(line,))

    assert dropdown(columns, "Last Name").options == (
        ("(not used)", ""),
        ("Nachname", "Nachname"),
        ("Vorname", "Vorname"),
    )
    assert asked == []


def test_joined_headers_can_be_kept(columns: widgets.VBox, state: DeskState) -> None:
    """A name in two columns stands in the list as it is taken."""
    line = ColumnLine("b.csv", "First Name", "First Name", "First + Middle", "Jana", "usual name", is_sure=True)

    state.update(headers={"b.csv": ("First", "Middle")}, columns=(line,))

    assert dropdown(columns, "First Name").value == "First + Middle"


def test_an_open_column_is_marked(columns: widgets.VBox, state: DeskState) -> None:
    """What is not sure is said in words, not in colour alone."""
    line = ColumnLine("b.csv", "status", "Status", "", "hired", "is it 'Stage'? 40 % are known words", is_sure=False)

    state.update(headers={"b.csv": ("Stage",)}, columns=(line,))

    assert "How sure: </span>please check</span>" in shown_html(columns)
    assert "is it &#x27;Stage&#x27;?" in shown_html(columns)


def test_private_and_unused_columns_are_named(state: DeskState, callbacks: Callbacks) -> None:
    """What is not taken is said, so that nobody has to wonder."""
    panel = columns_panel(state, callbacks)

    state.update(unused=("Manager", "Cost Center"), private=("Salary",))

    assert "Not used: Manager, Cost Center." in shown_html(panel)
    assert "Never opened, because private: Salary." in shown_html(panel)


def test_many_unused_columns_are_one_folded_line(state: DeskState, callbacks: Callbacks) -> None:
    """Nobody reads 200 names before the rest of the page; they are there for whoever looks for one."""
    panel = columns_panel(state, callbacks)

    state.update(unused=tuple(f"Field {number}" for number in range(200)))

    assert "<details><summary>Not used: 200 columns</summary><p" in shown_html(panel)
    assert "Field 198, Field 199." in shown_html(panel)
