"""Every step of the desk for whoever hears it, uses a keyboard alone or likes it dark (WCAG 2.2 AA)."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import needs_axe, serious_faults
from tests.chromium import PATIENCE
from tests.desk.served import served
from tests.desk.steps import STEPS, every_step

pytestmark = pytest.mark.browser

THEMES = ("light", "dark")

#: The landmarks of the page, and the step that the rail says is open.
_LANDMARKS = """() => [
    [...document.querySelectorAll("main, [role=main]")].filter((one) => one.querySelector(".kc-desk")).length,
    document.querySelectorAll("nav[aria-label]").length,
    document.querySelectorAll("[role=search]").length,
]"""
_CURRENT = "() => [...document.querySelectorAll('[aria-current=step]')].map((one) => one.textContent)"

#: Controls under 24 pixels, each as one line; a box with a label is as large as both, a link in a line as its line.
_SMALL = """() => {
    const controls = ["button", "input", "select", "textarea", "a"].map((name) => `.kc-desk ${name}`);
    const shown = [...document.querySelectorAll(controls.join())]
        .filter((one) => one.checkVisibility() && one.type !== "file" && getComputedStyle(one).opacity !== "0");
    return shown.flatMap((one) => {
        const box = (one.closest("label") ?? one).getBoundingClientRect();
        const isLarge = box.width >= 24 && box.height >= 24;
        return isLarge ? [] : [`${box.width} x ${box.height}: ${one.outerHTML.slice(0, 120)}`];
    });
}"""

#: Whether what has the focus is behind the foot, as one line; null: all of it can be seen.
_HIDDEN = """() => {
    const on = document.activeElement;
    const foot = document.querySelector(".kc-foot");
    if (!on.closest(".kc-desk") || on.closest(".kc-foot")) return null;
    const [box, bar] = [on.getBoundingClientRect(), foot.getBoundingClientRect()];
    return box.top >= bar.top - 1 || box.bottom <= 0 ? on.outerHTML.slice(0, 120) : null;
}"""

#: No step has more controls.
_MOST_TABS = 90


class Walk:
    """A way through the desk in one theme: what was found at each step, what the console said, who was asked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.hosts: set[str] = set()
        self.found: dict[str, dict[str, list[object]]] = {}
        page.on("console", lambda said: self.said.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(f"{error}"))
        page.on("request", lambda asked: self.hosts.add(urlsplit(asked.url).hostname or ""))

    def look(self, step: str) -> None:
        """Keep what is found at a step."""
        self.found[step] = {
            "landmarks": self.page.evaluate(_LANDMARKS),
            "current": self.page.evaluate(_CURRENT),
            "small": self.page.evaluate(_SMALL),
            "faults": serious_faults(self.page, ".kc-desk"),
            "hidden": list(self._hidden()),
        }

    def _hidden(self) -> Iterator[str]:
        """Yield what is behind the foot while it has the focus, from the first control to the last."""
        self.page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            if hidden := self.page.evaluate(_HIDDEN):
                yield hidden


@pytest.fixture(scope="module", params=THEMES)
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Walk]:
    """Go through all steps once, light and dark, on a page that is low enough to be scrolled."""
    with served(tmp_path_factory.mktemp("everybody") / "acme") as (_, address):
        page = browser.new_page(viewport={"width": 1_280, "height": 600})
        page.set_default_timeout(PATIENCE)
        walk = Walk(page)
        page.goto(f"{address}?theme={request.param}")
        for step in every_step(page):
            walk.look(step)
        yield walk
        page.close()


@pytest.mark.parametrize("step", STEPS)
def test_landmarks(walk: Walk, step: str) -> None:
    """One for the desk, one for its steps, one for finding somebody; which step is open is said."""
    opened = {"first": "File", "question": "Check", "rows": "Check"}.get(step, step)

    assert walk.found[step]["landmarks"] == [1, 1, 1]
    (current,) = walk.found[step]["current"]
    assert opened in f"{current}"


@pytest.mark.parametrize("step", STEPS)
def test_targets_are_large_enough(walk: Walk, step: str) -> None:
    """24 pixels each way."""
    assert walk.found[step]["small"] == []


@pytest.mark.parametrize("step", STEPS)
def test_focus_is_never_behind_the_foot(walk: Walk, step: str) -> None:
    """Wherever Tab comes to, it is to be seen."""
    assert walk.found[step]["hidden"] == []


@needs_axe
@pytest.mark.parametrize("step", STEPS)
def test_nothing_serious(walk: Walk, step: str) -> None:
    """Contrast too, light and dark."""
    assert walk.found[step]["faults"] == []


def test_no_errors_and_no_other_host(walk: Walk) -> None:
    """The console is silent, and nothing leaves this computer."""
    assert (walk.said, walk.hosts - {"", "127.0.0.1"}) == ([], set())
