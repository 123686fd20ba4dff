"""Scenario S2: forty-two decisions by keyboard, and back. One session in a browser, over the export of S1.

It begins before the download: what is handed over is decided.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import needs_axe
from tests.chromium import PATIENCE
from tests.desk.scenario import FIRST_DAY, NOT_ON_SCREEN, UNDECIDED, Analyst, desk_on, kept, made
from tests.job.november import NOVEMBER

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECIDED = "3,824 rows = 3,246 ready + 0 waiting for you + 34 combined + 540 left out + 4 not people"

#: The files of the job that say what was decided.
FILES = ("setup.toml", "decisions.csv")

#: What has the focus where something can be gone on with: a pair, a question beside the rows, or what is left of them.
_ITEM = ".kc-compare, .kc-question, .kc-what-waits"


@dataclass(frozen=True)
class Seen:
    """What was seen after a key: the line that adds up, what a screen reader was told, and what has the focus."""

    footer: str
    said: str
    focused: str


@dataclass
class Story:
    """What was seen in one session, in order."""

    before: dict[str, bytes | None] = field(default_factory=dict)
    decided: list[Seen] = field(default_factory=list)
    undone: list[Seen] = field(default_factory=list)
    undone_files: dict[str, bytes | None] = field(default_factory=dict)
    redone: list[Seen] = field(default_factory=list)
    around_the_reload: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    rows: tuple[str, str] = ("", "")
    mouse: list[str] = field(default_factory=list)
    screens: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def story(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Decide, undo and redo everything once for all tests."""
    job = tmp_path_factory.mktemp("decisions") / "job"
    with desk_on(FIRST_DAY, browser, job, by_keyboard=True) as analyst:
        yield _story(analyst, job)


def _story(analyst: Analyst, job: Path) -> Story:
    seen, page = Story(), analyst.page
    analyst.choose(NOVEMBER, made().november)
    analyst.expect_step("People")
    analyst.say_who_is_in_keycafe()
    analyst.press("Looks right, check")
    analyst.expect_step("Check")
    seen.before = kept(job, *FILES)
    analyst.look("a pair")
    _decide(analyst, seen)
    analyst.look("nothing waits")
    for step in range(40):
        page.keyboard.press("u")
        seen.undone.append(_seen(analyst, _footers()[39 - step]))
    seen.undone_files = kept(job, *FILES)
    for step in range(40):
        if step == 20:
            _reload(analyst, seen)
        page.keyboard.press("r")
        seen.redone.append(_seen(analyst, _footers()[step + 1]))
    seen.mouse += page.evaluate("window.mouse")
    _look_at_rows(analyst, seen)
    seen.screens, seen.faults = analyst.seen, analyst.faults
    return seen


def _decide(analyst: Analyst, seen: Story) -> None:
    """Answer 35 pairs by a key each, type four addresses, and take three suggestions at once."""
    page, truth = analyst.page, {row: same for _, row, same in made().pairs}
    analyst.tab_to(".kc-compare")
    for place in range(35):
        asked = page.locator(".kc-pair-sentence").inner_text()
        seen.asked.append(asked)
        page.keyboard.press("s" if truth[_second_row(asked)] else "d")
        seen.decided.append(_seen(analyst, _footers()[place + 1]))
    analyst.look("an address")
    meant = dict(made().broken)
    for place in range(35, 39):
        asked = _question(page)
        seen.asked.append(asked)
        analyst.tab_to(".kc-cell input")
        page.keyboard.press("Control+a")
        page.keyboard.type(meant[_first_row(asked)])
        analyst.tab_to_button("Save and next")
        page.keyboard.press("Enter")
        seen.decided.append(_seen(analyst, _footers()[place + 1]))
    seen.asked.append(_question(page))
    analyst.tab_to_button("Use acme.com in all 3")
    page.keyboard.press("Enter")
    seen.decided.append(_seen(analyst, _footers()[40]))


def _footers() -> list[str]:
    """List what the line must say at the beginning and after each of forty decisions, as the truth has it."""
    ready, waiting, combined = 3_226, 42, 12
    said = []
    steps = [*((0, 1, 1) if same else (1, 1, 0) for *_, same in made().pairs), *[(1, 1, 0)] * 4, (3, 3, 0)]
    for goes_in, answered, is_combined in [(0, 0, 0), *steps]:
        ready, waiting, combined = ready + goes_in, waiting - answered, combined + is_combined
        parts = f"{ready:,} ready + {waiting} waiting for you + {combined} combined + 540 left out + 4 not people"
        said.append(f"3,824 rows = {parts}")
    return said


def _seen(analyst: Analyst, footer: str) -> Seen:
    """Wait until the line says what it must, and the count is said; then see what there is to see."""
    analyst.expect_footer(footer)
    said = analyst.page.locator(".kc-what-waits").get_by_role("status")
    expect(said).to_contain_text(_count_in_words(footer), timeout=PATIENCE)
    analyst.page.wait_for_function(
        "(items) => document.activeElement.closest(items)?.checkVisibility()", arg=_ITEM, timeout=PATIENCE
    )
    focused = analyst.page.evaluate("(items) => document.activeElement.closest(items).className", _ITEM)
    return Seen(analyst.footer(), said.inner_text(), f"{focused}")


