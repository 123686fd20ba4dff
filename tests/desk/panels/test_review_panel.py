from pathlib import Path

import ipywidgets as widgets
import pytest

from keycafe_clean.desk import actions, answering
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.review_panel import review_panel
from keycafe_clean.desk.session import Session
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.grid import Grid
from keycafe_clean.desk.views.kind_list import KindList
from tests.desk.desks import Asked, button, first, walk
from tests.desk.page import Page
from tests.desk.waiting import waiting_desk


@pytest.fixture
def waiting(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get a desk at which a pair and four addresses wait."""
    return waiting_desk(tmp_path)


@pytest.fixture
def panel(waiting: tuple[DeskState, Session], callbacks: Callbacks) -> widgets.VBox:
    """Get its panel."""
    return review_panel(waiting[0], callbacks)


def grid_in(panel: widgets.Widget) -> Grid:
    """Get the grid of a panel."""
    return first(panel, Grid)


def kinds_in(panel: widgets.Widget, look: str) -> KindList:
    """Get the pills or the list of a panel."""
    return next(one for one in walk(panel) if isinstance(one, KindList) and one.look == look)


def asks_for(page: Page) -> int:
    """Count how often the page was told to ask for its rows again."""
    return sum(told.get("content") == {"do": "refresh"} for told in page.heard)


def test_kinds_stand_beside_the_rows(panel: widgets.VBox) -> None:
    """The two lists above, the kinds at the left, each with its rows."""
    pills, kinds = kinds_in(panel, "pills"), kinds_in(panel, "list")

    assert [(line["name"], line["rows"]) for line in pills.lines] == [
        ("Waiting for you", 5),
        ("Everything", 11),
        ("Your decisions", 0),
    ]
    assert [line["name"] for line in kinds.lines][:3] == ["Maybe one person", "E-mail address", "Tidied"]
    assert pills.chosen == kinds.chosen == grid_in(panel).kind == "waiting"


def test_a_kind_of_question_shows_its_first_question_too(
    waiting: tuple[DeskState, Session], panel: widgets.VBox, asked: Asked
) -> None:
    """Rows and question are about the same."""
    kinds_in(panel, "list")._handle_custom_msg({"choose": "E-mail address"}, [])
    answering.show_rows(*waiting, "E-mail address")

    assert (grid_in(panel).kind, grid_in(panel).label) == ("E-mail address", "E-mail address")
    assert asked == [("show_rows", "E-mail address")]


@pytest.mark.parametrize(("kind", "label"), [("everything", "Everything"), ("left_out", "Left out")])
def test_other_rows_leave_the_question_alone(
    waiting: tuple[DeskState, Session], panel: widgets.VBox, kind: str, label: str
) -> None:
    """Whoever looks something up comes back to where they were."""
    before = waiting[0].card

    answering.show_rows(*waiting, kind)

    assert (grid_in(panel).kind, grid_in(panel).label, waiting[0].card) == (kind, label, before)


def test_decisions_stand_in_the_place_of_rows(waiting: tuple[DeskState, Session], panel: widgets.VBox) -> None:
    """The grid stays as it was behind them."""
    answering.show_rows(*waiting, "decisions")

    assert kinds_in(panel, "pills").chosen == "decisions"
    assert grid_in(panel).kind == "waiting"


def test_the_grid_gets_the_rows_of_the_run(panel: widgets.VBox) -> None:
    """As the page asks for them."""
    grid = grid_in(panel)
    page = Page(grid)

    grid._handle_custom_msg({"ask": {"kind": "waiting", "limit": 2}, "id": 1}, [])

    block = next(told["content"]["block"] for told in page.heard if "block" in told.get("content", {}))
    assert (block["total"], [row["row_id"] for row in block["rows"]]) == (5, [0, 2])


def test_what_is_done_in_the_grid_is_handed_on(panel: widgets.VBox, asked: Asked) -> None:
    """A row that is chosen, a cell that is edited, undo and redo."""
    edit = {"row_id": 2, "column": "Email Address", "value": "jana.novak@acme.com"}
    for told in ({"choose": 2}, {"edit": edit}, {"key": "undo"}, {"key": "redo"}):
        grid_in(panel)._handle_custom_msg(told, [])

    assert asked == [
        ("show_row", 2),
        ("edit_cell", 2, "Email Address", "jana.novak@acme.com"),
        ("undo",),
        ("redo",),
    ]


def test_after_a_count_the_page_asks_for_its_rows_again(
    waiting: tuple[DeskState, Session], panel: widgets.VBox
) -> None:
    """Counts follow, the kind that is shown stays."""
    page = Page(grid_in(panel))

    answering.edit_cell(*waiting, 2, "Email Address", "jana.novak@acme.com")

    assert asks_for(page) == 1
    assert [(line["name"], line["rows"]) for line in kinds_in(panel, "list").lines][:2] == [
        ("Maybe one person", 1),
        ("E-mail address", 3),
    ]
    assert grid_in(panel).kind == "waiting"


def test_a_cell_that_was_refused_is_shown_as_it_is(waiting: tuple[DeskState, Session], panel: widgets.VBox) -> None:
    """The sentence says why."""
    page = Page(grid_in(panel))

    answering.edit_cell(*waiting, 2, "Email Address", "jana")

    assert waiting[0].message.startswith("Row 4: 'jana' is no Email Address.")
    assert asks_for(page) == 1


def test_the_row_of_the_question_stands_out(waiting: tuple[DeskState, Session], panel: widgets.VBox) -> None:
    """Whichever way it was come to."""
    assert grid_in(panel).chosen == 0

    answering.show_row(*waiting, 4)
    assert grid_in(panel).chosen == 4


def test_after_the_last_question_of_a_kind_all_that_wait_are_shown(
    waiting: tuple[DeskState, Session], panel: widgets.VBox
) -> None:
    """No empty list while something waits."""
    answering.show_rows(*waiting, "Maybe one person")
    assert grid_in(panel).kind == "Maybe one person"

    answering.answer(*waiting, "two people")
    assert grid_in(panel).kind == "waiting"


def test_undo_is_there_while_there_is_something(
    waiting: tuple[DeskState, Session], panel: widgets.VBox, asked: Asked
) -> None:
    """It says what it takes back, also when nothing waits any more."""
    assert button(panel, "Undo: ").layout.display == "none"

    answering.answer(*waiting, "same person")
    button(panel, "Undo: Same person, Anna Schmidt").click()

    actions.undo(*waiting)
    button(panel, "Redo: Same person, Anna Schmidt").click()
    assert asked == [("undo",), ("redo",)]


def test_before_rows_are_counted_there_is_nothing(state: DeskState, callbacks: Callbacks) -> None:
    """No empty grid that looks like a result; a page that asks all the same gets no rows."""
    panel = review_panel(state, callbacks)
    page = Page(grid_in(panel))

    grid_in(panel)._handle_custom_msg({"ask": {"kind": "waiting"}, "id": 1}, [])

    assert panel.layout.display == "none"
    assert page.heard[-1]["content"]["block"]["total"] == 0


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("waiting", "Choose a kind of rows to look through."),
        ("combined", "No row was combined with another one."),
        ("not_people", "Every row is a person."),
        ("people_on_leave", "No rows."),
    ],
)
def test_what_stands_in_the_place_of_rows(
    waiting: tuple[DeskState, Session], panel: widgets.VBox, kind: str, said: str
) -> None:
    """Each kind says in its own words that it has none."""
    waiting[0].rows_kind = kind

    assert grid_in(panel).none == said
