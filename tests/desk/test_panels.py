from collections.abc import Callable
from datetime import UTC, datetime

import ipywidgets as widgets
import pytest

from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.panels.check_panel import check_panel
from keycafe_clean.desk.panels.columns_panel import columns_panel
from keycafe_clean.desk.panels.frame import foot, head, rail, status
from keycafe_clean.desk.panels.hand_over_panel import hand_over_panel
from keycafe_clean.desk.panels.people_panel import people_panel
from keycafe_clean.desk.panels.plan_panel import plan_panel
from keycafe_clean.desk.panels.upload_panel import upload_panel
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.view_models import Download, ImportLine, MonthLine, UserLine
from tests.desk.desks import EQUATION, Asked, button, first, shown_html


@pytest.mark.parametrize(
    ("panel", "label", "callback"),
    [
        (columns_panel, "Looks right", ("go", "people")),
        (people_panel, "Looks right, check", ("go", "check")),
        (check_panel, "Plan 3 people", ("go", "plan")),
        (plan_panel, "Hand over November", ("go", "hand_over")),
        (lambda *of: upload_panel(*of, "."), "Go on", ("go", "columns")),
        (lambda *of: hand_over_panel(*of, "."), "Practise with this file", ("practise",)),
        (lambda *of: hand_over_panel(*of, "."), "Save all files of this run", ("save",)),
        (lambda *of: hand_over_panel(*of, "."), "Show what Keycafe would show", ("toggle_keycafe",)),
        (rail, "4 Check 1", ("go", "check")),
        (rail, "2 Columns ✓", ("go", "columns")),
    ],
)
def test_a_click_hands_on_what_was_asked_for(  # noqa: PLR0917 - fixtures and cases
    panel: Callable[..., widgets.Widget],
    label: str,
    callback: tuple[str, ...],
    read_state: DeskState,
    callbacks: Callbacks,
    asked: Asked,
) -> None:
    """A button calls its callable and does nothing else."""
    button(panel(read_state, callbacks), label).click()

    assert asked == [callback]


def test_an_upload_becomes_names_and_bytes(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Several files go together, and the chooser is empty again, so that the same file can be chosen once more."""
    chooser = first(upload_panel(state, callbacks, "."), widgets.FileUpload)

    chooser.value = [_upload("a.csv", b"1"), _upload("b.csv", b"2")]

    assert asked == [("read_files", [("a.csv", b"1"), ("b.csv", b"2")])]
    assert chooser.value == ()


def test_a_named_file_is_handed_on(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """The path goes as it was typed."""
    panel = upload_panel(state, callbacks, ".")
    first(panel, widgets.Text).value = "big.xlsx"

    button(panel, "Read it").click()

    assert asked == [("read_path", "big.xlsx")]


def test_another_limit_is_planned_at_once(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """Each input goes with what the state says of the other."""
    panel = plan_panel(state, callbacks)

    first(panel, widgets.RadioButtons).value = "confirmed"
    first(panel, widgets.BoundedIntText).value = 120

    assert asked == [("replan", "confirmed", 0), ("replan", "paid", 120)]


def test_the_plan_follows_the_state_without_asking_again(state: DeskState, callbacks: Callbacks, asked: Asked) -> None:
    """What the state says stands in the inputs; that is no click."""
    panel = plan_panel(state, callbacks)

    state.update(plan="confirmed", used=30)

    assert (first(panel, widgets.RadioButtons).value, first(panel, widgets.BoundedIntText).value) == ("confirmed", 30)
    assert asked == []


def test_only_the_open_step_is_shown(state: DeskState, callbacks: Callbacks) -> None:
    """A panel is there when its step is open, and gone when it is not."""
    panel = people_panel(state, callbacks)
    before = panel.layout.display

    state.step = "people"

    assert (before, panel.layout.display) == ("none", "flex")


def test_names_from_the_export_are_shown_as_text(read_state: DeskState, callbacks: Callbacks) -> None:
    """A cell that looks like HTML stays what it is: text."""
    html = shown_html(check_panel(read_state, callbacks))

    assert "Piotr &lt;b&gt;Lis&lt;/b&gt;" in html or "Piotr &lt;B&gt;lis&lt;/B&gt;" in html
    assert "<b>" not in html.lower()


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


def test_the_head_answers_the_fears_once(read_state: DeskState, state: DeskState) -> None:
    """The first step says them itself; every other step has them above it."""
    fears = "Nothing leaves this computer. Nobody is invited until you upload a file in Keycafe yourself."

    assert fears in shown_html(head(read_state))
    assert fears not in shown_html(head(state))


def test_the_status_tells_a_stop_from_work(state: DeskState) -> None:
    """What goes on and what stopped look different."""
    line = status(state)

    state.busy = "Reading a.csv."
    busy = (line.text, line.kind)
    state.message = "a.csv is empty."

    assert (busy, (line.text, line.kind)) == (("Reading a.csv.", "busy"), ("a.csv is empty.", "stop"))


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


def test_practice_shows_progress_errors_and_the_limit(state: DeskState, callbacks: Callbacks) -> None:
    """Everything that practice found out stands on its half of the page."""
    panel = hand_over_panel(state, callbacks, ".")

    state.update(
        practice="Practice: 1 of 2 added, 1 failed.",
        practice_errors=("Row 3: The address is already a member.",),
        practice_done=2,
        practice_rows=2,
        limit_after=MonthLine("November 2026", 0, 1, 250),
        limit_after_line="November would then stand at 1 of 250, with 249 left.",
    )

    html = shown_html(panel)
    assert first(panel, widgets.FloatProgress).value == 1
    assert "Row 3: The address is already a member." in html
    assert 'aria-label="November would then stand at 1 of 250, with 249 left."' in html


def test_keycafes_pages_are_shown_on_demand(state: DeskState, callbacks: Callbacks) -> None:
    """Imports, errors and users under Invited and All, the first ten by name."""
    panel = hand_over_panel(state, callbacks, ".")
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


def _upload(name: str, content: bytes) -> dict[str, object]:
    """Get what a browser sends for one file."""
    at = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
    return {"name": name, "type": "", "size": len(content), "content": memoryview(content), "last_modified": at}
