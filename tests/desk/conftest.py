"""A desk at its start, and one on which an export was read."""

from pathlib import Path
from typing import Any

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.work import Done, Work
from tests.desk.desks import EXPORT, fresh


@pytest.fixture
def desk(tmp_path: Path) -> tuple[DeskState, Work]:
    """Get the state and work of a desk before anything was read."""
    return fresh(tmp_path)


@pytest.fixture(scope="session")
def reading() -> tuple[dict[str, Any], Done]:
    """Get what reading the export tells the state, and the run behind it: read once for all tests."""
    state, work = fresh(Path())
    actions.read_files(state, work, [("workers.csv", EXPORT)])
    assert work.done, state.message
    return state.trait_values(), work.done


@pytest.fixture
def read_desk(desk: tuple[DeskState, Work], reading: tuple[dict[str, Any], Done]) -> tuple[DeskState, Work]:
    """Get the state and work of a desk that has read the export."""
    state, work = desk
    facts, work.done = reading
    work.export = work.done.cleaned.export
    state.tell(**facts)
    return state, work
