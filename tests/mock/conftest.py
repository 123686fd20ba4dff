"""A mock for each test, on a database of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from keycafe_clean.mock.imports_table import NewImport
from keycafe_clean.mock.store import Store, Tables
from tests.mock.files import NOW
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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a database that nothing was written into, not even an account."""
    with Store(tmp_path / "mock.db") as store:
        yield store


@pytest.fixture
def tables(store: Store) -> Iterator[Tables]:
    """Open the tables of an empty database for one transaction."""
    with store.writing("changed") as tables:
        yield tables


@pytest.fixture
def import_id(tables: Tables) -> int:
    """Put an import of nine people into the queue."""
    return tables.imports.add(NewImport("a.csv", b"the file", b"the digest", 9), NOW)
