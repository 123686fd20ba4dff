from pathlib import Path

import pytest

from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.run.job import do_job
from keycafe_clean.run.options import Options

STAFF = "First Name,Last Name,Email\nJana,Novak,jana@example.com\n"


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Get an export of one person."""
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "said",
    [
        {"used": "٣"},
        {"month": "2026-13"},
        {"today": "2026-11-31"},
        {"plan": "gold"},
        {"columns": ["=Nom"]},
        {"known": ["nobody.csv"]},
        {"reading": {"header": 9}},
    ],
)
def test_what_cannot_be_used_leaves_no_folder(staff: Path, said: dict[str, object]) -> None:
    """Whatever stops a run stops it before anything lies on the disk."""
    if "known" in said:
        said = {"known": [staff.with_name("nobody.csv")]}

    with pytest.raises(KeycafeCleanError):
        do_job([staff], Options(out=staff.with_name("out"), **said))  # type: ignore[arg-type]

    assert not staff.with_name("out").exists()
