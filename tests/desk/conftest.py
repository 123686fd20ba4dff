"""A desk at its start, and one on which an export was read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.callbacks import Gestures
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.work import Done, Work
from tests.desk.desks import EXPORT, Asked, fresh


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


@pytest.fixture
def asked() -> Asked:
    """Get what panels have asked for, in order."""
    return []


@pytest.fixture
def gestures(asked: Asked) -> Gestures:
    """Get gestures that only note what was asked for."""

    def noting(name: str) -> Callable[..., None]:
        return lambda *given: asked.append((name, *given))

    return Gestures(**{name: noting(name) for name in Gestures.__dataclass_fields__})


@pytest.fixture
def state() -> DeskState:
    """Get a state in November, before anything was read."""
    return DeskState(today=date(2026, 11, 3))


@pytest.fixture
def read_state(read_desk: tuple[DeskState, Work]) -> DeskState:
    """Get a state after the export was read and planned."""
    return read_desk[0]
