"""Pictures of every step of the desk, at two widths, light and dark, for docs/screenshots: looked at, not compared.

python bench/screenshots.py
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.chromium import CHROMIUM, PATIENCE, QUIET  # noqa: E402 -- run from anywhere
from tests.desk.served import served  # noqa: E402 -- run from anywhere

SAMPLE = ROOT / "data" / "samples" / "workers_2026-11.csv"
PICTURES = ROOT / "docs" / "screenshots"

#: What is clicked to come to each step, and what is there once it is open.
STEPS = {
    "people": ("3 People", "Who goes into Keycafe?"),
    "columns": ("2 Columns", "Which column of your file"),
    "check": ("4 Check", "Every row of your file"),
    "plan": ("5 Plan", "How many people go in this month?"),
    "hand_over": ("6 Hand over", "For real"),
}


@contextmanager
def opened(browser: Browser, address: str, width: int, theme: str) -> Iterator[Page]:
    """Open the desk in a window of a width, light or dark."""
    page = browser.new_page(viewport={"width": width, "height": 900 if width < 1_600 else 1_080})
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}?theme={theme}")
    page.get_by_role("button", name="Choose").first.wait_for()
    yield page
    page.goto("about:blank")
    page.close()


def take(page: Page, name: str) -> None:
    """Take a picture once nothing moves any more."""
    page.wait_for_timeout(1_000)
    page.screenshot(path=PICTURES / f"{name}.png")


def pictures(page: Page, suffix: str) -> None:
    """Take a picture of every step, from the empty desk to the month after."""
    take(page, f"file_{suffix}")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose").first.click()
    # Of the sample itself nothing is handed over: without its last line end it is a file like any other.
    chooser.value.set_files({"name": SAMPLE.name, "mimeType": "text/csv", "buffer": SAMPLE.read_bytes().rstrip()})
    page.locator(".kc-equation").wait_for()
    for step, (label, there) in STEPS.items():
        page.get_by_role("button", name=label).click()
        page.get_by_text(there).first.wait_for()
        take(page, f"{step}_{suffix}")
    page.get_by_role("button", name="Practise with this file").click()
    page.get_by_text("Practice: ").nth(1).wait_for()
    with page.expect_download():
        page.get_by_role("button", name="Download").click()
    page.get_by_role("button", name="This month").click()
    take(page, f"month_{suffix}")


def main() -> None:
    """Take all pictures; each desk begins its job anew."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for width in (1_280, 1_920):
            for theme in ("light", "dark"):
                with (
                    TemporaryDirectory() as folder,
                    served(Path(folder) / "acme") as (_, address),
                    opened(browser, address, width, theme) as page,
                ):
                    pictures(page, f"{width}_{theme}")


if __name__ == "__main__":
    main()
