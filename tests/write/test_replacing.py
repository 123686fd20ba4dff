from pathlib import Path

import pytest

from keycafe_clean.write import replacing
from keycafe_clean.write.replacing import replace_file


@pytest.mark.parametrize("before", [None, b"old"])
def test_a_file_takes_the_place_of_another_one(tmp_path: Path, before: bytes | None) -> None:
    """Its owner alone can read it, and nothing else is left."""
    path = tmp_path / "a.txt"
    if before is not None:
        path.write_bytes(before)

    replace_file(path, b"new")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the old file whole."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(replacing, "write_private", full)

    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")

    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])
