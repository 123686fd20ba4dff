"""What a key, a button of the mouse and a field do at the desk, and what they leave alone; what is said of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import PATIENCE
from tests.desk.desks import EXPORT
from tests.desk.served import choose
from tests.desk.waiting import WAITING

pytestmark = pytest.mark.browser


def open_check(page: Page, address: str) -> None:
    """Read the export on which something waits, and go on to Check, whose heading then has the focus."""
    page.goto(address)
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").click()
    expect(page.get_by_role("heading", name="Check", exact=True)).to_be_focused(timeout=PATIENCE)


def test_letters_answer_where_the_question_has_the_focus_alone(page: Page, address: str) -> None:
    """Anywhere else they are none: after one letter at the question there is one decision."""
    open_check(page, address)
    for place in ("4 Check", "Everything 11", "Plan 6 people"):
        page.get_by_role("button", name=place).focus()
        page.keyboard.type("sdu")

    page.get_by_role("heading", name="may be one person").press("d")

    expect(page.get_by_role("button", name="Your decisions 1")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".kc-foot", has_text="7 ready + 4 waiting for you")).to_be_visible()


def test_what_hears_letters_shows_it(page: Page, address: str) -> None:
    """Whoever uses a keyboard sees which question a letter would answer, be it two rows or a cell."""
    open_check(page, address)
    page.keyboard.press("Tab")
    page.get_by_role("heading", name="may be one person").focus()
    expect(page.locator(".kc-pair-heading")).to_have_css("outline-style", "solid")

    page.keyboard.press("d")

    question = page.get_by_role("heading", name="is not a complete e-mail address")
    expect(question).to_be_focused(timeout=PATIENCE)
    expect(question).to_have_css("outline-style", "solid")


def test_whoever_moves_off_a_row_chooses_nothing(page: Page, address: str) -> None:
    """A row is chosen where the button is let go; the row before is chosen still once rows are searched."""
    open_check(page, address)
    page.get_by_role("button", name="Two people").click()
    page.get_by_role("button", name="Everything 11").click()
    rows = page.locator(".kc-grid .tabulator-row")
    expect(rows).to_have_count(11, timeout=PATIENCE)
    rows.filter(has_text="Jana").get_by_text("Novak", exact=True).click()
    expect(rows.filter(has_text="Jana")).to_have_attribute("aria-selected", "true", timeout=PATIENCE)

    rows.filter(has_text="Piotr").get_by_text("Lis", exact=True).hover()
    page.mouse.down()
    page.get_by_role("searchbox", name="Search").hover()
    page.mouse.up()
    page.get_by_role("searchbox", name="Search").fill("brno")

    expect(rows).to_have_count(4, timeout=PATIENCE)
    expect(rows.filter(has_text="Jana")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("heading", name="Row 4: 'jana.novak@acme'")).to_be_visible()


def open_step(page: Page, address: str, number: int, name: str) -> None:
    """Read the export and open a step, whose heading then has the focus."""
    page.goto(address)
    choose(page, "workers.csv", EXPORT)
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_focused(timeout=PATIENCE)
    page.get_by_role("button", name=f"{number} {name}").click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused(timeout=PATIENCE)


def test_a_field_that_is_changed_keeps_the_focus(page: Page, address: str) -> None:
    """What it changes is shown, and the step stays."""
    open_step(page, address, 2, "Columns")
    field = page.get_by_role("combobox", name="Employee number")

    field.focus()
    field.select_option("(not used)")

    expect(page.get_by_text("Not used: Employee ID.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading", name="Columns", exact=True)).to_be_visible()
    expect(field).to_be_focused()


def test_what_was_practised_handed_over_and_answered_is_said(page: Page, address: str) -> None:
    """A screen reader says it by itself; the focus stays, or is on what is said where its button is gone."""
    open_step(page, address, 6, "Hand over")
    practise = page.get_by_role("button", name="Practise with this file")

    practise.press("Enter")
    said = page.get_by_role("status").filter(has_text="Practice: 3 of 3 added, 0 failed.")
    expect(said).to_be_visible(timeout=PATIENCE)
    expect(practise).to_be_focused()

    with page.expect_download():
        page.get_by_role("button", name="Download").press("Enter")
    expect(page.get_by_role("status").filter(has_text="was handed over. It lies in")).to_be_visible(timeout=PATIENCE)

    page.get_by_role("radio", name="All added").locator("visible=true").check()
    page.get_by_role("button", name="Save").locator("visible=true").press("Enter")
    said = page.get_by_role("status").filter(has_text="What Keycafe said is kept.")
    expect(said.locator("visible=true")).to_be_focused(timeout=PATIENCE)
