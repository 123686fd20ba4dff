"""A desk at its start, and one on which an export was read."""

from pathlib import Path

import pytest

from keycafe_clean.desk import actions
from keycafe_clean.desk.state import DeskState
from keycafe_clean.desk.work import Work
from tests.desk.desks import EXPORT, fresh


@pytest.fixture
def desk(tmp_path: Path) -> tuple[DeskState, Work]:
    """Get the state and work of a desk before anything was read."""
    return fresh(tmp_path)


@pytest.fixture
def read_desk(desk: tuple[DeskState, Work]) -> tuple[DeskState, Work]:
    """Get the state and work of a desk that has read the export."""
    actions.read_files(*desk, [("workers.csv", EXPORT)])
    return desk
