import json
from pathlib import Path
from queue import Empty
from types import SimpleNamespace

import pytest

from keycafe_clean.job_notebook import collecting


def test_html_is_left_out_of_the_comparison() -> None:
    """Of a notebook; what is no notebook is left alone."""
    notebook, other = SimpleNamespace(skip_compare=("metadata",)), SimpleNamespace()

    collecting.pytest_collectstart(notebook)  # type: ignore[arg-type]
    collecting.pytest_collectstart(other)  # type: ignore[arg-type]

    assert (notebook.skip_compare, vars(other)) == (("metadata", "text/html"), {})


def test_what_was_noted_is_written(tmp_path: Path) -> None:
    """A list of cells, as JSON."""
    told = tmp_path / "outputs.json"
    config = SimpleNamespace(stash=pytest.Stash(), getoption={collecting.OPTION: told}.get)
    collecting.pytest_configure(config)  # type: ignore[arg-type]

    collecting.pytest_sessionfinish(SimpleNamespace(config=config))  # type: ignore[arg-type]

    assert json.loads(told.read_text(encoding="utf-8")) == []


class Kernel:
    """A kernel of which these messages come, None for a second without one, and which then has ended."""

    def __init__(self, *messages: str | None) -> None:
        self.messages = list(messages)
        self.waited: list[float | None] = []

    def get_message(self, _stream: str, timeout: float | None = None) -> str:
        """Get the next message. Empty: none came in time."""
        self.waited.append(timeout)
        message = self.messages.pop(0) if self.messages else None
        if message is None:
            raise Empty
        return message

    def is_alive(self) -> bool:
        """Tell whether a message is to come."""
        return bool(self.messages)


def test_message_of_a_living_kernel_is_waited_for() -> None:
    """A cell may take its time."""
    kernel = Kernel(None, None, "done")

    collecting.heed_its_end(kernel)

    assert kernel.get_message("shell", timeout=600) == "done"


def test_nobody_waits_for_a_kernel_that_has_ended() -> None:
    """It is looked at after a second, not after all the time that a cell may take."""
    kernel = Kernel(None)
    collecting.heed_its_end(kernel)

    with pytest.raises(RuntimeError, match="the kernel has ended"):
        kernel.get_message("shell", timeout=600)

    assert kernel.waited == [1.0]


def test_time_of_a_cell_has_an_end() -> None:
    """Behind it nbval is told that nothing came."""
    kernel = Kernel(*[None] * 9)
    collecting.heed_its_end(kernel)

    with pytest.raises(Empty):
        kernel.get_message("iopub", timeout=2.5)

    assert kernel.waited == [1.0, 1.0, 0.5]
