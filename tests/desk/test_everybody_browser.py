"""Every step of the desk for whoever hears it, uses a keyboard alone or likes it dark (WCAG 2.2 AA)."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.axe import needs_axe, serious_faults
from tests.chromium import PATIENCE
from tests.desk.longer import faults
from tests.desk.served import served
from tests.desk.steps import STEPS, every_step
from tests.desk.tabbing import Tabbed, tab_through

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

#: Controls whose name has not the words that are to be read on them; the `i` of a header is a sign.
_MISNAMED = """() => {
    const words = (text) => (text.toLowerCase().match(/[\\p{L}\\p{N}]+/gu) ?? []).join(" ");
    const named = [...document.querySelectorAll(".kc-desk [aria-label]:is(button, input, select, textarea)")]
        .filter((one) => one.checkVisibility() && !one.matches(".kc-open-header"));
    return named
        .filter((one) => !words(one.getAttribute("aria-label")).includes(words(one.innerText)))
        .map((one) => `${one.innerText}: ${one.getAttribute("aria-label")}`);
}"""

#: Fields whose edge is not three times as light or dark as what it stands on.
_FAINT = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const light = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
            .map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (one) => {
        const colour = getComputedStyle(one).backgroundColor;
        return colour === "rgba(0, 0, 0, 0)" ? ground(one.parentElement) : colour;
    };
    const fields = [...document.querySelectorAll(".kc-desk :is(input, select, textarea)")]
        .filter((one) => one.checkVisibility() && !["checkbox", "radio", "file"].includes(one.type));
    return fields.flatMap((one) => {
        const [edge, on] = [light(getComputedStyle(one).borderTopColor), light(ground(one.parentElement))];
        const contrast = (Math.max(edge, on) + 0.05) / (Math.min(edge, on) + 0.05);
        return contrast < 3 ? [`${contrast.toFixed(2)}: ${one.outerHTML.slice(0, 120)}`] : [];
    });
}"""

#: What moves by itself.
_MOVING = "() => document.getAnimations().filter((one) => one.playState === 'running').length"

#: What readers may set (WCAG 1.4.12).
_SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""


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
            "faults": serious_faults(self.page),
            "language": [self.page.evaluate("() => document.documentElement.lang")],
            "misnamed": self.page.evaluate(_MISNAMED),
            "faint": self.page.evaluate(_FAINT),
            "moving": [self.page.evaluate(_MOVING)],
            "tabbed": [tab_through(self.page)],
            "current after": self.page.evaluate(_CURRENT),
            "spaced": self._spaced(),
        }

    def _spaced(self) -> list[object]:
        """List what does not hold once letters, words, lines and paragraphs are further apart."""
        spacing = self.page.add_style_tag(content=_SPACING)
        # Sizes are followed a frame later.
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found: list[object] = [*faults(self.page)]
        spacing.evaluate("(style) => style.remove()")
        return found


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


def tabbed(walk: Walk, step: str) -> Tabbed:
    """Get what was found on the way of Tab through a step."""
    (found,) = walk.found[step]["tabbed"]
    assert isinstance(found, Tabbed)
    return found


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
    assert tabbed(walk, step).hidden == []


@pytest.mark.parametrize("step", STEPS)
def test_focus_is_always_to_be_seen(walk: Walk, step: str) -> None:
    """A line around whatever Tab comes to."""
    assert tabbed(walk, step).unseen == []


@pytest.mark.parametrize("step", STEPS)
def test_tab_leaves_the_desk_and_changes_nothing(walk: Walk, step: str) -> None:
    """Nothing keeps the focus, and no step is opened by it."""
    assert tabbed(walk, step).leaves
    assert walk.found[step]["current after"] == walk.found[step]["current"]


@pytest.mark.parametrize("step", STEPS)
def test_a_name_has_the_words_that_are_read(walk: Walk, step: str) -> None:
    """Whoever speaks to the computer says what stands on a button."""
    assert walk.found[step]["misnamed"] == []


@pytest.mark.parametrize("step", STEPS)
def test_edges_of_fields_are_to_be_seen(walk: Walk, step: str) -> None:
    """Three to one, light and dark."""
    assert walk.found[step]["faint"] == []


@pytest.mark.parametrize("step", STEPS)
def test_texts_may_be_spaced(walk: Walk, step: str) -> None:
    """By as much as WCAG says: nothing is cut off, nothing is wider than the page, nothing stands under the foot."""
    assert walk.found[step]["spaced"] == []


@pytest.mark.parametrize("step", STEPS)
def test_nothing_moves_by_itself(walk: Walk, step: str) -> None:
    """Nothing blinks, scrolls or flashes."""
    assert walk.found[step]["moving"] == [0]


@pytest.mark.parametrize("step", STEPS)
def test_language_is_said(walk: Walk, step: str) -> None:
    """The words of the desk are English."""
    assert walk.found[step]["language"] == ["en"]


@needs_axe
@pytest.mark.parametrize("step", STEPS)
def test_nothing_serious(walk: Walk, step: str) -> None:
    """Contrast too, light and dark."""
    assert walk.found[step]["faults"] == []


def test_no_errors_and_no_other_host(walk: Walk) -> None:
    """The console is silent, and nothing leaves this computer."""
    assert (walk.said, walk.hosts - {"", "127.0.0.1"}) == ([], set())
