"""How the desk's grid feels: scrolling through 50,000 rows, and edits among 5,000. Writes bench/desk.md.

    python bench/desk.py

Voila serves the notebook, Chromium is the analyst. Long tasks, over 50 ms, are those that the browser itself counts
while rows go by: other work on the machine makes them longer, the processor time of the page's thread says how much
of it is ours. An edit is timed in the page, from the key to the frame in which its cell shows the new text, and to the
one in which the count of rows has changed.
"""

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.chromium import CHROMIUM, QUIET  # noqa: E402 -- run from anywhere
from tests.desk.served import served  # noqa: E402 -- run from anywhere
from tests.desk.test_desk_browser import choose  # noqa: E402 -- run from anywhere

SCROLLED, EDITED = 50_000, 5_000
EDITS = 7
PATIENCE = 60_000

#: Counts long tasks from now on.
WATCH = """() => {
  window.long = [];
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask" });
}"""

#: Goes through the rows frame by frame, then from place to place as a scrollbar does; gives the milliseconds a frame.
SCROLL = """async () => {
  const holder = document.querySelector(".tabulator-tableholder");
  const frame = () => new Promise(requestAnimationFrame);
  const frames = [];
  let before = performance.now();
  for (let step = 0; step < 600; step += 1) {
    if (step < 400) holder.scrollTop += 120;
    else holder.scrollTop = (holder.scrollHeight / 200) * ((step * 37) % 200);
    await frame();
    frames.push(performance.now() - before);
    before = performance.now();
  }
  return frames;
}"""

#: Waits for Enter in the grid, then until a cell shows the text, and until the number of rows on screen is another one;
#: gives the milliseconds of both.
TIMED = """(text) => {
  const count = document.querySelector(".kc-count");
  window.edited = new Promise((done) => {
    document.addEventListener("keydown", function began(event) {
      if (event.key !== "Enter" || event.target.className !== "kc-input") return;
      document.removeEventListener("keydown", began, true);
      const start = performance.now();
      let shown;
      const look = () => {
        const cells = [...document.querySelectorAll(".tabulator-cell")];
        if (cells.some((one) => one.textContent.includes(text))) shown = performance.now() - start;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      new MutationObserver((_, watching) => {
        watching.disconnect();
        requestAnimationFrame(() => done([shown, performance.now() - start]));
      }).observe(count, { childList: true, characterData: true, subtree: true });
    }, true);
  });
}"""


def people(rows: int, broken: int) -> bytes:
    """Get an export of so many people, the first ones with an incomplete address."""
    lines = (
        f"First{_letters(n)};Last{_letters(n * 7)};p{n}@example{'' if n < broken else '.com'};{n:06};Brno"
        for n in range(rows)
    )
    return "\n".join(["First Name;Last Name;E-mail;Employee ID;Location", *lines, ""]).encode()


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


@contextmanager
def desk(browser: Browser, export: bytes) -> Iterator[Page]:
    """Open a desk of a new job at Check, with an export read."""
    with TemporaryDirectory() as folder, served(Path(folder) / "job") as (_, address):
        page = browser.new_page(viewport={"width": 1_280, "height": 1_100})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        _go_to_rows(page, export)
        yield page
        page.close()


def _go_to_rows(page: Page, export: bytes) -> None:
    choose(page, "people.csv", export)
    page.locator(".kc-foot", has_text=" rows = ").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="4 Check").click()
    # Pairs stand side by side: the rows of all are behind them.
    rows = page.get_by_role("grid").locator("[role=row]").nth(3)
    as_list = page.get_by_role("button", name="Show the rows as a list")
    rows.or_(as_list).first.wait_for(timeout=PATIENCE)
    if as_list.is_visible():
        as_list.click()
    rows.wait_for(timeout=PATIENCE)


def scrolling(page: Page) -> str:
    """Get how it goes through all rows."""
    page.locator(".kc-kinds-pills").get_by_role("button", name="Everything").click()
    page.locator(".kc-count", has_text=f"{SCROLLED:,} rows").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(2_000)
    page.evaluate(WATCH)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy(session)
    frames = sorted(page.evaluate(SCROLL))
    busy = (_busy(session) - before) / len(frames)
    page.wait_for_timeout(1_000)
    long = page.evaluate("window.long")
    drawn = page.locator(".tabulator-row").count()
    middle, late = frames[len(frames) // 2], frames[int(len(frames) * 0.95)]
    worst = f", the longest {max(long):.0f} ms" if long else ""
    return (
        f"- {SCROLLED:,} rows: {len(long)} long tasks over 50 ms in {len(frames)} frames of scrolling{worst}; "
        f"a frame {middle:.1f} ms (median), {late:.1f} ms (95 of 100), "
        f"{busy:.1f} ms of the page's thread; {drawn} rows in the page."
    )


def _busy(session: CDPSession) -> float:
    """Get the processor time of the page's thread since its counting began, in milliseconds."""
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1_000


def editing(page: Page) -> str:
    """Get how long an edit takes until it is on screen, and until it is counted there."""
    took = []
    grid = page.get_by_role("grid")
    for number in range(EDITS):
        grid.focus()
        for key in ("Control+Home", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"):
            page.keyboard.press(key)
        text = f"right{number}@example.com"
        page.locator(".kc-input").fill(text)
        page.evaluate(TIMED, text)
        page.keyboard.press("Enter")
        took.append(page.evaluate("window.edited"))
        page.wait_for_timeout(1_500)
    shown, counted = (
        f"{statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})" for times in zip(*took, strict=True)
    )
    return f"- {EDITED:,} rows: an edit is on screen after {shown}, and counted after {counted}; medians of {EDITS}."


def main() -> None:
    """Measure, print and write the figures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        with desk(browser, people(EDITED, EDITS + 3)) as page:
            edits = editing(page)
        with desk(browser, people(SCROLLED, 3)) as page:
            scrolls = scrolling(page)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    head = f"Written by `python bench/desk.py`; one run, {os.cpu_count()} cores, load of {load:.1f} a core at its end."
    said = f"# The desk's grid, measured\n\n{head}\n\n{scrolls}\n{edits}\n"
    ROOT.joinpath("bench", "desk.md").write_text(said, encoding="utf-8")
    print(said)


if __name__ == "__main__":
    main()
