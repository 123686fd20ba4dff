"""The desk in a real browser: Voila serves the notebook, Chromium is the analyst."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from psutil import Process, wait_procs

from tests.chromium import PATIENCE
from tests.desk.desks import EQUATION, EXPORT
from tests.desk.served import choose, kernels
from tests.desk.waiting import WAITING

pytestmark = pytest.mark.browser


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Get the hosts that the page has asked, in order."""
    hosts: list[str] = []

    def note(request: Request) -> None:
        hosts.append(urlsplit(request.url).hostname or "")

    page.on("request", note)
    return hosts


def test_from_the_file_to_the_limit_after_practice(page: Page, asked: list[str], address: str) -> None:
    """Choose, check, plan, practise, download; the browser asks this computer and nobody else."""
    page.goto(address)
    choose(page, "workers.csv", EXPORT)
    expect(page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)

    for label in ("Looks right, check", "Plan 3 people", "Hand over"):
        page.locator(".kc-foot").get_by_role("button", name=label).click()
    page.get_by_role("button", name="Practise with this file").click()

    expect(page.get_by_text("Practice: 3 of 3 added, 0 failed.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("would then stand at 3 of 1,000, with 997 left.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    assert download.value.path().read_bytes().count(b"\r\n") == 4
    assert set(asked) <= {"127.0.0.1", ""}


def test_the_focus_goes_where_the_analyst_has_to_look(page: Page, address: str) -> None:
    """A button that cannot act yet moves it to the sentence that says why, a new step to its heading."""
    page.goto(address)

    page.get_by_role("button", name="5 Plan").click()
    expect(page.get_by_role("status")).to_be_focused(timeout=PATIENCE)
    assert page.get_by_role("status").inner_text() == "Choose a file first."

    choose(page, "workers.csv", EXPORT)
    expect(page.get_by_role("heading", name="People")).to_be_focused(timeout=PATIENCE)


def test_a_file_of_twelve_megabytes_arrives(page: Page, address: str) -> None:
    """Servers left as they are lose files over ten megabytes without a word; ours does not."""
    header = EXPORT.splitlines()[0]
    filler = b"x" * 12_000
    rows = b"".join(b"Jana;Novak;p%d@example.com;%d;active;%b\n" % (n, n, filler) for n in range(1_000))
    page.goto(address)

    choose(page, "large.csv", header + b";Remarks\n" + rows)

    expect(page.locator(".kc-foot", has_text="1,000 rows = 1,000 ready")).to_be_visible(timeout=PATIENCE)


def test_what_waits_is_answered_by_keyboard(page: Page, address: str) -> None:
    """One key a pair; the next question has the focus, undo is a key as well, and the line below follows."""
    page.goto(address)
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").press("Enter")
    # The step takes the focus once it is opened, which may be later than its question is there.
    expect(page.get_by_role("heading", name="Check", exact=True)).to_be_focused(timeout=PATIENCE)
    question = page.get_by_role("heading", name="may be one person")
    question.focus()

    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="is not a complete e-mail address")).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".kc-foot", has_text="7 ready + 4 waiting for you")).to_be_visible()

    page.keyboard.press("u")
    expect(question).to_be_focused(timeout=PATIENCE)
    expect(page.locator(".kc-foot", has_text="6 ready + 5 waiting for you")).to_be_visible()


def test_a_reload_goes_on_where_the_analyst_was(page: Page, address: str) -> None:
    """The same question, with what was answered before it; then what Keycafe said closes the month."""
    page.goto(address)
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").click()
    page.get_by_role("button", name="Two people").click()
    expect(page.get_by_role("heading", name="1 of 4. ")).to_be_visible(timeout=PATIENCE)

    page.reload()

    expect(page.get_by_role("heading", name="1 of 4. ")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".kc-foot", has_text="7 ready + 4 waiting for you")).to_be_visible()
    for label in ("Plan 7 people", "Hand over"):
        page.locator(".kc-foot").get_by_role("button", name=label).click()
    with page.expect_download():
        page.get_by_role("button", name="Download").click()
    page.get_by_role("radio", name="All added").locator("visible=true").check()
    page.get_by_role("button", name="Save").locator("visible=true").click()
    page.get_by_role("button", name="This month").click()
    expect(page.get_by_text("7 sent, 7 added.")).to_be_visible(timeout=PATIENCE)


