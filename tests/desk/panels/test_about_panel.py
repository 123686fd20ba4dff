from pathlib import Path

from keycafe_clean.desk import actions
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.column_about import ColumnAbout
from keycafe_clean.desk.panels.about_panel import about, about_panel
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import Asked, button, first, shown_html
from tests.desk.page import Page
from tests.desk.waiting import waiting_desk


def test_it_opens_beside_the_rows(tmp_path: Path, callbacks: Callbacks, asked: Asked) -> None:
    """With the focus on its heading, and a button that closes it."""
    state, session = waiting_desk(tmp_path)
    state.step = "check"
    panel = about_panel(state, callbacks)
    page = Page(first(panel, Line))

    actions.about_column(state, session, "", "Last Name")
    button(panel, "Close").click()

    assert (panel.layout.display, page.focused, first(panel, Line).text) == ("flex", 1, "About the column Last Name")
    assert '<p class="kc-text">Last Name: 11 filled, 11 different, 0 empty.</p>' in shown_html(panel)
    assert asked == [("about_column", "", "Last Name")]


def test_bars_stand_beside_their_numbers() -> None:
    """Half of all is half a bar; a cell with a sign of HTML is text; without a column there is nothing."""
    shown = about(ColumnAbout("k", "Location", ("Location.",), (("<b>Oslo", 1_200),), 2_400))

    assert '<th scope="row">&lt;b&gt;Oslo</th>' in shown
    assert '<rect x="0" y="0" width="48"' in shown
    assert "<td>1,200</td>" in shown
    assert about(None) == ""
