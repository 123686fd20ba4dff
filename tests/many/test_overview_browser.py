"""The overview on a telephone."""

import pytest
from playwright.sync_api import Browser

from keycafe_clean.many.overview import Overview
from keycafe_clean.many.overview_files import overview_page
from tests.many.results import ENDED, NAMES

pytestmark = pytest.mark.browser


def test_the_page_is_no_wider_than_a_telephone(browser: Browser) -> None:
    """A table of many columns is moved in its own place."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(overview_page(Overview("2026-11", NAMES, ENDED)).decode())

    assert page.get_by_role("table").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()
