"""What somebody hears at the desk who does not see it: every step and every gesture, word for word."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import PATIENCE
from tests.desk.read_aloud import give_reader, heard, listen, needs_reader, read_step
from tests.desk.scenario import FIRST_DAY
from tests.desk.served import drop, on_day, served
from tests.desk.waiting import WAITING

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_reader]

#: What leads on from each step; nothing does from the last.
_WAYS_ON: dict[str, list[str]] = {
    "Columns": ["Looks right"],
    "Plan": ["Hand over November"],
    "Hand over": [],
    "Check": ["Plan 6 people"],
}

#: What is said, by step and by gesture.
_SAID = tomllib.loads(Path(__file__).with_name("read_aloud.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[str]]]:
    """Go through the desk once, and get what is said by step and by gesture."""
    folder = tmp_path_factory.mktemp("read_aloud")
    with served(folder / "acme", on_day(FIRST_DAY, Path(mkdtemp()))) as (_, address):
        page = browser.new_page(viewport={"width": 1_280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        page.get_by_role("button", name="Choose").wait_for()
        give_reader(page)
        yield {name: [line.replace(f"{folder}", "FOLDER") for line in said] for name, said in _go_through(page)}
        page.close()


def _go_through(page: Page) -> Iterator[tuple[str, list[str]]]:
    yield "first", read_step(page)
    listen(page)
    page.get_by_role("button", name="5 Plan").press("Enter")
    expect(page.get_by_role("status")).to_be_focused(timeout=PATIENCE)
    yield "a button that cannot act yet", heard(page)
    drop(page, {"Workers_2026-11.csv": WAITING.encode()})
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_focused(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Looks right, check")).to_be_visible()
    yield "people", read_step(page)
    for step, way_on in _WAYS_ON.items():
        page.locator(".kc-rail button", has_text=step).click()
        expect(page.get_by_role("heading", name=step, exact=True)).to_be_focused(timeout=PATIENCE)
        expect(page.locator(".kc-foot button").locator("visible=true")).to_have_text(way_on)
        yield step.lower().replace(" ", "_"), read_step(page)
    page.get_by_role("heading", name="may be one person").focus()
    listen(page)
    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="is not a complete e-mail address")).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".kc-foot", has_text="7 ready + 4 waiting for you")).to_be_visible()
    expect(page.locator(".kc-grid").get_by_role("status")).to_have_text("4 rows", timeout=PATIENCE)
    yield "two people", heard(page)
    expect(page.get_by_role("button", name="Plan 7 people")).to_be_visible()
    yield "question", read_step(page)


@pytest.mark.parametrize("what", _SAID)
def test_everything_is_said_word_for_word(story: dict[str, list[str]], what: str) -> None:
    """In the order in which it is to be done; each control with its name, its state and its place."""
    assert story[what] == _SAID[what]["said"].splitlines()


def test_nothing_is_nameless(story: dict[str, list[str]]) -> None:
    """A control of which only its kind is said is none for whoever hears it."""
    kinds = r"(button|textbox|combobox|searchbox|spinbutton|checkbox|radio|grid|heading)(, (level \d|(not )?\w+ed))?"
    assert [line for said in story.values() for line in said if re.fullmatch(kinds, line)] == []