def test_rows_are_edited_where_they_stand_by_keyboard(page: Page, asked: list[str], address: str) -> None:
    """A grid says what it has; keys move, edit, leave and take back; the focus stays in it, and nothing goes wrong."""
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").click()
    page.get_by_role("button", name="Show the rows as a list").click()
    grid = page.get_by_role("grid", name="Waiting for you")
    expect(grid).to_have_attribute("aria-rowcount", "6", timeout=PATIENCE)
    expect(grid.get_by_role("row").nth(2)).to_have_attribute("aria-rowindex", "4")
    address_cell = grid.get_by_role("gridcell", name="needs a fix jana.novak@acme")
    expect(address_cell).to_have_attribute("aria-colindex", "4")

    grid.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="Email Address").first).to_be_focused()
    page.keyboard.type("nobody")
    page.keyboard.press("Escape")
    expect(grid).to_be_focused()
    expect(address_cell).to_be_visible()

    page.keyboard.press("Enter")
    page.keyboard.type("jana.novak@acme.com")
    page.keyboard.press("Enter")
    expect(page.locator(".kc-foot", has_text="7 ready + 4 waiting for you")).to_be_visible(timeout=PATIENCE)
    expect(grid).to_have_attribute("aria-rowcount", "5")
    expect(grid).to_be_focused()

    page.keyboard.press("Control+z")
    expect(page.locator(".kc-foot", has_text="6 ready + 5 waiting for you")).to_be_visible(timeout=PATIENCE)
    expect(grid).to_be_focused()
    assert (errors, set(asked) <= {"127.0.0.1", ""}) == ([], True)


def test_rows_are_searched(page: Page, address: str) -> None:
    """The count is said; where nothing is found there is a way back. Text is text, however long."""
    page.goto(address)
    name = "<img src=x>" + "Anna" * 75
    choose(page, "workers.csv", WAITING.replace("Anna;Berg", f"{name};Berg").encode())
    page.get_by_role("button", name="Looks right, check").click()
    page.get_by_role("button", name="Everything 11").click()
    count = page.locator(".kc-grid").get_by_role("status")
    expect(count).to_have_text("11 rows", timeout=PATIENCE)
    assert page.get_by_role("grid").locator("img").count() == 0
    assert {row.bounding_box()["height"] for row in page.locator(".tabulator-row").all()} == {41}

    page.get_by_role("searchbox", name="Search").fill("oslo")
    expect(count).to_have_text("7 rows")

    page.get_by_role("searchbox", name="Search").fill("brno'")
    expect(page.get_by_text("No row contains 'brno''.")).to_be_visible()
    page.get_by_role("button", name="Clear search").click()
    expect(count).to_have_text("11 rows")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()


def test_a_decision_is_taken_back_by_keyboard(page: Page, address: str) -> None:
    """Its line is gone, and the focus is on the next one; what waits is counted again."""
    page.goto(address)
    choose(page, "workers.csv", WAITING.encode())
    page.get_by_role("button", name="Looks right, check").click()
    page.get_by_role("button", name="Two people").click()
    expect(page.get_by_role("heading", name="is not a complete e-mail address")).to_be_focused(timeout=PATIENCE)
    page.get_by_role("button", name="Leave out").click()
    decisions = page.get_by_role("button", name="Your decisions")
    expect(decisions).to_have_text("Your decisions 2", timeout=PATIENCE)
    decisions.press("Enter")
    taken = page.get_by_role("button", name="Take back: Anna Berg and Anna Schmidt: two people")

    taken.press("Enter")

    expect(page.locator(".kc-foot", has_text="6 ready + 4 waiting for you")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Take back: Jana Novak: left out")).to_be_focused()
    expect(page.get_by_text("1 decision. Each can be taken back by itself.")).to_be_visible()


def test_closed_pages_leave_nothing_that_runs(browser: Browser, server: tuple[Process, str]) -> None:
    """A kernel has the people of an export in its memory: it ends with its page."""
    process, address = server
    before = {kernel.pid for kernel in kernels(process)}
    pages = [browser.new_page() for _ in range(2)]
    for page in pages:
        page.goto(address)
        page.get_by_role("button", name="Choose").wait_for(timeout=PATIENCE)
    begun = [kernel for kernel in kernels(process) if kernel.pid not in before]
    assert len(begun) == len(pages)

    for page in pages:
        page.goto("about:blank")
        page.close()

    assert wait_procs(begun, timeout=PATIENCE / 1_000)[1] == []


def test_the_desk_is_closed_with_its_kernel(page: Page, server: tuple[Process, str]) -> None:
    """The page says so, with the focus on the sentence; nothing that has people in its memory runs on."""
    process, address = server
    before = {kernel.pid for kernel in kernels(process)}
    page.goto(address)
    choose(page, "workers.csv", EXPORT)
    expect(page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)
    begun = [kernel for kernel in kernels(process) if kernel.pid not in before]

    page.get_by_role("button", name="Close the desk").press("Enter")

    expect(page.get_by_role("status").filter(has_text="The desk is closed. Nothing is lost")).to_be_focused()
    assert len(begun) == 1
    assert wait_procs(begun, timeout=PATIENCE / 1_000)[1] == []
