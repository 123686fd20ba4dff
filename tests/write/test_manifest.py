"""The manifest of a run: sums, counts, versions, who; nobody of the export."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.runs import FILES, staff, written


def test_manifest(tmp_path: Path) -> None:
    """The manifest has the sums of the export and of every other file, the counts, the day and the limit."""
    written(tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="ascii"))

    sums = {name: hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() for name in FILES[:-1]}
    assert manifest["files"] == sums
    assert manifest["exports"] == [{"file": "staff.csv", "sha256": staff().export.sources[0].sha256, "rows": 7}]
    assert (manifest["today"], manifest["month"], manifest["limit"], manifest["used"]) == (
        "2026-11-22",
        "2026-11",
        1_000,
        0,
    )
    assert manifest["counts"]["rows_read"] == 7


def test_manifest_names_nobody_of_the_export(tmp_path: Path) -> None:
    """The manifest has no name and no address of the export."""
    written(tmp_path / "out")

    text = (tmp_path / "out" / "manifest.json").read_text()

    assert not [word for word in ("Jana", "Novak", "jana@", "Omar", "Lee") if word in text]


def test_user_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no name of the user, as in a container, the run goes on without."""
    pwd = pytest.importorskip("pwd")

    def unknown(number: int) -> object:
        raise KeyError(number)

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)

    written(tmp_path / "out")

    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["who"] == ""
