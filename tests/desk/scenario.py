"""The desk as the acceptance scenarios go through it: every gesture is counted, things are found by role and name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.axe import serious_faults
from tests.chromium import PATIENCE
from tests.desk.served import drop, on_day, served
from tests.job.two_months import Months, months

#: The day on which November's file comes.
FIRST_DAY = date(2026, 11, 3)

#: What is below every step while nothing is decided.
UNDECIDED = "3,824 rows = 3,226 ready + 42 waiting for you + 12 combined + 540 left out + 4 not people"

#: Words that would read as something else (desk.md, "Words"): no step shows one of them.
NOT_ON_SCREEN = (
    *(
        "recipe",
        "finding",
        "severity",
        "rejected",
        "merged",
        "merger",
        "survivor",
        "junk",
        "left_out",
        "held",
        "ledger",
    ),
    *("quota", "batch", "manifest", "bytes", "mock", "score", "confidence", "conflict", "guarded", "fingerprint"),
    *("normalise", "normalised", "encoding", "header row", "atomic", "row policy", "replay", "known"),
)

#: The button that lets a file be chosen, before and after there is one.
_CHOOSE = re.compile("^Choose (a|another) file")

#: No control is further away than so many.
_MOST_TABS = 80

#: A button that is pressed by keyboard is clicked too, by no pointer: `detail` is 0 then.
NOTE_THE_MOUSE = """
    window.mouse = [];
    const note = (event) => {
        if (event.isTrusted && (event.type !== "click" || event.detail)) window.mouse.push(event.type);
    };
    for (const type of ["mousedown", "mouseup", "mousemove", "pointerdown", "pointermove", "wheel", "click"])
        window.addEventListener(type, note, { capture: true, passive: true });
"""


@cache
def made() -> Months:
    """Make both months once for all scenarios."""
    return months()


@contextmanager
def desk_on(
    day: date, browser: Browser, job: Path, *, by_keyboard: bool = False, home: Path | None = None
) -> Iterator["Analyst"]:
    """Open the desk of a job on a day, at 1,280 pixels; every event of a mouse is noted in the page's `mouse`."""
    with served(job, on_day(day, Path(mkdtemp())), where={"HOME": f"{home}"} if home else None) as (_, address):
        page = browser.new_page(viewport={"width": 1_280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.add_init_script(NOTE_THE_MOUSE)
        page.goto(address)
        yield Analyst(page, by_keyboard=by_keyboard)
        page.close()


class Analyst:
    """Somebody at the desk: `gestures` and `typed` list what was done, and what was typed or pasted.

    `seen` and `faults` have what was to be read at each step that was looked at, and what axe-core found serious there,
    `within` an element: the whole page, or the desk alone where others have made what is around it.
    """

    def __init__(self, page: Page, *, by_keyboard: bool = False) -> None:
        self.page = page
        self.gestures: list[str] = []
        self.typed: list[str] = []
        self.seen: dict[str, str] = {}
        self.faults: dict[str, list[str]] = {}
        self.within = "html"
        self._by_keyboard = by_keyboard

    def press(self, name: str, *, exact: bool = False) -> None:
        """Press the button of a name."""
        self._use(name, self.button(name, exact=exact))

    def _use(self, name: str, button: Locator) -> None:
        self.gestures.append(name)
        if self._by_keyboard:
            button.press("Enter")
        else:
            button.click()

    def button(self, name: str, *, exact: bool = False) -> Locator:
        """Get the button of a name that can be seen."""
        return self.page.get_by_role("button", name=name, exact=exact).locator("visible=true")

    def choose(self, name: str, content: bytes) -> None:
        """Drop a file on the page, or choose it by keyboard."""
        if not self._by_keyboard:
            self.gestures.append(f"drop {name}")
            drop(self.page, {name: content})
            return
        button = self.page.get_by_role("button", name=_CHOOSE).locator("visible=true")
        with self.page.expect_file_chooser() as chooser:
            self._use("Choose a file", button)
        chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})

    def fill(self, role: str, name: str, text: str) -> None:
        """Type or paste a value."""
        self.gestures.append(name)
        self.typed.append(text)
        self.page.get_by_role(role, name=name).locator("visible=true").fill(text)  # type: ignore[arg-type]

    def look(self, step: str) -> str:
        """Get everything that can be read on the page; that is kept by step, with what axe-core finds there."""
        self.seen[step] = self.page.locator(".kc-desk").first.inner_text()
        self.faults[step] = serious_faults(self.page, self.within)
        return self.seen[step]

    def footer(self) -> str:
        """Get the line that adds up."""
        return self.page.locator(".kc-foot .kc-equation").inner_text()

    def expect_footer(self, text: str) -> None:
        """Wait until the line adds up so."""
        expect(self.page.locator(".kc-foot .kc-equation")).to_have_text(text, timeout=PATIENCE)

    def expect_step(self, name: str) -> None:
        """Wait until a step is open: its heading has the focus."""
        expect(self.page.get_by_role("heading", name=name, exact=True)).to_be_focused(timeout=PATIENCE)

    def say_who_is_in_keycafe(self) -> None:
        """Say that 120 are in Keycafe, and who: two values."""
        self.press("Somebody is")
        self.fill("spinbutton", "Used this month", "120")
        self.fill("textbox", "Who is in Keycafe already", made().known.decode())
        self.press("Save", exact=True)
        self.expect_footer(UNDECIDED)

    def tab_to(self, selector: str) -> None:
        """Press Tab until the focus is on, or in, what a selector finds."""
        for _ in range(_MOST_TABS):
            if self.page.evaluate("(selector) => Boolean(document.activeElement.closest(selector))", selector):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{selector} is not to be reached by Tab")

    def tab_to_button(self, name: str) -> None:
        """Press Tab until the focus is on a button whose name begins so."""
        for _ in range(_MOST_TABS):
            if self.focused().startswith(f"BUTTON {name}"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the button {name} is not to be reached by Tab")

    def focused(self) -> str:
        """Get what has the focus: its tag and its text."""
        said: str = self.page.evaluate("`${document.activeElement.tagName} ${document.activeElement.innerText ?? ''}`")
        return said


def kept(job: Path, *names: str) -> dict[str, bytes | None]:
    """Get the bytes of files of a job; None: there is no such file."""
    return {name: (job / name).read_bytes() if (job / name).exists() else None for name in names}
