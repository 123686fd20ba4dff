import pytest

from keycafe_clean.desk.views.pair_compare import PairCompare
from tests.desk.page import Page


@pytest.mark.parametrize("press", ["same person", "same person, anna@acme.com", "later", "undo"])
def test_what_is_pressed_is_handed_on(press: str) -> None:
    """By key or by button, it is the same."""
    called: list[str] = []
    shown = PairCompare()
    shown.on_press(called.append)

    shown._handle_custom_msg({"press": press}, [])

    assert called == [press]


def test_it_leaves_the_focus_to_others() -> None:
    """The page knows where it is, so the page decides."""
    page = Page(shown := PairCompare())

    shown.focus_unless_in(".kc-grid")

    assert page.heard[-1]["content"] == {"do": "focus unless", "in": ".kc-grid"}
