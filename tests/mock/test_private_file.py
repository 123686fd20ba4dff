import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from keycafe_clean.mock.private_file import make_private

pytestmark = pytest.mark.skipif(os.name == "nt", reason="on Windows a folder's rules say who may read")


@pytest.fixture(params=[0o000, 0o022, 0o777], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Set a umask for the test."""
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """Get who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("_umask")
def test_a_file_is_its_owners(tmp_path: Path) -> None:
    """To read and to write, and nobody else's, whatever the umask."""
    make_private(tmp_path / "mock.db")

    assert mode(tmp_path / "mock.db") == 0o600


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """What it holds, and who may read it."""
    (tmp_path / "mock.db").write_bytes(b"kept")
    (tmp_path / "mock.db").chmod(0o640)

    make_private(tmp_path / "mock.db")

    assert ((tmp_path / "mock.db").read_bytes(), mode(tmp_path / "mock.db")) == (b"kept", 0o640)


def test_a_link_to_nowhere_leads_to_a_file_of_the_owners(tmp_path: Path) -> None:
    """Otherwise SQLite would make the file, as the umask says."""
    (tmp_path / "link.db").symlink_to(tmp_path / "mock.db")

    make_private(tmp_path / "link.db")

    assert mode(tmp_path / "mock.db") == 0o600


def test_a_file_without_a_folder_is_not_made(tmp_path: Path) -> None:
    """The error is the system's own."""
    with pytest.raises(FileNotFoundError):
        make_private(tmp_path / "other" / "mock.db")
