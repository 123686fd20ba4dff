"""Files as bytes, and the sentences where there are none."""

import os
import sys
from pathlib import Path

import pytest

from keycafe_clean.errors import HostileFile, UnreadableExport
from keycafe_clean.read import files
from keycafe_clean.read.files import open_file


def test_a_path_and_an_upload_are_the_same_file(tmp_path: Path) -> None:
    """Name, bytes and checksum do not depend on how a file came."""
    (tmp_path / "hr.csv").write_bytes(b"a,b\n")

    assert open_file(tmp_path / "hr.csv") == open_file(("hr.csv", b"a,b\n"))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """The sentence names the path."""
    path = tmp_path / "no.csv"

    with pytest.raises(UnreadableExport) as told:
        open_file(path)

    assert str(told.value) == f"{path} does not exist. Check the name and the folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is told from a file."""
    with pytest.raises(UnreadableExport) as told:
        open_file(tmp_path)

    assert str(told.value) == f"{tmp_path} is a folder. Choose the file in it."


def test_an_empty_file_is_said() -> None:
    """No byte is no export."""
    with pytest.raises(UnreadableExport) as told:
        open_file(("hr.csv", b""))

    assert str(told.value) == "hr.csv is empty. Export it again from the HR system."


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(), "{} cannot be opened. Close it in other programs, or ask for the right to read it."),
        (OSError(5, "Input/output error"), "{} cannot be read: Input/output error. Copy it to this computer first."),
    ],
)
def test_a_file_that_cannot_be_opened_is_said(
    error: OSError, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that a spreadsheet holds open, and one on a broken share."""

    def refuse(_: Path) -> os.stat_result:
        raise error

    monkeypatch.setattr(Path, "stat", refuse)

    with pytest.raises(UnreadableExport) as told:
        open_file(tmp_path / "hr.csv")

    assert str(told.value) == sentence.format(tmp_path / "hr.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    """Nobody waits for a pipe, or reads a device without an end."""
    os.mkfifo(tmp_path / "pipe")

    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UnreadableExport) as told:
            open_file(path)
        assert str(told.value) == (
            f"{path} is a device or a pipe, not a file. Save what it gives as a file, and choose that."
        )


def test_a_file_beyond_all_exports_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte more than a file may have, on disk or handed over, and no more than that is read."""
    monkeypatch.setattr(files, "FILE_BYTES", 3)
    path = tmp_path / "hr.csv"
    path.write_bytes(b"a,b\n1,2\n")

    for file in (path, ("hr.csv", b"a,b\n")):
        with pytest.raises(HostileFile) as told:
            open_file(file)
        assert str(told.value) == "hr.csv is larger than 2,000 MB. Export only the people who are to be imported."
    assert open_file(("hr.csv", b"a,b")).data == b"a,b"
