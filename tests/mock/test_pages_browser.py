from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from keycafe_clean.mock import MockKeycafe, embedded
from tests.chromium import CHROMIUM, QUIET
from tests.mock.files import FULL, SMARTBOX, file_of, people

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (on Debian and Ubuntu: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def mock() -> Iterator[MockKeycafe]:
    """Start one mock for the module."""
    with embedded("confirmed") as running:
        yield running


@pytest.fixture
def page(mock: MockKeycafe) -> Iterator[Page]:
    """Open a page with the credentials that the browser would ask for, and without any script."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        context = browser.new_context(
            base_url=mock.url,
            http_credentials={"username": f"{mock.email}/token", "password": mock.token},
            java_script_enabled=False,
        )
        yield context.new_page()
        context.close()
        browser.close()


def import_data(page: Page, folder: Path, content: bytes) -> None:
    """Take the article's steps: Imports, Choose File, Import Data."""
    file = folder / "november.csv"
    file.write_bytes(content)
    page.goto("/")
    page.get_by_label("Choose File").set_input_files(file)
    page.get_by_role("button", name="Import Data").click()


def test_upload_as_the_article_tells_it(page: Page, tmp_path: Path) -> None:
    """A file is chosen and imported, its progress is seen, its error is viewed, and its people are found."""
    import_data(page, tmp_path, file_of(FULL, SMARTBOX, "Bo,,,false,false,true,,true"))
    expect(page.get_by_role("cell", name="completed")).to_be_visible()
    page.get_by_role("link", name="View error").click()
    expect(page.get_by_role("cell", name="Row 4: Last Name is empty.")).to_be_visible()
    page.get_by_role("link", name="Users").click()
    expect(page.get_by_role("cell", name="Bo Ek")).to_be_visible()
    page.get_by_role("link", name="Invited").click()

    expect(page.get_by_role("cell", name="ann@example.com")).to_be_visible()


def test_upload_when_it_is_refused(page: Page, tmp_path: Path) -> None:
    """A file with too many people stays out, and the page says why."""
    import_data(page, tmp_path, file_of(*people(251)))

    expect(page.get_by_role("alert")).to_contain_text("The file holds 251 people and only")


def test_form_when_another_page_sends_it(page: Page, mock: MockKeycafe) -> None:
    """A page from elsewhere cannot change anything, though the browser has the credentials."""
    form = f'<form method="post" action="{mock.url}/mock/account/confirm-email"><button>Win</button></form>'
    page.goto("/imports")
    page.goto(f"data:text/html,{form}")
    page.get_by_role("button", name="Win").click()

    expect(page.get_by_text("This request comes from another site. Send it from here.")).to_be_visible()
