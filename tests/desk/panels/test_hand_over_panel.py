import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.hand_over_panel import hand_over_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Download
from tests.desk.desks import Asked, button, shown_html


def test_the_hand_over_says_what_cannot_be_undone(read_state: DeskState, callbacks: Callbacks) -> None:
    """How many people get an e-mail stands above everything else."""
    html = shown_html(hand_over_panel(read_state, callbacks, "."))

    assert "November: 3 people. 2 people get an e-mail from Keycafe once the import is done." in html
    assert "That cannot be undone." in html
    assert "Key permissions are not part of an import" in html
    for step in ("Log in to Keycafe desktop.", "Select Settings.", "Select Import Data."):
        assert step in html


def test_a_download_is_in_its_link(state: DeskState, callbacks: Callbacks) -> None:
    """No server is asked: the bytes are in the address, the name beside them."""
    panel = hand_over_panel(state, callbacks, ".")

    state.downloads = (Download("2026-11_1.csv", "text/csv", b"a,b\r\n"),)

    assert '<a href="data:text/csv;base64,YSxiDQo=" download="2026-11_1.csv"' in shown_html(panel)


def test_saving_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback and does nothing else."""
    button(hand_over_panel(state, callbacks, "."), "Save all files of this run").click()

    assert asked == [("save",)]


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
    panel = hand_over_panel(read_state, callbacks, ".")

    read_state.invitations = invitations

    assert said in shown_html(panel)


def test_the_review_says_what_it_is_for(state: DeskState, callbacks: Callbacks) -> None:
    """The import file is the button; the workbook is a plain link, and not for Keycafe."""
    panel = hand_over_panel(state, callbacks, ".")

    state.downloads = (Download("11.csv", "text/csv", b"a"), Download("review.xlsx", "application/x", b"b"))

    assert shown_html(panel).count("mod-primary") == 1
    assert "It is not for Keycafe." in shown_html(panel)
