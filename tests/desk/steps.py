"""The way through every step of a desk, on which something waits."""

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.chromium import PATIENCE
from tests.desk.served import drop
from tests.desk.waiting import WAITING

STEPS = ("first", "People", "File", "Columns", "Check", "Plan", "Hand over", "question", "rows")


def every_step(page: Page) -> Iterator[str]:
    """Go through the steps, and yield the name of each (`STEPS`).

    The last two are what Check shows once a pair is answered.
    """
    page.get_by_role("button", name="Choose").wait_for()
    yield "first"
    drop(page, {"Workers_2026-11.csv": WAITING.encode()})
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_focused(timeout=PATIENCE)
    yield "People"
    for step in ("File", "Columns", "Plan", "Hand over", "Check"):
        page.locator(".kc-rail button", has_text=step).click()
        expect(page.get_by_role("heading", name=step, exact=True)).to_be_focused(timeout=PATIENCE)
        yield step
    page.get_by_role("button", name="Two people").click()
    page.get_by_role("button", name="Save and next").wait_for()
    yield "question"
    page.get_by_role("button", name="Everything 11").click()
    expect(page.locator(".kc-grid").get_by_role("status")).to_have_text("11 rows", timeout=PATIENCE)
    yield "rows"
