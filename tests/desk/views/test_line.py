import pytest
from traitlets import TraitError

from keycafe_clean.desk.views.line import Line
from tests.desk.page import Page


def test_a_line_can_be_given_the_focus() -> None:
    """The page is asked once for each time."""
    page = Page(line := Line(text="Check", role="heading"))

    line.focus()

    assert page.focused == 1


def test_a_line_leaves_the_focus_to_others() -> None:
    """The page knows where it is, so the page decides."""
    page = Page(line := Line(text="1 of 5.", role="heading"))

    line.focus_unless_in(".kc-grid")

    assert page.heard[-1]["content"] == {"do": "focus unless", "in": ".kc-grid"}


def test_saying_something_moves_no_focus() -> None:
    """A screen reader says a status by itself; whoever types goes on typing."""
    page = Page(line := Line(text="Reading a.csv."))

    line.text = "Reading b.csv."

    assert page.focused == 0


def test_the_page_hears_what_changes() -> None:
    """Text and kind are shown as they are."""
    page = Page(line := Line(text="Reading a.csv."))

    line.kind = "stop"
    line.text = "a.csv is <b>empty</b>."

    heard = [told["state"] for told in page.heard]
    assert heard == [{"kind": "stop"}, {"text": "a.csv is <b>empty</b>."}]


@pytest.mark.parametrize("trait", [{"role": "button"}, {"kind": "done"}, {"text": 7}])
def test_a_line_is_a_heading_or_a_status(trait: dict[str, object]) -> None:
    """There is no third role, and no kind that the page has no look for."""
    with pytest.raises(TraitError):
        Line(**trait)
