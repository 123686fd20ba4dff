"""A server that was killed, or ended with Ctrl+C, while its page is open: the page says so, and what to do."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from psutil import wait_procs

from tests.chromium import PATIENCE
from tests.desk.desks import EQUATION, EXPORT
from tests.desk.served import drop, kernels, served

pytestmark = pytest.mark.browser

#: So long may a page take to notice, in milliseconds.
SOON = 20_000


@contextmanager
def desk_of(job: Path, page: Page) -> Iterator["subprocess.Popen[str]"]:
    """Open the desk of a job by its command, and get the server."""
    command = [sys.executable, "-m", "keycafe_clean", "desk", f"{job}", "--no-browser", "--port=18906"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as desk:  # noqa: S603 - ours
        assert desk.stdout
        try:
            page.goto(desk.stdout.readline().removeprefix("The desk opens: ").strip())
            yield desk
        finally:
            desk.kill()


@pytest.mark.parametrize("how", ["SIGKILL", "SIGINT"])
def test_a_server_that_stopped_is_said(browser: Browser, tmp_path: Path, how: str) -> None:
    """Within seconds, with the command that starts it; then it goes on where the analyst was."""
    page, job = browser.new_page(), tmp_path / "job"
    page.set_default_timeout(PATIENCE)
    with desk_of(job, page) as desk:
        drop(page, {"workers.csv": EXPORT})
        page.locator(".kc-foot", has_text=EQUATION).wait_for(timeout=PATIENCE)
        page.get_by_role("button", name="4 Check").click()
        expect(page.get_by_role("heading", name="Check", exact=True)).to_be_focused(timeout=PATIENCE)

        desk.send_signal(getattr(signal, how))

        said = page.get_by_role("status").filter(has_text="The desk has stopped")
        expect(said).to_have_text(
            "The desk has stopped, and so has the server behind this page. Nothing is lost: it goes on where you "
            f"were. Close this page, and open the desk again with: keycafe-clean desk {job}",
            timeout=SOON,
        )
        expect(said).to_be_focused()
        expect(page.get_by_role("button")).to_have_count(0)
    with desk_of(job, page):
        expect(page.locator(".kc-foot", has_text=EQUATION)).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_role("heading", name="Check", exact=True)).to_be_visible()
        page.close()


def test_a_server_that_ends_after_its_kernel_is_said_as_well(browser: Browser, tmp_path: Path) -> None:
    """The button that would start the desk is there no more."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    with served(tmp_path / "job") as (server, address):
        page.goto(address)
        page.get_by_role("button", name="Choose").wait_for()
        begun = kernels(server)
        begun[0].kill()
        start = page.get_by_role("button", name="Start the desk")
        start.wait_for()

        server.kill()
        wait_procs(begun, timeout=10)

        expect(page.get_by_role("status").filter(has_text="and so has the server")).to_be_focused(timeout=SOON)
        expect(start).to_have_count(0)
    page.close()
