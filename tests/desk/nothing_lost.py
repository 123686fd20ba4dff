"""Everything that can go wrong at the desk in a session over November, as scenario S5 goes through it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl
import psutil
from playwright.sync_api import Browser, Page, Request, WebSocket, expect
from psutil import Process, wait_procs

from keycafe_clean.client import KeycafeClient
from keycafe_clean.job import JobFolder
from keycafe_clean.mock import MockKeycafe
from tests.chromium import PATIENCE
from tests.desk.faulty import set_faults, with_faults
from tests.desk.scenario import FIRST_DAY, UNDECIDED, Analyst, made
from tests.desk.served import kernels, on_day, served
from tests.job.november import NOVEMBER

#: The steps, as the rail names them.
STEPS = ("File", "Columns", "People", "Check", "Plan", "Hand over")

#: Each fault of the mock (`Faults`).
FAULTS: dict[str, dict[str, object]] = {
    "is slow": {"slow_seconds": 0.1},
    "fails": {"refusals": ["error.unknown"]},
    "is asked too often": {"refusals": ["request.tooMany"]},
    "counts requests": {"rate_limit": True},
    "breaks off before it has the file": {"drop": "before commit"},
    "breaks off once it has the file": {"drop": "after commit"},
    "dies at a row": {"crash_at_row": 400},
}

#: So slow is a practice that is to be killed.
_SLOW = 5

#: On a full disk a file has room for so many bytes: what is decided fits, a month does not.
_ROOM = 100_000

#: What a practice is said to be while it goes on, and its button.
_BUSY, _PRACTISE, _DOWNLOAD = "Practising the import", "Practise with this file", "Download 2026-11_"


@dataclass(frozen=True)
class Seen:
    """What was to be seen after something went wrong: what the desk said, the line that adds up, how many months."""

    said: str
    footer: str
    months: int


@dataclass
class Story:
    """What was seen in the sessions, and what is left of them in `place`."""

    place: Path
    after: dict[str, Seen] = field(default_factory=dict)
    steps: dict[str, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    notebook: tuple[bytes, bytes] = (b"", b"")
    around_the_full_disk: list[list[str]] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)
    left_running: list[Process] = field(default_factory=list)
    too_old: Seen | None = None
    answers: list[str] = field(default_factory=list)
    received: tuple[int, int, int] = (-1, -1, -1)

    @property
    def job(self) -> Path:
        """Get the folder of the job."""
        return self.place / "job"

    @property
    def copy(self) -> Path:
        """Get the folder of the job as it was before it was handed over."""
        return self.place / "copy"

    @property
    def where(self) -> dict[str, str]:
        """Get where everything is that is kept outside of the job."""
        return {"HOME": f"{self.place / 'home'}", "TMPDIR": f"{self.place / 'temporary'}"}


def nothing_lost(browser: Browser, place: Path) -> Story:
    """Go through everything in a place that is empty before."""
    seen = Story(place)
    for folder in ("home", "temporary", "later"):
        (place / folder).mkdir()
    with (
        MockKeycafe(today=FIRST_DAY) as other,
        KeycafeClient(other.url, other.email, other.token) as keycafe,
    ):
        _november(browser, seen)
        _too_late(browser, seen)
        seen.received = len(keycafe.imports()), keycafe.limit().used, len(keycafe.outbox())
    return seen


def _november(browser: Browser, seen: Story) -> None:
    """Go on the third of November from the file to the download, whatever comes between."""
    switch = seen.place / "faults.json"
    notebook = with_faults(on_day(FIRST_DAY, seen.place), switch)
    before = notebook.read_bytes()
    with served(seen.job, notebook, where=seen.where, said=seen.log) as (server, address), _page(browser, seen) as page:
        page.goto(address)
        analyst = Analyst(page)
        _choose(analyst, seen)
        _reload(analyst, seen)
        _open_twice(analyst, seen, address)
        _meet_faults(analyst, seen, switch)
        _note_hosts(seen, server)
        _kill(analyst, seen, switch, server)
        _fill_the_disk(analyst, seen, server)
        shutil.copytree(seen.job, seen.copy)
        with page.expect_download():
            analyst.press(_DOWNLOAD)
        page.reload()
        expect(page.get_by_text("880 not answered yet").locator("visible=true")).to_be_visible(timeout=PATIENCE)
        _note_hosts(seen, server)
    seen.notebook = before, notebook.read_bytes()
    (month,) = JobFolder(seen.job).months()
    seen.answers += month.lines.filter(pl.col("sent").is_not_null()).get_column("answer").to_list()


@contextmanager
def _page(browser: Browser, seen: Story) -> Iterator[Page]:
    """Get a page of 1,280 pixels; whatever it asks, and all that are opened beside it, is noted."""

    def note(asked: Request | WebSocket) -> None:
        seen.urls.append(asked.url)

    with browser.new_context(viewport={"width": 1_280, "height": 900}) as context:
        context.set_default_timeout(PATIENCE)
        context.on("request", note)
        context.on("page", lambda page: page.on("websocket", note))
        yield context.new_page()


def _choose(analyst: Analyst, seen: Story) -> None:
    """Choose the export with twelve megabytes of remarks, and then as it is."""
    analyst.choose(f"large_{NOVEMBER}", _large(made().november))
    analyst.expect_step("People")
    analyst.say_who_is_in_keycafe()
    _after(analyst, seen, "a large file")
    analyst.press("1 File")
    analyst.expect_step("File")
    analyst.choose(NOVEMBER, made().november)
    analyst.expect_step("People")


def _reload(analyst: Analyst, seen: Story) -> None:
    """Load the page anew at every step."""
    for number, step in enumerate(STEPS, 1):
        analyst.press(f"{number} {step}")
        analyst.expect_step(step)
        _again(analyst)
        seen.steps[step] = (
            analyst.page.locator(".kc-panel h2, .kc-panel [role=heading]").locator("visible=true").first.inner_text()
        )
        _after(analyst, seen, f"a reload at {step}")


def _again(analyst: Analyst) -> None:
    analyst.page.reload()
    analyst.expect_footer(UNDECIDED)
    expect(analyst.page.get_by_text("Going on where you were")).not_to_be_visible(timeout=PATIENCE)


def _open_twice(analyst: Analyst, seen: Story, address: str) -> None:
    """Open the desk in a second tab, look at what waits there, and try to hand the month over."""
    second = Analyst(analyst.page.context.new_page())
    second.page.goto(address)
    second.expect_footer(UNDECIDED)
    second.press("4 Check")
    second.expect_step("Check")
    second.press("6 Hand over")
    second.expect_step("Hand over")
    second.press(_DOWNLOAD)
    busy = second.page.get_by_text("Going on where you were")
    expect(busy).to_be_visible(timeout=PATIENCE)
    expect(busy).not_to_be_visible(timeout=PATIENCE)
    _after(second, seen, "a second tab")
    _close(second.page)


def _close(page: Page) -> None:
    page.goto("about:blank")
    page.close()


def _meet_faults(analyst: Analyst, seen: Story, switch: Path) -> None:
    """Practise once with each fault."""
    busy = analyst.page.get_by_text(_BUSY)
    for name, fault in FAULTS.items():
        set_faults(switch, **fault)
        analyst.press(_PRACTISE)
        expect(busy).to_be_visible(timeout=PATIENCE)
        expect(busy).not_to_be_visible(timeout=2 * PATIENCE)
        done = analyst.page.get_by_text("Practice: 8")
        _after(analyst, seen, f"a Keycafe that {name}", done.inner_text() if done.is_visible() else "")


def _kill(analyst: Analyst, seen: Story, switch: Path, server: Process) -> None:
    """Kill the kernel while it practises, and go on as the page says."""
    set_faults(switch, slow_seconds=_SLOW)
    analyst.press(_PRACTISE)
    expect(analyst.page.get_by_text(_BUSY)).to_be_visible(timeout=PATIENCE)
    (kernel,) = kernels(server)
    kernel.kill()
    stopped = analyst.page.get_by_role("status").filter(has_text="The desk has stopped.")
    expect(stopped).to_be_focused(timeout=PATIENCE)
    said = stopped.inner_text()
    with analyst.page.expect_navigation():
        analyst.press("Start the desk")
    analyst.expect_footer(UNDECIDED)
    # The server begins a kernel anew that died: that one ends with the page that it had.
    *before, _ = sorted(kernels(server), key=Process.create_time)
    seen.left_running += wait_procs(before, timeout=PATIENCE / 1_000)[1]
    _after(analyst, seen, "a kernel that was killed", said)
    seen.left_behind += [path.name for path in (seen.place / "temporary").glob("keycafe-*")]
    set_faults(switch)


def _fill_the_disk(analyst: Analyst, seen: Story, server: Process) -> None:
    """Try to hand the month over while its files have no room."""
    (kernel,) = kernels(server)
    room = kernel.rlimit(psutil.RLIMIT_FSIZE)
    seen.around_the_full_disk.append(_names(seen.job))
    kernel.rlimit(psutil.RLIMIT_FSIZE, (_ROOM, room[1]))
    analyst.press(_DOWNLOAD)
    expect(analyst.page.get_by_role("status").filter(has_text="cannot be written")).to_be_focused(timeout=PATIENCE)
    kernel.rlimit(psutil.RLIMIT_FSIZE, room)
    _after(analyst, seen, "a full disk")
    seen.around_the_full_disk.append(_names(seen.job))


def _too_late(browser: Browser, seen: Story) -> None:
    """Try to hand the month over on the twentieth of November, with the file of the third."""
    notebook = on_day(date(2026, 11, 20), seen.place / "later")
    with served(seen.copy, notebook, where=seen.where, said=seen.log) as (_, address), _page(browser, seen) as page:
        page.goto(address)
        analyst = Analyst(page)
        analyst.expect_footer(UNDECIDED)
        analyst.press(_DOWNLOAD)
        asks = page.get_by_role("status").filter(has_text="fresh export")
        expect(asks).to_be_focused(timeout=PATIENCE)
        seen.too_old = Seen(asks.inner_text(), analyst.footer(), len(JobFolder(seen.copy).months()))


def _after(analyst: Analyst, seen: Story, what: str, said: str = "") -> None:
    status = analyst.page.locator(".kc-desk [role=status]").first.text_content() or ""
    seen.after[what] = Seen(said or status, analyst.footer(), len(JobFolder(seen.job).months()))


def _note_hosts(seen: Story, server: Process) -> None:
    """Note every address that the server or a kernel listens on, or is connected with."""
    for process in (server, *server.children(recursive=True)):
        for connection in process.net_connections(kind="inet"):
            seen.hosts.update(end.ip for end in (connection.laddr, connection.raddr) if end)


def _names(folder: Path) -> list[str]:
    return sorted(f"{path.relative_to(folder)}" for path in folder.rglob("*"))


def _large(export: bytes) -> bytes:
    """Get an export of more than twelve megabytes, with the same people: each has a remark, and a long one."""
    header, *rows = export.decode().splitlines()
    remark = "x" * 3_200
    lines = [f"{row};{'Remarks' if row == header else remark if row[0].isdigit() else ''}" for row in [header, *rows]]
    return "\r\n".join([*lines, ""]).encode()
