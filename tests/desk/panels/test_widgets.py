import ipywidgets as widgets
import pytest

from keycafe_clean.desk.markup import Markup, paragraphs
from keycafe_clean.desk.panels.widgets import button, following, html, lines, row, spoken, step_panel
from keycafe_clean.desk.state import STEPS, DeskState
from keycafe_clean.desk.views.line import Line
from tests.desk.desks import first
from tests.desk.page import Page

BOLD = Markup("<b>7</b>")


@pytest.mark.parametrize("step", STEPS)
def test_a_panel_is_shown_while_its_step_is_open(state: DeskState, step: str) -> None:
    """Of all panels exactly one is there."""
    panels = {name: step_panel(state, name) for name in STEPS}

    state.step = step

    assert [name for name, panel in panels.items() if panel.layout.display != "none"] == [step]


def test_a_panel_stands_under_the_name_of_its_step(state: DeskState) -> None:
    """The heading comes first, then what the panel holds."""
    heading, child = step_panel(state, "hand_over", html(BOLD)).children

    assert (heading.text, heading.role, child.value) == ("Hand over", "heading", BOLD)


def test_the_heading_of_the_opened_step_takes_the_focus(state: DeskState) -> None:
    """Whoever listens hears where she is; panels that close or stay closed say nothing."""
    pages = {name: Page(first(step_panel(state, name), Line)) for name in STEPS}

    state.step = "check"

    assert {name for name, page in pages.items() if page.focused} == {"check"}


def test_a_panel_that_is_there_from_the_start_takes_no_focus(state: DeskState) -> None:
    """The page opens without moving anybody."""
    page = Page(first(step_panel(state, "file"), Line))

    assert page.focused == 0


@pytest.mark.parametrize(("trait", "shown"), [("equation", "<b>new</b>"), ("limit_line", "<b></b>")])
def test_what_follows_a_fact_changes_with_that_fact_only(state: DeskState, trait: str, shown: str) -> None:
    """Any other fact leaves it as it is."""
    made = following(state, ["equation"], lambda now: Markup(f"<b>{now.equation}</b>"))

    state.set_trait(trait, "new")

    assert made.value == shown


def test_a_click_acts_once() -> None:
    """A button does what it was given, without anything about the click itself."""
    clicks: list[str] = []

    button("Go on", lambda: clicks.append("went on")).click()

    assert clicks == ["went on"]


@pytest.mark.parametrize(("primary", "style"), [(True, "primary"), (False, "")])
def test_only_the_way_on_stands_out(style: str, *, primary: bool) -> None:
    """A button stands out where it is said to."""
    assert button("Go on", print, primary=primary).button_style == style


@pytest.mark.parametrize(("given", "look"), [({}, "kc-row"), ({"look": "kc-chooser"}, "kc-chooser")])
def test_a_row_has_its_look(given: dict[str, str], look: str) -> None:
    """The children keep their order."""
    left, right = widgets.HTML(), widgets.HTML()

    made = row(left, right, **given)

    assert (made.children, made._dom_classes) == ((left, right), (look,))


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((), ""),
        (("", BOLD, ""), "<b>7</b>"),
        ((paragraphs([]), BOLD), "<b>7</b>"),
        ((BOLD, "<b>8</b>"), "<b>7</b>&lt;b&gt;8&lt;/b&gt;"),
    ],
)
def test_lines_are_one_piece_of_html(parts: tuple[str, ...], whole: str) -> None:
    """Empty parts leave nothing behind, and text stays text."""
    assert lines(*parts) == whole


def test_a_text_that_is_spoken_is_a_status(state: DeskState) -> None:
    """A screen reader says it when it changes; blank, it is not there."""
    line = spoken(state, "as_python")

    state.as_python = "Written: keycafe_2026-11.py."

    assert (line.role, line.text) == ("status", "Written: keycafe_2026-11.py.")
