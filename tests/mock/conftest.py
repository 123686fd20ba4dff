"""A mock for each test, on a database of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.mock.in_process import Practice, practising

Start = Callable[..., Practice]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start mocks with a policy and a seed of the test's own."""
    with ExitStack() as opened:
        yield lambda policy=None, **seed: opened.enter_context(practising(tmp_path, policy, **seed))


@pytest.fixture
def practice(start: Start) -> Practice:
    """Start a mock as it is by default: a paid plan, a confirmed address, 3 November 2026."""
    return start()
