"""Every step of the desk on a narrow page: what stands side by side elsewhere stands below each other."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import PATIENCE
from tests.desk.longer import faults
from tests.desk.served import served
from tests.desk.steps import STEPS, every_step

pytestmark = pytest.mark.browser

#: A telephone, and what 1,280 pixels are once everything on them is four times as large.
WIDTHS = (390, 320)


@pytest.fixture(scope="module")
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], list[str]]]:
    """Get what does not hold, by step and width."""
    with served(tmp_path_factory.mktemp("narrow") / "acme") as (_, address):
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        yield {key: found for step in every_step(page) for key, found in _look(page, step)}
        page.close()


def _look(page: Page, step: str) -> Iterator[tuple[tuple[str, int], list[str]]]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        # Sizes are followed a frame later.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        yield (step, width), faults(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_wider_than_a_narrow_page(walk: dict[tuple[str, int], list[str]], step: str, width: int) -> None:
    """Nothing is cut off, names of columns included, and nothing stands under the foot."""
    assert walk[step, width] == []
