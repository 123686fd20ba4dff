"""Every step of the desk with texts that are 40 % longer, at 1,280 pixels: nothing is cut off, nothing overlaps."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.chromium import PATIENCE
from tests.desk.longer import faults, longer_desk, said
from tests.desk.served import drop, served
from tests.desk.waiting import WAITING

pytestmark = pytest.mark.browser

#: People of every outcome; two may be one person.
EXPORT = (
    WAITING.replace("Location\n", "Location;Status\n")
    .replace("Brno\n", "Brno;active\n")
    .replace("Oslo\n", "Oslo;active\n")
    + "Lea;Voss;l.voss@acme.com;004717;2016-08-01;Oslo;active\n"
    + "NO;MAIL;;004790;2016-08-01;Oslo;active\n"
    + "Bo;Left;b.left@acme.com;004791;2016-08-01;Oslo;terminated\n"
    + "Ann;Away;a.away@acme.com;004792;2016-08-01;Oslo;on leave\n"
    + ";;;;;;\n"
)

STEPS = (
    *("first", "file", "reading", "columns", "about", "people", "known", "change", "pair", "question", "row"),
    *("decisions", "combined", "plan", "hand_over", "practice", "handed_over", "this_month", "found", "nobody"),
)


class Walk:
    """A way through the desk: what does not hold, by the steps that were looked at."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: dict[str, list[str]] = {}

    def button(self, key: str, **blanks: object) -> Locator:
        """Get the button with a text of the desk, whatever number stands behind it."""
        name = re.compile(rf"^{re.escape(said(key, **blanks))}( [\d,]+| [A-Z])?$")
        return self.page.get_by_role("button", name=name).locator("visible=true").first

    def press(self, key: str, **blanks: object) -> None:
        """Press it."""
        self.button(key, **blanks).click()

    def step(self, step: str) -> None:
        """Open a step, and wait until it is there."""
        name = said(f"step.{step}")
        self.page.locator(".kc-rail button", has_text=name).click()
        expect(self.page.get_by_role("heading", name=name, exact=True)).to_be_focused(timeout=PATIENCE)

    def there(self, words: str) -> None:
        """Wait until these words are to be seen."""
        expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible(timeout=PATIENCE)

    def look(self, step: str) -> None:
        """Note what does not hold."""
        self.faults[step] = faults(self.page)


@pytest.fixture(scope="module")
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[str]]]:
    """Get what does not hold, by step."""
    folder = tmp_path_factory.mktemp("longer")
    with served(folder / "acme", longer_desk(date(2026, 11, 3), folder)) as (_, address):
        page = browser.new_page(viewport={"width": 1_280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        way = Walk(page)
        before_the_check(way)
        the_check(way)
        to_the_end(way)
        yield way.faults
        page.close()


def before_the_check(way: Walk) -> None:
    """Look at what comes before the rows."""
    way.button("file.choose").wait_for()
    way.look("first")
    drop(way.page, {"Workers_2026-11.csv": EXPORT.encode()})
    way.page.locator(".kc-equation").wait_for()
    way.step("file")
    way.look("file")
    way.press("reading.wrong")
    way.button("reading.again").wait_for()
    way.look("reading")
    way.press("reading.close")
    way.step("columns")
    way.look("columns")
    way.press("about.open")
    way.page.locator(".kc-about-bars").first.wait_for()
    way.look("about")
    way.step("people")
    way.look("people")
    way.press("people.somebody")
    way.there(said("people.known_lead"))
    way.look("known")
    way.page.locator(".kc-people").get_by_role("button", name=said("people.change")).first.click()
    way.page.locator(".kc-change").wait_for()
    way.look("change")


def the_check(way: Walk) -> None:
    """Look at what waits, in each of its forms."""
    way.step("check")
    way.button("answer.two_people").wait_for()
    way.look("pair")
    way.press("answer.two_people")
    way.button("question.save").wait_for()
    way.look("question")
    way.press("review.everything")
    way.page.get_by_role("gridcell", name="Orr", exact=True).click()
    way.page.locator(".kc-row-card").locator("visible=true").wait_for()
    way.look("row")
    way.press("decisions.pill")
    way.page.locator(".kc-decided button").locator("visible=true").first.wait_for()
    way.look("decisions")
    way.press("review.everything")
    way.page.locator(".kc-kinds button", has_text=said("review.combined")).click()
    way.page.get_by_role("gridcell", name="Voss").first.wait_for()
    way.look("combined")


def to_the_end(way: Walk) -> None:
    """Look at the plan, the hand-over, the month after, and at people by name."""
    way.step("plan")
    way.there(said("plan.lead"))
    way.look("plan")
    way.step("hand_over")
    way.button("practice.start").wait_for()
    way.look("hand_over")
    way.press("practice.start")
    way.press("keycafe.show")
    way.there(said("keycafe.lead"))
    way.look("practice")
    with way.page.expect_download():
        way.page.get_by_role("button", name="2026-11_").click()
    way.look("handed_over")
    way.step("this_month")
    way.page.locator(".kc-answer").locator("visible=true").first.wait_for()
    way.look("this_month")
    for who, step in (("a", "found"), ("Jnae", "nobody")):
        way.page.get_by_role("searchbox", name=said("find.label")).fill(who)
        way.page.keyboard.press("Enter")
        expect(way.page.locator(".kc-people-found > *")).to_have_count(0 if step == "nobody" else 10, timeout=PATIENCE)
        way.look(step)


@pytest.mark.parametrize("step", STEPS)
def test_longer_texts_have_their_place(walk: dict[str, list[str]], step: str) -> None:
    """Nothing is wider than the page, no label is cut off, and nothing stands under the foot."""
    assert walk[step] == []


def test_texts_are_longer() -> None:
    """Every word, and no blank."""
    assert said("check.looks_right", people=3) == "Planpl 3"
