"""How long a page of the desk takes until its first step can be used, in turn with a notebook that has one button.

    python -m bench.speed.inside.desk_opened FOLDER RUNS

One server each, with the template and the settings of the desk; the page, and with it the kernel, is opened anew each
time. The first page of each server warms up. Prints the seconds that passed, and the processor seconds of server and
kernel.
"""

import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, sync_playwright
from psutil import NoSuchProcess, Process

from tests.chromium import CHROMIUM, PATIENCE, QUIET
from tests.desk.served import NOTEBOOK, served

#: The first thing that one does at the desk is to choose a file.
_BUTTON = "Choose"
_EMPTY = f'import ipywidgets as widgets\n\nwidgets.Button(description="{_BUTTON}")'


def empty_notebook(folder: Path) -> Path:
    """Write a notebook that shows a button and does nothing."""
    path = folder / "empty.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(_EMPTY)], metadata=nbformat.read(NOTEBOOK, 4).metadata), path)
    return path


def opened(browser: Browser, server: Process, address: str) -> tuple[float, float]:
    """Get the seconds until the button can be pressed, and the processor seconds that went into it."""
    page = browser.new_page(viewport={"width": 1_280, "height": 900})
    before, start = _processor(server), time.perf_counter()
    page.goto(address, timeout=PATIENCE)
    page.get_by_role("button", name=_BUTTON).first.click(timeout=PATIENCE, trial=True)
    passed, used = time.perf_counter() - start, _processor(server) - before
    page.close()
    return passed, used


def _processor(server: Process) -> float:
    """Get the processor seconds of a server and of all its kernels, those that have ended too."""
    total = 0.0
    for one in (server, *server.children(recursive=True)):
        try:
            times = one.cpu_times()
        except NoSuchProcess:
            continue
        total += times.user + times.system
    ended = server.cpu_times()
    return float(total + ended.children_user + ended.children_system)


def main(folder: Path, runs: int) -> None:
    """Open pages of both in turn, and print what it took."""
    with ExitStack() as ends:
        browser = ends.enter_context(sync_playwright()).chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        sides = {
            "ours": ends.enter_context(served(folder / "job")),
            "theirs": ends.enter_context(served(folder / "job", empty_notebook(folder))),
        }
        told: dict[str, dict[str, list[float]]] = {side: {"seconds": [], "processor": []} for side in sides}
        for number in range(runs + 1):
            for side, (server, address) in sides.items():
                costs = opened(browser, server, address)
                if number:
                    for kind, cost in zip(("seconds", "processor"), costs, strict=True):
                        told[side][kind].append(cost)
        browser.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
