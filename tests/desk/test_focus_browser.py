"""Where the focus is, in a real browser: never lost, and the one primary button is what comes next."""

import pytest
from playwright.sync_api import Page, expect

from tests.chromium import PATIENCE
from tests.desk.desks import EXPORT
from tests.desk.served import choose
from tests.desk.waiting import WAITING

pytestmark = pytest.mark.browser

#: Two rows that may be one person, and nothing else that waits.
_PAIR = "\n".join(WAITING.splitlines()[:3]) + "\nMax;Orr;m.orr@acme.com;004716;2016-07-01;Oslo\n"


def primary(page: Page) -> list[str]:
    """List what stands on the primary buttons on the screen, once there is one."""
    shown = page.locator(".mod-primary, .kc-primary").filter(visible=True)
    expect(shown).to_have_count(1, timeout=PATIENCE)
    return [label.split("\n")[0] for label in shown.all_inner_texts()]


def open_check(page: Page) -> None:
    """Go on to the step Check, whose heading then has the focus."""
    page.get_by_role("button", name="Looks right, check").click()
    expect(page.get_by_role("heading", name="Check", exact=True)).to_be_focused(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("export", "answer", "people"),
    [(EXPORT.decode(), "Leave out", "3 people are"), (_PAIR, "Two people", "3 people are")],
)
def test_after_the_last_answer_the_focus_is_on_what_that_means(
    page: Page, address: str, export: str, answer: str, people: str
) -> None:
    """Beside the rows, or in a pair that is gone; undo brings the question back, with the focus."""
    page.goto(address)
    choose(page, "workers.csv", export.encode())
    open_check(page)
    page.get_by_role("button", name=answer).press("Enter")

    nothing = page.get_by_role("status").filter(has_text=f"Nothing is waiting for you. {people} ready.")
    expect(nothing).to_be_focused(timeout=PATIENCE)
    assert primary(page) == ["Plan 3 people"]

    page.get_by_role("button", name="Undo: ").press("Enter")
    expect(page.locator(".kc-heading:focus, .kc-pair-heading:focus")).to_be_visible(timeout=PATIENCE)


def test_a_column_that_is_closed_leaves_the_focus_on_the_sentence(page: Page, address: str) -> None:
    """Where no question stands beside the rows there is nothing else to go to."""
    page.goto(address)
    choose(page, "workers.csv", _PAIR.replace("004822;2020-02-01;Brno\nMax", "004823;2020-02-02;Oslo\nMax").encode())
    open_check(page)
    page.get_by_role("button", name="About the column Last Name").press("Enter")
    expect(page.get_by_role("heading", name="About the column Last Name")).to_be_focused(timeout=PATIENCE)

    page.get_by_role("button", name="Close", exact=True).press("Enter")

    expect(page.get_by_role("status").filter(has_text="Nothing is waiting for you.")).to_be_focused(timeout=PATIENCE)


def test_where_it_is_said_who_is_in_keycafe_takes_the_focus_and_gives_it_back(page: Page, address: str) -> None:
    """Once it is opened, by its heading; once it is saved, what opened it has the focus."""
    page.goto(address)
    choose(page, "workers.csv", EXPORT)
    page.get_by_role("button", name="Somebody is").press("Enter")

    expect(page.get_by_role("heading", name="Who is in Keycafe already")).to_be_focused(timeout=PATIENCE)

    page.get_by_role("textbox", name="Who is in Keycafe already").fill("ann@example.com")
    page.get_by_role("button", name="Save", exact=True).press("Enter")

    expect(page.get_by_role("button", name="Somebody is")).to_be_focused(timeout=PATIENCE)


def test_one_button_is_primary(page: Page, address: str) -> None:
    """The next decision while something waits, whether a pair or a cell, else the next step."""
    page.goto(address)
    page.get_by_role("button", name="Choose").wait_for()
    seen = [primary(page)]
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").wait_for()
    seen.append(primary(page))
    page.get_by_role("button", name="Looks right, check").click()
    page.get_by_role("button", name="Two people").wait_for()
    seen.append(primary(page))
    page.get_by_role("button", name="Two people").click()
    page.get_by_role("button", name="Save and next").wait_for()
    seen.append(primary(page))
    page.get_by_role("button", name="1 File").click()
    page.get_by_role("button", name="Choose another file").wait_for()
    seen.append(primary(page))

    assert seen == [["Choose a file"], ["Looks right, check"], ["Same person S"], ["Save and next"], ["Go on"]]
