"""Somebody is looked for in a real browser: typed, read, printed, and back to the step."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from tests.axe import serious_faults
from tests.chromium import PATIENCE
from tests.job.lines import sent
from tests.job.stories import write_month

pytestmark = pytest.mark.browser

#: No name of a file is HTML.
TAGGED = "<img src=x>nov.csv"


@pytest.fixture
def does(job: Path, page: Page, address: str) -> Page:
    """Get the page of a job in which two people are called Doe; Jane was added, John has left."""
    jane = {**sent(2, "Jane Doe", "jane.doe@acme.com"), "answer": "added", "answered_on": "2026-11-04"}
    john = {"name": "John Doe", "outcome": "left_out", "why": "no longer employed", "employee_id": "003377"}
    write_month(job, "2026-11", *({**person, "file": TAGGED} for person in (jane, john)))
    page.goto(address)
    page.get_by_role("searchbox", name="Find a person").wait_for(timeout=PATIENCE)
    return page


def look_for(page: Page, who: str) -> None:
    """Type it, and press Enter."""
    page.get_by_role("searchbox", name="Find a person").fill(who)
    page.keyboard.press("Enter")


def test_people_are_found_side_by_side(does: Page) -> None:
    """The number is said, the outcome comes first, and what is typed next goes into the field."""
    look_for(does, "doe")

    expect(does.get_by_role("status").get_by_text("2 found")).to_be_visible(timeout=PATIENCE)
    first, second = (does.get_by_role("region", name=name) for name in ("Jane Doe", "John Doe"))
    expect(first.locator("p")).to_have_text("Invited: in the November file, added on 4 Nov 2026.")
    expect(second.locator("p")).to_have_text("Not invited: left out, no longer employed.")
    assert first.bounding_box()["y"] == second.bounding_box()["y"]
    assert does.locator(".kc-people-found img").count() == 0
    expect(does.get_by_role("searchbox", name="Find a person")).to_be_focused()
    assert serious_faults(does) == []


def test_nobody_is_called_so(does: Page) -> None:
    """It is said where was looked, and what to try."""
    look_for(does, "Jnae")

    said = (
        "Nobody called 'Jnae' in any month since November 2026. Try part of the last name, the address or the employee "
        "number."
    )
    expect(does.get_by_role("status").get_by_text(said, exact=True)).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("way", ["Escape", "Enter"])
def test_the_way_back_to_the_step(does: Page, way: str) -> None:
    """A key in the field or the button; the step has the focus, and the field is empty."""
    look_for(does, "doe")
    back = does.get_by_role("button", name="Back to This month")
    back.wait_for(timeout=PATIENCE)

    (back if way == "Enter" else does.get_by_role("searchbox", name="Find a person")).press(way)

    expect(does.get_by_role("heading", name="This month")).to_be_focused(timeout=PATIENCE)
    expect(does.get_by_role("searchbox", name="Find a person")).to_have_value("")
    expect(does.get_by_text("Jane Doe")).to_have_count(0)


def test_what_is_typed_before_the_step_is_back_stays(does: Page) -> None:
    """Whoever types on after Escape loses no letter."""
    look_for(does, "doe")
    does.get_by_text("2 found").wait_for(timeout=PATIENCE)

    does.get_by_role("searchbox", name="Find a person").evaluate("""(field) => {
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
        field.value = "john";
    }""")

    expect(does.get_by_role("heading", name="This month")).to_be_focused(timeout=PATIENCE)
    expect(does.get_by_role("searchbox", name="Find a person")).to_have_value("john")


def test_the_page_for_an_auditor_is_saved(does: Page) -> None:
    """It is about one of them."""
    look_for(does, "doe")

    with does.expect_download(timeout=PATIENCE) as download:
        does.get_by_role("button", name="Print for audit: John Doe").click()

    page = download.value.path().read_text(encoding="utf-8")
    assert download.value.suggested_filename == "audit_003377.html"
    assert ("John Doe" in page, "Jane" in page) == (True, False)


def test_nothing_typed_reaches_an_address(does: Page) -> None:
    """What is typed goes over the line that the page has already."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(f"{request.url} {request.post_data}")

    does.on("request", note)
    look_for(does, "jane.doe")

    expect(does.get_by_text("1 found")).to_be_visible(timeout=PATIENCE)
    assert not [line for line in (*asked, does.url) if "jane" in line.lower()]


def test_the_head_stays_low(does: Page) -> None:
    """With the field in it, at 1,280 pixels."""
    look_for(does, "doe")

    assert does.locator(".kc-head").bounding_box()["height"] <= 120
