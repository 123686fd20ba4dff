from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from keycafe_clean.mock import MockKeycafe, embedded
from tests.cli.calls import Shell
from tests.cli.november import hand_november_over
from tests.imports import THREE


@pytest.fixture
def shell(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    """Give a shell in an empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    # What other runs on this machine leave behind when they are killed is none of a test's business.
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("temporary")))
    return Shell(tmp_path, capsys, monkeypatch)


@pytest.fixture
def job(shell: Shell) -> Shell:
    """Give a shell beside a job whose file of November was handed over."""
    return hand_november_over(shell)


@pytest.fixture
def mock(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockKeycafe]:
    """Start a mock whose credentials are in the environment, beside a file of three people."""
    (shell.folder / "a.csv").write_bytes(THREE)
    with embedded(today=date(2026, 11, 3)) as keycafe:
        monkeypatch.setenv("KEYCAFE_TOKEN", keycafe.token)
        monkeypatch.setenv("KEYCAFE_USER", keycafe.email)
        yield keycafe
