import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.hand_over_panel import hand_over_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Download
from keycafe_clean.desk.views.saver import Saver
from keycafe_clean.desk.views.tick_list import TickList
from tests.desk.desks import Asked, button, first, heard, shown_html
from tests.desk.page import Page


def test_the_hand_over_says_what_cannot_be_undone(read_state: DeskState, callbacks: Callbacks) -> None:
    """How many people get an e-mail stands above everything else."""
    html = shown_html(hand_over_panel(read_state, callbacks))

    assert "November: 3 people. 2 people get an e-mail from Keycafe once the import is done." in html
    assert "That cannot be undone." in html
    assert "Key permissions are not part of an import" in html


def test_downloading_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback and does nothing else."""
    button(hand_over_panel(state, callbacks), "Download November's file").click()

    assert asked == [("download",)]


def test_a_month_as_python_is_asked_for_and_said(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback; where the files are is said below it, to whoever hears the page too."""
    panel = hand_over_panel(state, callbacks)

    button(panel, "Show as Python").click()
    state.as_python = "Written: /jobs/keycafe_2026-11.py."

    assert asked == [("show_as_python",)]
    assert "Written: /jobs/keycafe_2026-11.py." in heard(panel)


@pytest.mark.parametrize(
    ("traits", "label"),
    [
        ({}, "Download November's file"),
        ({"file_name": "2026-11_880.csv"}, "Download 2026-11_880.csv"),
        (
            {"file_name": "2026-11_880.csv", "download": Download("2026-11_880.csv", "text/csv", b"a,b")},
            "Download 2026-11_880.csv again",
        ),
    ],
)
def test_the_button_names_the_file(
    state: DeskState, callbacks: Callbacks, traits: dict[str, object], label: str
) -> None:
    """As it will lie on the analyst's computer."""
    panel = hand_over_panel(state, callbacks)

    state.update(**traits)

    assert button(panel, label)


def test_a_file_is_saved_when_it_is_asked_for(state: DeskState, callbacks: Callbacks) -> None:
    """The bytes go to the page then, and again at another click; no link to an old file stays."""
    panel = hand_over_panel(state, callbacks)
    page = Page(first(panel, Saver))

    state.update(download=Download("2026-11_1.csv", "text/csv", b"a,b"), downloads=1)
    state.downloads = 2

    told = [each["content"] for each in page.heard if each["method"] == "custom"]
    assert told == [{"name": "2026-11_1.csv", "type": "text/csv"}] * 2
    assert button(panel, "Download 2026-11_1.csv again")


@pytest.mark.parametrize(
    ("invitations", "said"),
    [
        (0, "Nobody of them gets an e-mail from Keycafe."),
        (1, "1 person gets an e-mail from Keycafe once the import is done."),
    ],
)
def test_how_many_get_an_e_mail_is_said(
    read_state: DeskState, callbacks: Callbacks, invitations: int, said: str
) -> None:
    """None and one are said as people say them."""
    panel = hand_over_panel(read_state, callbacks)

    read_state.invitations = invitations

    assert said in shown_html(panel)


def test_the_steps_in_keycafe_are_ticked(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """They are the article's, and the ticks those that the desk remembers."""
    steps = first(hand_over_panel(state, callbacks), TickList)

    state.done_steps = (0, 2)
    steps._handle_custom_msg({"ticked": [0, 1, 2]}, [])

    assert (steps.lines[0], len(steps.lines), steps.ticked) == ("Log in to Keycafe desktop.", 5, (0, 2))
    assert asked == [("tick_steps", (0, 1, 2))]
