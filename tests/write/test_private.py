import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from keycafe_clean.write.private import make_parents, make_private, write_private

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Set a umask: none, the usual one, and one that takes even the owner's rights away."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    """Get who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_file_is_the_owners_alone(tmp_path: Path) -> None:
    """A file has mode 0600 whatever the umask, and its bytes."""
    write_private(tmp_path / "a", b"\r\nx")

    assert (mode(tmp_path / "a"), (tmp_path / "a").read_bytes()) == (0o600, b"\r\nx")


@pytest.mark.usefixtures("umask")
def test_folders_are_the_owners_alone(tmp_path: Path) -> None:
    """A folder and what is made on the way to it have mode 0700 whatever the umask."""
    make_parents(tmp_path / "a" / "b" / "c")
    make_private(tmp_path / "a" / "b" / "c")

    assert [mode(tmp_path / place) for place in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """Only what is made is made private."""
    (tmp_path / "a").mkdir(0o755)
    (tmp_path / "a").chmod(0o755)

    make_parents(tmp_path / "a" / "b")

    assert mode(tmp_path / "a") == 0o755


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """Where a link has the name already, what it leads to is not written."""
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(FileExistsError):
        write_private(tmp_path / "link", b"x")

    assert not (tmp_path / "elsewhere").exists()


def test_file_that_cannot_be_written_whole_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk does not take it, nothing stays under its name."""

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left on device"):
        write_private(tmp_path / "a", b"x")

    assert not (tmp_path / "a").exists()
