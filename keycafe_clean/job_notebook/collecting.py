"""A plugin of pytest, in the process that nbval runs in: what every cell has shown goes into a file."""

import json
from collections.abc import Generator
from pathlib import Path
from queue import Empty
from typing import Any

import pytest

#: The option that names the file.
OPTION = "--keycafe-outputs"

#: Seconds between two looks whether a kernel is there still.
_LOOK = 1.0

_CELLS = pytest.StashKey[list[dict[str, Any]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the name of the file."""
    parser.addoption(OPTION, type=Path)


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no cell."""
    config.stash[_CELLS] = []


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Leave HTML out of the comparison: what a browser makes of a table is not what a reader checks."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare = (*collector.skip_compare, "text/html")


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let no cell wait for a kernel that has ended."""
    kernel = getattr(item.parent, "kernel", None)
    if kernel is not None and "get_message" not in vars(kernel):
        heed_its_end(kernel)


def heed_its_end(kernel: Any) -> None:  # noqa: ANN401 - nbval's own, without types
    """Make a kernel of nbval raise RuntimeError once it has ended; nbval waits for it as long as a cell may take."""
    wait = kernel.get_message

    def get_message(stream: str, timeout: float | None = None) -> object:
        """Get the next message, as nbval does."""
        left = timeout
        while left is None or left > _LOOK:
            try:
                return wait(stream, timeout=_LOOK)
            except Empty:
                if not kernel.is_alive():
                    raise RuntimeError("the kernel has ended") from None
                left = None if left is None else left - _LOOK
        return wait(stream, timeout=left)

    kernel.get_message = get_message


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what a cell has shown, and whether nbval took it; a cell that is skipped is not noted."""
    report = yield
    if (call.when == "call" and not report.skipped) or report.failed:
        item.config.stash[_CELLS].append(
            {
                "path": f"{item.path}",
                "cell": getattr(item, "cell_num", 0),
                "passed": report.passed,
                "compared": bool(getattr(item, "options", {}).get("check", True)),
                "outputs": getattr(item, "test_outputs", None),
            }
        )
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was noted."""
    if told := session.config.getoption(OPTION):
        told.write_text(json.dumps(session.config.stash[_CELLS]), encoding="utf-8")
