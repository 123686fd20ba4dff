"""The desk, served to a browser."""

import os
import socket
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page
from psutil import Process

_ROOT = Path(__file__).resolve().parents[2]

#: The desk as it is shipped.
NOTEBOOK = _ROOT / "notebooks" / "import_desk.ipynb"

#: Drops files on an element with the browser's own `DataTransfer`; false where the browser would open them itself.
_DROP = """
    async (element, files) => {
        const given = new DataTransfer();
        for (const { name, bytes } of files) {
            const content = await (await fetch(`data:;base64,${bytes}`)).blob();
            given.items.add(new File([content], name));
        }
        const told = { dataTransfer: given, bubbles: true, cancelable: true };
        element.dispatchEvent(new DragEvent("dragover", told));
        return !element.dispatchEvent(new DragEvent("drop", told));
    }
"""


@contextmanager
def served(
    job: Path, notebook: Path = NOTEBOOK, *, where: Mapping[str, str] | None = None, said: list[str] | None = None
) -> Iterator[tuple[Process, str]]:
    """Serve a notebook, the desk's by default, for a job, on a free port, and get the process and its address.

    `where` is what else its environment says, whose `HOME` for example; every line that the server and its kernels say
    goes to `said`.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", f"{notebook}", "--no-browser", f"--port={port}"]
    with subprocess.Popen(  # noqa: S603 - our own server
        [*command, "--Voila.config_file_paths=notebooks/voila"],
        cwd=_ROOT,
        env={**os.environ, **(where or {}), "KEYCAFE_JOB": f"{job}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as voila:
        assert voila.stdout
        lines = [] if said is None else said
        # Whoever does not listen to all of it lets the server wait for room.
        listening = Thread(target=lambda: lines.extend(voila.stdout or ()), daemon=True)
        try:
            lines.append(next(line for line in voila.stdout if f":{port}" in line))
            listening.start()
            yield Process(voila.pid), f"http://127.0.0.1:{port}/"
            voila.terminate()
            listening.join(timeout=60)  # a kernel that outlives the server holds the pipe open
        finally:  # a test that fails within would wait for it for ever
            voila.terminate()


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file as the analyst does."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose").click()
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})


def drop(page: Page, files: Mapping[str, bytes], place: str = ".kc-drop-box >> visible=true") -> bool:
    """Drop files on a place of the page as the analyst does; tell whether the page took them from the browser."""
    given = [{"name": name, "bytes": b64encode(data).decode()} for name, data in files.items()]
    taken: bool = page.locator(place).first.evaluate(_DROP, given)
    return taken


def drop_path(page: Page, path: Path, place: str = ".kc-drop-box >> visible=true") -> None:
    """Drag a file or a folder of this computer on a place of the page, as the window beside it would."""
    found = page.locator(place).first
    found.evaluate("(element) => element.scrollIntoView({ block: 'center' })")
    box = found.bounding_box()
    assert box
    at = {"x": box["x"] + 20, "y": box["y"] + 10}
    data = {"items": [], "files": [f"{path}"], "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
    browser.detach()


def on_day(day: date, folder: Path) -> Path:
    """Write the desk's notebook into a folder, as it would be on that day."""
    text = NOTEBOOK.read_text(encoding="utf-8")
    written = folder / NOTEBOOK.name
    given = f"from datetime import date\\n\\ndesk = Desk(today=date({day.year}, {day.month}, {day.day}))"
    assert text.count("desk = Desk()") == 1
    written.write_text(text.replace("desk = Desk()", given), encoding="utf-8")
    return written


def kernels(server: Process) -> list[Process]:
    """List the kernels that a server has started."""
    return [child for child in server.children(recursive=True) if "ipykernel" in " ".join(child.cmdline())]
