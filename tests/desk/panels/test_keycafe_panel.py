import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.keycafe_panel import keycafe_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import ImportLine, UserLine
from tests.desk.desks import Asked, button, shown_html


def test_keycafes_pages_are_shown_on_demand(state: DeskState, callbacks: Callbacks) -> None:
    """Imports, errors and users under Invited and All, the first ten by name."""
    panel = keycafe_panel(state, callbacks)
    people = tuple(UserLine(f"Person {n}", f"p{n}@example.com", "FULL") for n in range(12))
    state.update(imports=(ImportLine("2026-11_12.csv", "completed", 12, 12, 12, 0),), invited=people)
    before = shown_html(panel)

    state.shows_keycafe = True

    after = shown_html(panel)
    assert "2026-11_12.csv" not in before
    assert "<td>2026-11_12.csv</td><td>completed</td><td>12 of 12</td>" in after
    assert "Users, filter Invited: 12" in after
    assert "And 2 more." in after
    assert "Users, filter All: 0" in after


def test_asking_for_more_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """A click calls the callback and does nothing else."""
    button(keycafe_panel(state, callbacks), "Show what Keycafe would show").click()

    assert asked == [("toggle_keycafe",)]


@pytest.mark.parametrize(("people", "more"), [(9, 0), (10, 0), (11, 1)])
def test_more_people_than_are_shown_are_counted(state: DeskState, callbacks: Callbacks, people: int, more: int) -> None:
    """Ten stand there by name; the eleventh is one more."""
    panel = keycafe_panel(state, callbacks)
    state.shows_keycafe = True

    state.invited = tuple(UserLine(f"Person {n}", "", "FULL") for n in range(people))

    html = shown_html(panel)
    assert html.count("<td>Person ") == people - more
    assert ("more." in html) == bool(more)


@pytest.mark.parametrize(("imports", "display"), [((), "none"), ((ImportLine("a.csv", "queued", 1, 0, 0, 0),), "flex")])
def test_nothing_is_offered_before_an_import_was_practised(
    state: DeskState, callbacks: Callbacks, imports: tuple[ImportLine, ...], display: str
) -> None:
    """There is nothing that Keycafe would show."""
    panel = keycafe_panel(state, callbacks)

    state.imports = imports

    assert panel.layout.display == display
