"""The report on a screen: every figure can be read, however long the words beside it are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from keycafe_clean.html_page import html_page
from keycafe_clean.month_report.section import Line, Section

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
