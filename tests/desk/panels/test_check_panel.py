import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.frame import foot
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import EQUATION, Asked, shown_html, walk
from tests.desk.page import Page


def _line(panel: widgets.Widget) -> Line:
    """Get the line that says how many rows wait."""
    return next(one for one in walk(panel) if isinstance(one, Line) and one.role == "status")


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

    assert _line(panel).text == "Nothing is waiting for you. 3 people are ready."


def test_what_waits_is_counted(read_state: DeskState, callbacks: Callbacks) -> None:
    """How many rows wait stands above the first question, in a line that is said by itself."""
    line = _line(check_panel(read_state, callbacks))

    read_state.update(counts={**read_state.counts, "waiting": 1_200})

    assert (line.role, line.text) == ("status", "Waiting for you: 1,200 rows.")


@pytest.mark.parametrize(("waiting", "focused"), [(0, 1), (1, 0)])
def test_the_line_takes_the_focus_after_the_last_answer(
    read_state: DeskState, callbacks: Callbacks, waiting: int, focused: int
) -> None:
    """As long as another question follows, that one has it."""
    page = Page(_line(check_panel(read_state, callbacks)))
    read_state.update(step="check", counts={**read_state.counts, "waiting": 2})

    read_state.counts = {**read_state.counts, "waiting": waiting}

    assert page.focused == focused


def test_the_last_answer_is_taken_back_by_the_same_key(
    read_state: DeskState, callbacks: Callbacks, asked: Asked
) -> None:
    """Where nothing waits there is no question that would hear it."""
    _line(check_panel(read_state, callbacks))._handle_custom_msg({"key": "u"}, [])

    assert asked == [("undo",)]


def test_before_rows_are_counted_nothing_is_said_of_them(state: DeskState, callbacks: Callbacks) -> None:
    """No table of zeros that looks like a result."""
    assert shown_html(check_panel(state, callbacks)).count("kc-tile") == 0
