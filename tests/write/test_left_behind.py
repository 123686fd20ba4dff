import os
from datetime import datetime
from pathlib import Path

import pytest

from keycafe_clean.write.held import ASIDE, PRACTICE
from keycafe_clean.write.left_behind import clear_up


def left(folder: Path, day: int) -> None:
    """Leave a folder of a run that was killed on a day of November 2026."""
    folder.mkdir()
    (folder / "held-by-a-run").touch()
    os.utime(folder, (datetime(2026, 11, day, 12, 0).timestamp(),) * 2)  # noqa: DTZ001 - the analyst's own day


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Get a place where runs are written, and one where they are practised."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    return tmp_path, tmp_path / "tmp"


def test_each_day_is_said_once(places: tuple[Path, Path]) -> None:
    """What a run left in both places is said in one sentence, earlier days first."""
    written, practised = places
    left(written / f"{ASIDE}1", 3)
    left(practised / f"{PRACTICE}1", 3)
    left(practised / f"{PRACTICE}2", 1)

    said = clear_up(written)

    assert said == [
        "Removed what a run that was killed on 1 November 2026 had left behind.",
        "Removed what a run that was killed on 3 November 2026 had left behind.",
    ]
    assert (list(written.iterdir()), list(practised.iterdir())) == ([practised], [])


def test_nothing_left_is_not_said(places: tuple[Path, Path]) -> None:
    """Where nothing was left nothing is said."""
    assert clear_up(places[0]) == []
