"""The desk, served to a browser."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page
from psutil import Process

_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def served(job: Path) -> Iterator[tuple[Process, str]]:
    """Serve the notebook for a job, on a free port, and get the process and its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", "notebooks/import_desk.ipynb", "--no-browser", f"--port={port}"]
    with subprocess.Popen(  # noqa: S603 - our own server
        [*command, "--Voila.config_file_paths=notebooks/voila"],
        cwd=_ROOT,
        env={**os.environ, "KEYCAFE_JOB": f"{job}"},
        stderr=subprocess.PIPE,
        text=True,
    ) as voila:
        assert voila.stderr
        next(line for line in voila.stderr if f":{port}" in line)
        yield Process(voila.pid), f"http://127.0.0.1:{port}/"
        voila.terminate()


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file as the analyst does."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose").click()
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})
