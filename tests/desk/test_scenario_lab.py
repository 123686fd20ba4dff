"""JupyterLab started plainly: keys of the notebook, files that its server would lose, faults, the foot of the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import needs_axe
from tests.chromium import PATIENCE
from tests.desk.desks import EQUATION, EXPORT
from tests.desk.lab import desk_in_lab
from tests.desk.scenario import FIRST_DAY, Analyst
from tests.desk.served import drop
from tests.desk.waiting import WAITING

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: What has the focus while a key is pressed: headings, lines, buttons, lists to choose from, the grid, a pair. Where
#: text is typed JupyterLab lets every letter through by itself.
_FOCUSABLE = ".kc-both :is(button, [tabindex], select)"

#: What in JupyterLab would delete the cell, add one above or below, cut it, or turn it into text.
_COMMANDS = ("d", "d", "a", "b", "x", "m", "y")


@pytest.fixture
def analyst(browser: Browser, tmp_path: Path) -> Iterator[Analyst]:
    """Get somebody at the desk in JupyterLab."""
    with desk_in_lab(FIRST_DAY, browser, tmp_path / "job") as analyst:
        yield analyst


def cells(page: Page) -> tuple[int, int]:
    """Count the cells of the notebook, and those with code."""
    return page.locator(".jp-Notebook .jp-Cell").count(), page.locator(".jp-Notebook .jp-CodeCell").count()


def press_commands(page: Page) -> int:
    """Press keys of the notebook wherever the focus can be on this step; get in how many places."""
    places = page.locator(_FOCUSABLE).locator("visible=true").element_handles()
    for place in places:
        place.evaluate("(element) => element.focus()")  # a key may have answered what it belonged to
        for key in _COMMANDS:
            page.keyboard.press(key)
    return len(places)


def test_keys_of_the_notebook_never_reach_it(analyst: Analyst) -> None:
    """On no step, whatever of the desk has the focus: the notebook has the cells that it had."""
    page, pressed = analyst.page, []
    before = cells(page)
    pressed.append(press_commands(page))
    drop(page, {"workers.csv": WAITING.encode()})
    page.locator(".kc-foot .kc-equation").wait_for()
    for step in ("People", "File", "Columns", "Plan", "Hand over", "Check"):
        page.locator(".kc-rail button", has_text=step).click()
        expect(page.locator(".kc-rail [aria-current]")).to_contain_text(step, timeout=PATIENCE)
        pressed.append(press_commands(page))

    assert cells(page) == before == (3, 2)
    assert min(pressed) >= 5


def test_a_file_that_the_server_would_lose_arrives(analyst: Analyst) -> None:
    """Twelve megabytes are more than one message may have here: they come in pieces."""
    rows = b"".join(b"Jana;Novak;p%d@example.com;%d;active;%b\n" % (n, n, b"x" * 12_000) for n in range(1_000))

    drop(analyst.page, {"large.csv": EXPORT.splitlines()[0] + b";Remarks\n" + rows})

    expect(analyst.page.locator(".kc-foot", has_text="1,000 rows = 1,000 ready")).to_be_visible(timeout=PATIENCE)


def test_a_file_larger_than_any_is_met_by_a_sentence(analyst: Analyst, tmp_path: Path) -> None:
    """And the path field takes it."""
    page = analyst.page
    page.evaluate(
        """() => {
            const given = new DataTransfer();
            given.items.add(new File([new Uint8Array(100_000_001)], "huge.csv"));
            const told = { dataTransfer: given, bubbles: true };
            document.querySelector(".kc-desk").dispatchEvent(new DragEvent("drop", told));
        }"""
    )
    expect(page.get_by_role("alert").locator("visible=true")).to_have_text(
        "huge.csv has more than 100 MB. Name it under File instead of choosing it."
    )

    (tmp_path / "workers.csv").write_bytes(EXPORT)
    field = page.get_by_role("textbox", name="Or name a file")
    field.fill("workers.csv")
    field.press("Enter")

    expect(page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)


@needs_axe
def test_axe_finds_nothing_serious(analyst: Analyst) -> None:
    """On no step, in the colours of JupyterLab; what is around the desk is JupyterLab's."""
    page = analyst.page
    analyst.look("first")
    drop(page, {"workers.csv": WAITING.encode()})
    page.locator(".kc-foot .kc-equation").wait_for()
    for step in ("People", "File", "Columns", "Plan", "Hand over", "Check"):
        page.locator(".kc-rail button", has_text=step).click()
        expect(page.locator(".kc-rail [aria-current]")).to_contain_text(step, timeout=PATIENCE)
        analyst.look(step)

    assert [*filter(None, analyst.faults.values())] == []


def test_the_foot_stays_in_sight(analyst: Analyst) -> None:
    """The line that adds up, and the one way on, whatever of the step is scrolled to."""
    page = analyst.page
    drop(page, {"workers.csv": EXPORT})

    expect(page.locator(".kc-foot", has_text=EQUATION)).to_be_in_viewport(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Looks right, check")).to_be_in_viewport()
