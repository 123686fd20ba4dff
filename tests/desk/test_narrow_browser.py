"""Every step of the desk on a narrow page: what stands side by side elsewhere stands below each other."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import PATIENCE
from tests.desk.longer import faults
from tests.desk.served import served
from tests.desk.steps import STEPS, every_step
from tests.desk.tabbing import tab_through

pytestmark = pytest.mark.browser

#: What does not hold on a page, and what is behind its foot.
Found = tuple[list[str], list[str]]

#: A telephone, and what 1,280 pixels are once everything on them is four times as large.
WIDTHS = (390, 320)

#: The same as they are held, and as low as 1,024 pixels are then.
HEIGHTS = {390: 700, 320: 256}


@pytest.fixture(scope="module")
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], Found]]:
    """Get what does not hold, and what is behind the foot while it has the focus, by step and width."""
    with served(tmp_path_factory.mktemp("narrow") / "acme") as (_, address):
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        yield {key: found for step in every_step(page) for key, found in _look(page, step)}
        page.close()


def _look(page: Page, step: str) -> Iterator[tuple[tuple[str, int], Found]]:
    for width in WIDTHS:
        _resize(page, width, 900)
        found = faults(page)
        _resize(page, width, HEIGHTS[width])
        yield (step, width), (found, tab_through(page).hidden)


def _resize(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    # Sizes are followed a frame later.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_wider_than_a_narrow_page(walk: dict[tuple[str, int], Found], step: str, width: int) -> None:
    """Nothing is cut off, names of columns included, and nothing stands under the foot."""
    assert walk[step, width][0] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("step", STEPS)
def test_focus_is_not_behind_the_foot_of_a_narrow_page(
    walk: dict[tuple[str, int], Found], step: str, width: int
) -> None:
    """Wherever Tab comes to, it is to be seen, however high the foot is and however low the page."""
    assert walk[step, width][1] == []
