"""The report on a screen: every figure can be read, however long the words beside it are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from keycafe_clean.html_page import html_page
from keycafe_clean.month_report.section import Line, Part, Section

pytestmark = pytest.mark.browser

#: What was done to cells in the worst export that is known, an address for example, and how often.
WORDS = "full-width letters written in their usual width, characters that nobody sees taken out, blanks tidied"
ADDRESS = f"Email Address: '{'X' * 40}@NORTH.EXAMPLE.COM' > '{'x' * 40}@north.example.com'"


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    """Get a page with a table of long words on a small screen."""
    lines = (Line((WORDS, ADDRESS, "14,997")), Line(("Maybe one person", ADDRESS, "1")))
    section = Section("What was tidied", head=("What was done", "For example", "Cells"), lines=lines)
    page = browser.new_page(viewport={"width": 1_024, "height": 800})
    page.set_content(html_page("Report", section.html()).decode())
    yield page
    page.close()


def test_figure_is_on_one_line(screen: Page) -> None:
    """`14,9` above `97` would be another figure."""
    script = "(it) => { const r = new Range(); r.selectNodeContents(it); return r.getClientRects().length }"

    assert screen.get_by_text("14,997", exact=True).evaluate(script) == 1


def test_examples_have_more_room_than_what_was_done(screen: Page) -> None:
    """They are longer, once words of several steps take a second line."""
    widths = screen.locator("tbody tr:first-child td").evaluate_all("(all) => all.map((one) => one.clientWidth)")

    assert widths[1] > widths[0]


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """Get a page with a table of long words and a bar on a telephone."""
    line = Line((WORDS, ADDRESS, "14,997"), (Part(0, 1, "in"),))
    section = Section("What was tidied", head=("What was done", "For example", "Cells"), lines=(line,), total=2)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(html_page("Report", section.html()).decode())
    yield page
    page.close()


def test_nothing_is_wider_than_a_telephone(phone: Page) -> None:
    """What stands beside it would be read by turning the page to and fro."""
    script = "(all) => Math.max(...all.map((one) => one.getBoundingClientRect().right))"

    assert phone.locator("main, main *:not(thead, thead *)").evaluate_all(script) <= 390
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_figure_says_on_a_telephone_of_what_it_is(phone: Page) -> None:
    """The names of the columns are above it on a wider page alone."""
    script = "(it) => getComputedStyle(it, '::before').content"

    assert phone.get_by_text("14,997", exact=True).evaluate(script) == '"Cells "'
