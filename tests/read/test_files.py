"""Files as bytes, and the sentences where there are none."""

from pathlib import Path

import pytest

from keycafe_clean.errors import UnreadableExport
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

    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)

    with pytest.raises(UnreadableExport) as told:
        open_file(tmp_path / "hr.csv")

    assert str(told.value) == sentence.format(tmp_path / "hr.csv")