def _count_in_words(footer: str) -> str:
    found = re.search(r"(\d+) waiting", footer)
    waiting = int(found[1]) if found else 0
    return f"Waiting for you: {waiting} row" if waiting else "Nothing is waiting for you."


def _question(page: Page) -> str:
    heading = page.locator(".kc-question .kc-heading").locator("visible=true")
    expect(heading).to_be_focused(timeout=PATIENCE)
    return heading.inner_text()


def _second_row(asked: str) -> int:
    found = re.match(r"Rows [\d,]+ and ([\d,]+) may be one person", asked)
    assert found, asked
    return int(found[1].replace(",", ""))


def _first_row(asked: str) -> int:
    found = re.search(r"Row ([\d,]+):", asked)
    assert found, asked
    return int(found[1].replace(",", ""))


def _reload(analyst: Analyst, seen: Story) -> None:
    """Load the page anew, and go on by keyboard from its beginning."""
    page = analyst.page
    for when in ("before", "after"):
        if when == "after":
            seen.mouse += page.evaluate("window.mouse")
            page.reload()
        expect(page.locator(".kc-compare")).to_be_visible(timeout=PATIENCE)
        pair = page.locator(".kc-pair-heading").inner_text()
        step = page.locator(".kc-rail [aria-current]").inner_text()
        seen.around_the_reload.append((analyst.footer(), pair, step))
    analyst.tab_to(".kc-compare")


def _look_at_rows(analyst: Analyst, seen: Story) -> None:
    """See how many rows the grid says that it has, and how many it has."""
    analyst.button("Everything 3,824").press("Enter")
    grid = analyst.page.get_by_role("grid").locator("visible=true")
    expect(analyst.page.locator(".kc-grid").get_by_role("status")).to_have_text("3,824 rows", timeout=PATIENCE)
    analyst.look("rows")
    seen.rows = (grid.get_attribute("aria-rowcount") or "", "3825")


def test_every_decision_counts(story: Story) -> None:
    """After each the line below adds up, as the truth has it."""
    assert [it.footer for it in story.decided] == _footers()[1:]


def test_nothing_waits_in_the_end(story: Story) -> None:
    """Word for word."""
    assert (_footers()[0], story.decided[-1].footer) == (UNDECIDED, DECIDED)


def test_every_count_is_said(story: Story) -> None:
    """A screen reader hears how many wait still."""
    assert all(it.said.startswith(_count_in_words(it.footer)) for it in story.decided)


def test_the_focus_is_on_the_next_item(story: Story) -> None:
    """On the next pair, the next question, and in the end on the sentence that nothing waits."""
    items = ["kc-compare"] * 34 + ["kc-question"] * 5 + ["kc-what-waits"]
    assert [item in it.focused for item, it in zip(items, story.decided, strict=True)] == [True] * 40


def test_no_question_is_asked_twice(story: Story) -> None:
    """Thirty-five pairs, four addresses, and one question for three."""
    questions = [re.sub(r"^\d+ of \d+\. ", "", asked) for asked in story.asked]
    assert (len(questions), len(set(questions))) == (40, 40)


def test_undo_goes_the_same_way_back(story: Story) -> None:
    """Three suggestions that were taken at once are one step; the first line is there again to the letter."""
    assert [it.footer for it in story.undone] == _footers()[-2::-1]


def test_undo_leaves_the_job_as_it_was(story: Story) -> None:
    """Byte for byte."""
    assert story.undone_files == story.before


def test_redo_goes_the_same_way_again(story: Story) -> None:
    """Over a reload in the middle."""
    assert [it.footer for it in story.redone] == _footers()[1:]


def test_a_reload_changes_nothing(story: Story) -> None:
    """The same count, the same pair, the same step."""
    before, after = story.around_the_reload
    assert after == before


def test_the_focus_is_never_lost_on_the_way_back(story: Story) -> None:
    """It is on a pair, a question, or the sentence that says what waits; never on nothing."""
    assert all(it.focused for it in [*story.undone, *story.redone])


def test_no_mouse_was_used(story: Story) -> None:
    """Any event of one fails."""
    assert story.mouse == []


def test_a_grid_counts_its_header_too(story: Story) -> None:
    """`aria-rowcount` is the rows that are shown, and the header."""
    assert story.rows[0] == story.rows[1]


@needs_axe
@pytest.mark.parametrize("screen", ["a pair", "an address", "nothing waits", "rows"])
def test_axe_finds_nothing_serious(story: Story, screen: str) -> None:
    """In none of the forms that the step Check has."""
    assert story.faults[screen] == []


@pytest.mark.parametrize("word", NOT_ON_SCREEN)
def test_no_screen_shows_a_word_that_reads_as_something_else(story: Story, word: str) -> None:
    """As on the first day."""
    shown = [step for step, said in story.screens.items() if re.search(rf"\b{word}\b", said, re.IGNORECASE)]
    assert shown == []
