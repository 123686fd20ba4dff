"""The report on paper: how a browser lays it out for a printer, also where the screen is dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from keycafe_clean.month_report import month_report
from keycafe_clean.plan import plan_imports
from tests.regenerate_samples import SAMPLES, cleaned_sample

pytestmark = pytest.mark.browser

#: The width of A4 between its margins, in pixels of CSS: 210 mm less 16 mm at each side.
A4 = 673


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """Get the report of a sample as a printer gets it, from a browser that is dark."""
    cleaned = cleaned_sample(SAMPLES / "workers_2026-11.csv")
    page = browser.new_page(viewport={"width": A4, "height": 1_000}, color_scheme="dark")
    page.set_content(month_report(cleaned, plan_imports(cleaned), by_hand=["Remove in Keycafe: 3."]).page().decode())
    page.emulate_media(media="print")
    yield page
    page.close()


def styles(paper: Page, selector: str, name: str) -> set[str]:
    """Get what a property is for everything that a selector finds, at least one."""
    script = "(all, name) => all.map((one) => getComputedStyle(one)[name])"
    found: list[str] = paper.locator(selector).evaluate_all(script, name)
    assert found, f"nothing is {selector}"
    return set(found)


def test_print_is_black_on_white(paper: Page) -> None:
    """The dark colours of a screen would be a sheet of ink, or nothing to be seen."""
    assert paper.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert styles(paper, "body, p, h2, td, th, li", "color") == {"rgb(0, 0, 0)"}
    assert styles(paper, "body, table, tr", "backgroundColor") == {"rgba(0, 0, 0, 0)"}


def test_nothing_is_wider_than_the_sheet(paper: Page) -> None:
    """What stands beside it would be cut off."""
    script = "(all) => Math.max(...all.map((one) => one.getBoundingClientRect().right))"

    assert paper.locator("body *").evaluate_all(script) <= A4


def test_everything_of_the_screen_is_on_paper(paper: Page) -> None:
    """Not a line is hidden."""
    printed = paper.locator("main").inner_text()
    paper.emulate_media(media="screen")
    shown = paper.locator("main").inner_text()
    paper.emulate_media(media="print")

    assert printed.split() == shown.split()


@pytest.mark.parametrize(
    ("selector", "name", "how"),
    [
        ("h1, h2", "breakAfter", "avoid"),
        ("thead", "breakAfter", "avoid"),
        ("thead", "display", "table-header-group"),
        ("tr, li", "breakInside", "avoid"),
        ("svg", "width", "140px"),
    ],
)
def test_sheet_ends_between_lines(paper: Page, selector: str, name: str, how: str) -> None:
    """No heading stands alone at its end, no bar is cut in two, and a table has its head again on the next one."""
    assert styles(paper, selector, name) == {how}


#: Lays the report out in columns of a sheet's size, a browser's other way to break a text, below so many pixels; gets
#: the headings that are in another column than what comes next.
_ALONE = """
    (room) => {
        const main = document.querySelector("main");
        main.style.cssText = `columns: 673px; column-fill: auto; height: 1000px; width: 673px`;
        main.querySelector("h1").style.marginTop = `${room}px`;
        const left = (one) => Math.round(one.getClientRects()[0].left);
        return [...main.querySelectorAll("h2")]
            .filter((one) => left(one) !== left(one.parentElement.querySelector("p, li, tbody tr")))
            .map((one) => one.textContent);
    }
"""


def test_no_heading_stands_alone(paper: Page) -> None:
    """Wherever a sheet ends, a heading is on that of the first line below it."""
    alone = [paper.evaluate(_ALONE, room) for room in range(0, 1_000, 25)]

    assert [names for names in alone if names] == []
