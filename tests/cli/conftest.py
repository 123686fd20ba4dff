from pathlib import Path

import pytest

from tests.cli.calls import Shell


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
