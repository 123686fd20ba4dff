import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from keycafe_clean.errors import SetupError
from keycafe_clean.opening import bytes_of

ROOT = Path(__file__).resolve().parents[1]

#: Opens a file as a user who may not: root first becomes nobody.
AS_NOBODY = """
import os, sys
from pathlib import Path
from keycafe_clean.decide.decisions import Decisions
from keycafe_clean.errors import KeycafeCleanError
from keycafe_clean.opening import bytes_of
from keycafe_clean.run.export_file import export_file
from keycafe_clean.decide.setup import Setup

if os.geteuid() == 0:
    os.setuid(65534)
for opened in (bytes_of, Setup.read, Decisions.read, export_file):
    try:
        opened(Path(sys.argv[1]))
    except KeycafeCleanError as error:
        print(str(error).replace(sys.argv[1], "closed"))
"""


def said_to_nobody(path: Path) -> list[str]:
    """Get what is said to whoever may not read a file."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", AS_NOBODY, path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_bytes_of_a_file(tmp_path: Path) -> None:
    """What is in a file is what one gets."""
    (tmp_path / "a").write_bytes(b"\r\n\0")

    assert bytes_of(tmp_path / "a", most=3) == b"\r\n\0"


def test_file_that_is_too_large(tmp_path: Path) -> None:
    """Of a file that no run could have written no more is read than that."""
    (tmp_path / "a").write_bytes(b"1234")

    with pytest.raises(SetupError) as stopped:
        bytes_of(tmp_path / "a", "setup.toml", most=3)

    assert str(stopped.value) == "setup.toml has more than 3 bytes. Use the file that a run wrote."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none", "none cannot be opened: No such file or directory. Check the name and the folder."),
        ("folder", "folder is a folder. Choose the file in it."),
    ],
)
def test_file_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, message: str) -> None:
    """The sentence says what stands in the way, and what to do."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()

    with pytest.raises(SetupError) as stopped:
        bytes_of(Path(name))

    assert str(stopped.value) == message


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize("place", ["file", "folder"])
def test_file_without_permission(place: str) -> None:
    """A file that one may not read, or in a folder that one may not enter, cannot be opened, whoever asks for it."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "within").mkdir()
        closed = Path(folder) / "within" / "closed"
        closed.write_text("Jana")
        (closed if place == "file" else closed.parent).chmod(0)
        try:
            said = said_to_nobody(closed)
        finally:
            closed.parent.chmod(0o700)

    denied = "closed cannot be opened: Permission denied. Close it in other programs, or ask for the right to read it."
    export = "closed cannot be opened. Close it in other programs, or ask for the right to read it."
    assert said == [denied, denied, denied, export]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it."""
    os.mkfifo(tmp_path / "setup.toml")

    with pytest.raises(SetupError) as told:
        bytes_of(tmp_path / "setup.toml", "setup.toml")

    assert str(told.value) == (
        "setup.toml is a device or a pipe, not a file. Save what it gives as a file, and choose that."
    )
