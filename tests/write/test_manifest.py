"""The manifest of a run: sums, counts, versions, who; nobody of the export."""

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path

import pytest

from keycafe_clean.decide.setup import Setup
from tests.runs import FILES, run, staff, written


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
    assert manifest["counts"] == staff().counts


def test_manifest_says_who_and_with_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest has these facts and no others: whoever made the run, and the versions of what made it."""
    monkeypatch.setenv("LOGNAME", "zoë")

    written(tmp_path / "out")

    text = (tmp_path / "out" / "manifest.json").read_text(encoding="ascii")
    manifest = json.loads(text)
    assert list(manifest) == ["made_by", "who", "today", "month", "limit", "used", "counts", "exports", "files"]
    assert manifest["who"] == "zoë"
    assert manifest["made_by"] == {
        "keycafe-clean": version("keycafe-clean"),
        "polars": version("polars"),
        "python": platform.python_version(),
    }
    assert text.startswith('{\n  "made_by": {\n    "keycafe-clean"')
    assert text.endswith("}\n")


def test_role_instead_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the set-up has a role, the name of whoever made the run is not recorded."""
    monkeypatch.setenv("LOGNAME", "zoë")

    written(tmp_path / "out", run(setup=Setup(audit_role="HR operations")))

    text = (tmp_path / "out" / "manifest.json").read_text(encoding="ascii")
    assert json.loads(text)["who"] == "HR operations"


def test_manifest_names_nobody_of_the_export(tmp_path: Path) -> None:
    """The manifest has no name and no address of the export."""
    written(tmp_path / "out")

    text = (tmp_path / "out" / "manifest.json").read_text()

    assert not [word for word in ("Jana", "Novak", "jana@", "Omar", "Lee") if word in text]


@pytest.mark.parametrize("refusal", [KeyError, OSError, ImportError])
def test_user_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]) -> None:
    """Where the system knows no name of the user, as in a container, the run goes on without."""
    pwd = pytest.importorskip("pwd")

    def unknown(number: int) -> object:
        raise refusal(number)

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)

    written(tmp_path / "out")

    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["who"] == ""
