"""The command that opens the desk, as a process: it serves whoever has its token, and ends with its page."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from psutil import Process, wait_procs

from keycafe_clean.desk.serving import _config
from tests.chromium import PATIENCE

pytestmark = pytest.mark.browser


def test_the_desk_is_there_for_its_token_and_ends_with_its_page(browser: Browser, tmp_path: Path) -> None:
    """Without the token nothing is shown; with its page all of it ends, and there was no warning."""
    command = [sys.executable, "-m", "keycafe_clean", "desk", f"{tmp_path / 'job'}", "--no-browser", "--port=18866"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as desk:  # noqa: S603 - ours
        assert desk.stdout
        address = desk.stdout.readline().removeprefix("The desk opens: ").strip()
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)

        page.goto(address.split("?", maxsplit=1)[0])
        refused = page.get_by_role("button", name="Choose").count()
        page.goto(address)
        page.get_by_role("button", name="Choose").wait_for()
        title, started = page.title(), Process(desk.pid).children(recursive=True)
        page.goto("about:blank")
        page.close()
        out, err = desk.communicate(timeout=PATIENCE / 1_000)

    assert (refused, title, desk.returncode) == (0, "Keycafe import desk", 0)
    assert out.endswith(f"The desk has ended. Open it again with: keycafe-clean desk {tmp_path / 'job'}\n")
    assert err == ""
    assert (started != [], wait_procs(started, timeout=5)[1]) == (True, [])


def test_a_desk_that_is_closed_ends_its_server(browser: Browser, tmp_path: Path) -> None:
    """The page is still there, and says what happened."""
    command = [sys.executable, "-m", "keycafe_clean", "desk", f"{tmp_path / 'job'}", "--no-browser", "--port=18876"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as desk:  # noqa: S603 - ours
        assert desk.stdout
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(desk.stdout.readline().removeprefix("The desk opens: ").strip())
        page.get_by_role("button", name="Close the desk").click()
        desk.communicate(timeout=PATIENCE / 1_000)

        assert page.get_by_text("The desk is closed. Nothing was chosen, and nothing is kept.").is_visible()
        page.close()
    assert desk.returncode == 0


@pytest.mark.parametrize(("stays_open", "seconds"), [(False, 3_600), (True, 0)])
def test_a_desk_that_nobody_uses_ends_unless_it_stays_open(stays_open: bool, seconds: int) -> None:  # noqa: FBT001
    """After an hour; 0 seconds end nothing."""
    config = _config("token", 8866, Path("notebooks"), stays_open=stays_open)

    assert config.MappingKernelManager.cull_idle_timeout == seconds
