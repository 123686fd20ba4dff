"""The desk in JupyterLab, started plainly: with none of our configuration, as the analyst's own is."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import Browser, Error, Page
from psutil import Process

from tests.chromium import PATIENCE
from tests.desk.scenario import NOTE_THE_MOUSE, Analyst
from tests.desk.served import on_day

#: What JupyterLab would ask of other hosts by itself is turned off; its limits are its own.
_QUIET = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}


@contextmanager
def lab(notebook: Path, job: Path) -> Iterator[str]:
    """Serve the folder of a notebook with JupyterLab, for a job, and get the notebook's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = Path(mkdtemp())
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--port-retries=0", "--allow-root"]
    with (
        (home / "log").open("w") as log,
        subprocess.Popen(  # noqa: S603 - our own server
            [*command, "--IdentityProvider.token=", f"--ServerApp.root_dir={notebook.parent}"],
            env={**os.environ, "HOME": f"{home}", "KEYCAFE_JOB": f"{job}", "JUPYTER_CONFIG_PATH": f"{_quiet(home)}"},
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            yield f"http://127.0.0.1:{port}/lab/tree/{notebook.name}?reset"
        finally:
            # Asked to end, it would ask its kernels first, and wait for them.
            for process in (*Process(server.pid).children(recursive=True), server):
                process.kill()


@contextmanager
def desk_in_lab(day: date, browser: Browser, job: Path) -> Iterator[Analyst]:
    """Open the desk of a job on a day in JupyterLab, and run its cells."""
    with lab(on_day(day, Path(mkdtemp())), job) as address:
        page = browser.new_page(viewport={"width": 1_280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.add_init_script(NOTE_THE_MOUSE)
        open_notebook(page, address)
        analyst = Analyst(page)
        analyst.within = ".kc-both"
        yield analyst
        page.close()


def open_notebook(page: Page, address: str) -> None:
    """Open a notebook once the server is there, run all its cells, and wait until the desk is there."""
    until = time.monotonic() + PATIENCE / 1_000
    while time.monotonic() < until:
        try:
            page.goto(address)
            break
        except Error:
            page.wait_for_timeout(500)
    # What is run before its kernel is there is lost.
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    page.get_by_role("button", name="Choose a file").locator("visible=true").wait_for()


def _quiet(home: Path) -> Path:
    folder = home / "quiet" / "labconfig"
    folder.mkdir(parents=True)
    (folder / "page_config.json").write_text(json.dumps(_QUIET), encoding="utf-8")
    return folder.parent
