from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.frame import foot
from keycafe_clean.desk.state import DeskState
from tests.desk.desks import EQUATION, shown_html


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

    assert "Nothing is waiting for you. 3 people are ready." in shown_html(panel)


def test_what_waits_is_counted(read_state: DeskState, callbacks: Callbacks) -> None:
    """How many rows wait stands above the first question."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": 1_200})

    assert "Waiting for you: 1,200 rows." in shown_html(panel)


def test_before_rows_are_counted_nothing_is_said_of_them(state: DeskState, callbacks: Callbacks) -> None:
    """No table of zeros that looks like a result."""
    assert shown_html(check_panel(state, callbacks)).count("kc-tile") == 0
