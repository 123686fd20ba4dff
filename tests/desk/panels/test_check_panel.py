from dataclasses import replace

import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.frame import foot
from keycafe_clean.desk.state import DeskState
from tests.desk.desks import EQUATION, Asked, button, shown_html


def test_names_from_the_export_are_shown_as_text(read_state: DeskState, callbacks: Callbacks) -> None:
    """A cell that looks like HTML stays what it is: text."""
    panel = check_panel(read_state, callbacks)

    read_state.update(waiting=(replace(read_state.waiting[0], name="Piotr <b>Lis</b>"),))

    assert "Piotr &lt;b&gt;Lis&lt;/b&gt;" in shown_html(panel)
    assert "<b>" not in shown_html(panel)


def test_the_check_says_every_outcome(read_state: DeskState, callbacks: Callbacks) -> None:
    """The five counts stand beside their words, and the line that adds up below every step."""
    html = shown_html(check_panel(read_state, callbacks))

    for number, word in ((7, "rows"), (3, "ready"), (1, "waiting for you"), (1, "combined"), (1, "left out")):
        assert f"<strong>{number}</strong> <span>{word}</span>" in html
    assert EQUATION in shown_html(foot(read_state))


def test_nothing_waiting_is_said(read_state: DeskState, callbacks: Callbacks) -> None:
    """An empty table would leave the analyst in doubt."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": 0}, waiting=())

    assert "Nothing is waiting for you. 3 people are ready." in shown_html(panel)


def test_more_rows_than_are_shown_are_counted(read_state: DeskState, callbacks: Callbacks) -> None:
    """A long table says how long it would be."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": 1_200}, waiting=read_state.waiting[:1] * 100)

    assert "Waiting for you: 1,200 rows." in shown_html(panel)
    assert "The first 100 lines are shown." in shown_html(panel)


@pytest.mark.parametrize(("lines", "is_said"), [(99, False), (100, True)])
def test_a_full_table_says_that_it_is_the_beginning(
    read_state: DeskState, callbacks: Callbacks, lines: int, *, is_said: bool
) -> None:
    """One line less than a table holds is all there is."""
    panel = check_panel(read_state, callbacks)

    read_state.update(counts={**read_state.counts, "waiting": lines}, waiting=read_state.waiting[:1] * lines)

    assert ("The first 100 lines are shown." in shown_html(panel)) == is_said


def test_going_on_is_handed_on(read_state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback and does nothing else."""
    button(check_panel(read_state, callbacks), "Plan 3 people").click()

    assert asked == [("go", "plan")]


def test_before_rows_are_counted_nothing_is_said_of_them(state: DeskState, callbacks: Callbacks) -> None:
    """No table of zeros that looks like a result."""
    assert shown_html(check_panel(state, callbacks)).count("kc-tile") == 0
