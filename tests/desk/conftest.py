"""A desk at its start, and one on which an export was read."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from psutil import Process

from keycafe_clean.desk import actions
from keycafe_clean.desk.callbacks import Callbacks
from keycafe_clean.desk.session import Run, Session
from keycafe_clean.desk.state import DeskState
from tests.chromium import PATIENCE
from tests.desk.desks import EXPORT, TODAY, Asked, fresh
from tests.desk.served import served


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Get the folder of the job at the desk: each test begins it anew."""
    return tmp_path_factory.mktemp("desk") / "job"


@pytest.fixture(scope="module")
def server(job: Path) -> Iterator[tuple[Process, str]]:
    """Serve the notebook for the tests of this module."""
    with served(job) as serving:
        yield serving


@pytest.fixture
def address(server: tuple[Process, str]) -> str:
    """Get the address of the desk."""
    return server[1]


@pytest.fixture
def page(browser: Browser, job: Path) -> Iterator[Page]:
    """Get a page of 1,280 pixels, for a job at its start."""
    shutil.rmtree(job, ignore_errors=True)
    page = browser.new_page(viewport={"width": 1_280, "height": 900})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


@pytest.fixture
def desk(tmp_path: Path) -> tuple[DeskState, Session]:
    """Get the state and session of a desk before anything was read."""
    return fresh(tmp_path)


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Run]:
    """Get what reading the export tells the state, and the run behind it: read once for all tests."""
    state, session = fresh(tmp_path_factory.mktemp("desk"))
    actions.read_files(state, session, [("workers.csv", EXPORT)])
    assert session.run, state.message
    return state.trait_values(), session.run


@pytest.fixture
def read_desk(desk: tuple[DeskState, Session], reading: tuple[dict[str, Any], Run]) -> tuple[DeskState, Session]:
    """Get the state and session of a desk that has read the export."""
    state, session = desk
    traits, session.run = reading
    session.export = session.run.cleaned.export
    session.read_on = TODAY
    state.update(**traits)
    return state, session


@pytest.fixture
def asked() -> Asked:
    """Get what panels have asked for, in order."""
    return []


@pytest.fixture
def callbacks(asked: Asked) -> Callbacks:
    """Get callbacks that only note what was asked for."""

    def noting(name: str) -> Callable[..., None]:
        return lambda *given: asked.append((name, *given))

    return Callbacks(**{name: noting(name) for name in Callbacks.__dataclass_fields__})


@pytest.fixture
def state() -> DeskState:
    """Get a state in November, before anything was read."""
    return DeskState(today=date(2026, 11, 3))


@pytest.fixture
def read_state(read_desk: tuple[DeskState, Session]) -> DeskState:
    """Get a state after the export was read and planned."""
    return read_desk[0]
