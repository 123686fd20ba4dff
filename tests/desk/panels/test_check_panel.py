from pathlib import Path

import ipywidgets as widgets
import pytest

from keycafe_clean.desk import answering
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.column_about import ColumnAbout
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.frame import foot
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import EQUATION, Asked, button, first, shown_html, walk
from tests.desk.page import Page
from tests.desk.waiting import waiting_desk


def waiting_line(panel: widgets.Widget) -> Line:
    """Get the sentence whether something waits."""
    box = next(one for one in walk(panel) if "kc-what-waits" in getattr(one, "_dom_classes", ()))
    return first(box, Line)


def test_the_check_says_every_outcome(read_state: DeskState, callbacks: Callbacks) -> None:
    """The five counts stand beside their words, and the line that adds up below every step."""
    html = shown_html(check_panel(read_state, callbacks))

    for number, word in ((7, "rows"), (3, "ready"), (1, "waiting for you"), (1, "combined"), (1, "left out")):
        assert f"<strong>{number}</strong> <span>{word}</span>" in html
    assert EQUATION in shown_html(foot(read_state, callbacks))


def test_nothing_waiting_is_said(read_state: DeskState, callbacks: Callbacks) -> None:
    """An empty table would leave the analyst in doubt."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": 0}, asked=0, card=None)

    assert waiting_line(panel).text == "Nothing is waiting for you. 3 people are ready."


def test_what_waits_is_counted(read_state: DeskState, callbacks: Callbacks) -> None:
    """How many rows wait stands above the first question."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": 1_200})

    assert waiting_line(panel).text.startswith("Waiting for you: 1,200 rows.")
    assert "Answer here, or repair the HR file and choose it again." in shown_html(panel)


def test_before_rows_are_counted_nothing_is_said_of_them(state: DeskState, callbacks: Callbacks) -> None:
    """No table of zeros that looks like a result."""
    assert shown_html(check_panel(state, callbacks)).count("kc-tile") == 0


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("waiting", {"do": "focus"}),
        ("everything", {"do": "focus unless", "in": ".kc-grid, .kc-decisions, .kc-kinds"}),
    ],
)
def test_where_no_question_is_left_the_sentence_takes_the_focus(
    tmp_path: Path, callbacks: Callbacks, kind: str, told: dict[str, str]
) -> None:
    """From rows that are looked through it does not: there is something to go on with."""
    state, session = waiting_desk(tmp_path)
    answering.show_rows(state, session, kind)
    state.step = "check"
    page = Page(waiting_line(check_panel(state, callbacks)))

    while state.card:
        answering.answer(state, session, "leave out")

    assert [heard["content"] for heard in page.heard if "content" in heard] == [told]


@pytest.mark.parametrize(("key", "does"), [("u", "undo"), ("r", "redo")])
def test_the_sentence_hears_the_keys_of_the_way_back(
    read_state: DeskState, callbacks: Callbacks, asked: Asked, key: str, does: str
) -> None:
    """After the last answer there is no question that would hear them."""
    waiting_line(check_panel(read_state, callbacks))._handle_custom_msg({"key": key}, [])

    assert asked == [(does,)]


def test_a_column_that_is_closed_gives_the_focus_back(read_state: DeskState, callbacks: Callbacks) -> None:
    """To the sentence, where no question stands beside the rows."""
    read_state.update(step="check", card=None, about=ColumnAbout("k", "Location", ("Location.",), (), 7))
    page = Page(waiting_line(check_panel(read_state, callbacks)))

    read_state.about = None

    assert page.focused == 1


@pytest.mark.parametrize(("combined", "display"), [(12, None), (0, "none")])
def test_nobody_seems_to_be_there_twice(
    read_state: DeskState, callbacks: Callbacks, asked: Asked, combined: int, display: str | None
) -> None:
    """The rows that were combined are one click away, where there are any."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "combined": combined}, twice="Nobody seems to be there twice.")
    show = button(panel, "Show them")
    show.click()

    assert "Nobody seems to be there twice." in shown_html(panel)
    assert (show.layout.display, asked) == (display, [("show_rows", "combined")])
