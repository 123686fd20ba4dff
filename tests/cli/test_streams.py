"""Readers that go away, disks that are full, streams that are closed: real ones, at the end of a real process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")

ROOT = Path(__file__).resolve().parents[2]
HERE = "'2026-11-03'"
GOOD, BROKEN = "Jana,Novak,jana@example.com", "Jana,Novak,jana@example"
FULL = "No space left on device"

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def ended(folder: Path, call: str, row: str = GOOD) -> tuple[int, str, str]:
    """Get the exit code of a call as a shell makes it, and what it said on stdout and stderr."""
    (folder / "staff.csv").write_text(f"First Name,Last Name,Email\n{row}\n", encoding="utf-8")
    command = f'keycafe() {{ "{sys.executable}" -W error -m keycafe_clean "$@"; }}\n{call}'
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(("row", "code"), [(GOOD, 0), (BROKEN, 1)])
def test_reader_who_goes_away_changes_nothing(tmp_path: Path, row: str, code: int) -> None:
    """With a reader that reads nothing a run goes on, and exits as it would have."""
    call = f"exec 3> >(exec true); wait $!; keycafe clean staff.csv --out out --today {HERE} >&3"

    assert ended(tmp_path, call, row) == (code, "", "")
    assert (tmp_path / "out" / "manifest.json").exists()


@needs_full
@pytest.mark.parametrize("as_json", ["", "--json"])
def test_full_disk_below_the_summary_names_the_folder(tmp_path: Path, as_json: str) -> None:
    """Where the summary cannot be written, the files are there, and their folder is named."""
    said = ended(tmp_path, f"keycafe clean staff.csv --out out --today {HERE} {as_json} > /dev/full")

    sentence = f"The files are written in out, but what became of the rows cannot be shown: {FULL}.\n"
    assert said == (2, "", sentence)
    assert (tmp_path / "out" / "manifest.json").exists()


@needs_full
def test_full_disk_below_anything_else(tmp_path: Path) -> None:
    """Where nothing was written no folder is named."""
    said = ended(tmp_path, "keycafe template > /dev/full")

    assert said == (2, "", f"What there is to say cannot be written: {FULL}. Send it elsewhere.\n")


@needs_full
@pytest.mark.parametrize("stderr", ["2>/dev/full", "2>&-"])
def test_nobody_can_be_told(tmp_path: Path, stderr: str) -> None:
    """Where not even stderr takes the sentence, the exit code still tells."""
    assert ended(tmp_path, f"keycafe clean none.csv {stderr}") == (2, "", "")


def test_closed_streams(tmp_path: Path) -> None:
    """Without a stdout a run is a run."""
    assert ended(tmp_path, f"keycafe clean staff.csv --out out --today {HERE} >&-") == (0, "", "")
    assert (tmp_path / "out" / "manifest.json").exists()


def test_no_room_to_practise(tmp_path: Path) -> None:
    """Where the practice has no room, the sentence says where, and names the folder that is written all the same."""
    call = f"""ulimit -f 20; keycafe run staff.csv --out out --today {HERE} > said"""

    code, _, said = ended(tmp_path, f"mkdir tmp; TMPDIR=$PWD/tmp; export TMPDIR; {call}")

    assert (code, said) == (
        2,
        (
            f"The import could not be practised: its database cannot be written in {tmp_path / 'tmp'}. "
            "Make room there. The files are written in out.\n"
        ),
    )
    assert list((tmp_path / "tmp").iterdir()) == []
