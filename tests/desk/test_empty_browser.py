"""A desk with nothing to show yet, and a file of which nothing waits, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import PATIENCE
from tests.desk.served import choose

pytestmark = pytest.mark.browser

#: One is there twice for certain; nothing is asked.
CERTAIN = (
    b"First Name;Last Name;E-mail;Employee ID;Status\n"
    b"Jana;Novak;jana.novak@example.com;0001;active\n"
    b"JANA;NOVAK;jana.novak@example.com;0001;active\n"
    b"Ana;Ruiz;ana.ruiz@example.com;0006;active\n"
)


def test_whoever_has_no_file_tries_the_sample(page: Page, address: str) -> None:
    """It is never handed over."""
    page.goto(address)

    page.get_by_role("button", name="Try with sample data").click(timeout=PATIENCE)

    expect(page.locator(".kc-foot", has_text="27 rows = ")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="6 Hand over").click()
    page.get_by_role("button", name="Download").click()
    expect(page.get_by_role("status").filter(has_text="These are sample people")).to_be_focused(timeout=PATIENCE)


def test_nothing_waits(page: Page, address: str) -> None:
    """That is said once; rows that were combined are a click away, and a list without rows says what it has none of."""
    page.goto(address)
    choose(page, "workers.csv", CERTAIN)
    page.get_by_role("button", name="Looks right, check").click(timeout=PATIENCE)

    expect(page.get_by_text("Nothing is waiting for you. 2 people are ready.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Nobody seems to be in your file twice. 1 certain duplicate was combined.")).to_be_visible()
    expect(page.get_by_text("No rows.")).to_have_count(0)
    page.get_by_role("button", name="Show them").click()
    expect(page.get_by_role("grid", name="Combined")).to_have_attribute("aria-rowcount", "2", timeout=PATIENCE)
    page.get_by_role("button", name="Not people").click()
    expect(page.get_by_text("Every row is a person.")).to_be_visible(timeout=PATIENCE)
