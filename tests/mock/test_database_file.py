import os
import sqlite3
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from keycafe_clean.mock.database_file import APPLICATION_ID, VERSION, StoreError, check_database_file
from keycafe_clean.mock.store import Store


def database(path: Path, *, sign: int = APPLICATION_ID, version: int = VERSION) -> Path:
    """Make a SQLite database with a table, of some program and some version."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA application_id = {sign}; PRAGMA user_version = {version}; CREATE TABLE a (b)")
    return path


@pytest.mark.parametrize(
    ("sign", "version", "sentence"),
    [
        (
            APPLICATION_ID,
            VERSION + 1,
            "mock.db was made by a newer keycafe-clean. Update keycafe-clean, or choose another file.",
        ),
        (
            APPLICATION_ID,
            VERSION - 1,
            "mock.db was made by an older keycafe-clean. Choose another file; this one is as it was.",
        ),
        (
            0,
            0,
            "mock.db is a database, but not one of this mock. Choose another file; this one is as it was.",
        ),
        (
            0x0F055111,
            VERSION,
            "mock.db is a database, but not one of this mock. Choose another file; this one is as it was.",
        ),
    ],
)
def test_a_database_of_another_version_or_program_is_refused(
    tmp_path: Path, sign: int, version: int, sentence: str
) -> None:
    """Each with what it is, and what to do."""
    with pytest.raises(StoreError) as refused:
        check_database_file(database(tmp_path / "mock.db", sign=sign, version=version))

    assert str(refused.value) == sentence


@pytest.mark.parametrize("content", [b"a", b"First Name,Last Name\r\n" * 99, b"SQLite format 3\x00", b"\x00" * 4_096])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    """Text, a beginning without the rest, nothing but zeros."""
    (tmp_path / "staff.csv").write_bytes(content)

    with pytest.raises(StoreError) as refused:
        check_database_file(tmp_path / "staff.csv")

    assert str(refused.value) == ("staff.csv is no database. Choose another file for the mock; this one is as it was.")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """By its name."""
    (tmp_path / "data").mkdir()

    with pytest.raises(StoreError) as refused:
        check_database_file(tmp_path / "data")

    assert str(refused.value) == "data is a folder. Choose a file in it for the mock's database."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "pipe.db")

    with pytest.raises(StoreError) as refused:
        check_database_file(tmp_path / "pipe.db")

    assert str(refused.value) == "pipe.db cannot be used as the mock's database. Choose another file."


@pytest.mark.parametrize("sign", [0, APPLICATION_ID])
def test_a_database_that_is_refused_stays_as_it_is(tmp_path: Path, sign: int) -> None:
    """Every byte, and nothing beside it; also one whose program keeps a log beside it."""
    path = database(tmp_path / "mock.db", sign=sign, version=7)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    before = path.read_bytes()

    with pytest.raises(StoreError):
        Store(path)

    assert ({file.name for file in tmp_path.iterdir()}, path.read_bytes()) == ({"mock.db"}, before)


def test_a_database_of_ours_is_known_while_it_is_in_use(tmp_path: Path) -> None:
    """What it is stands in the file itself from the start, not in the log beside it."""
    with Store(tmp_path / "mock.db"):
        header = (tmp_path / "mock.db").read_bytes()[:100]

    assert header[68:72] == APPLICATION_ID.to_bytes(4)


@pytest.mark.parametrize("make", [Path.touch, Path.exists])
def test_an_empty_file_or_none_becomes_a_database(tmp_path: Path, make: object) -> None:
    """A file that somebody made beforehand is as good as none."""
    make(tmp_path / "mock.db")  # type: ignore[operator] -- one of the two

    Store(tmp_path / "mock.db").close()

    header = (tmp_path / "mock.db").read_bytes()[:100]
    assert (int.from_bytes(header[60:64]), int.from_bytes(header[68:72])) == (VERSION, APPLICATION_ID)


@pytest.mark.parametrize(("size", "is_one"), [(99, False), (100, True), (101, True)])
def test_a_database_has_a_whole_header(tmp_path: Path, size: int, *, is_one: bool) -> None:
    """A hundred bytes say whose database it is; with fewer it is none."""
    header = database(tmp_path / "mock.db").read_bytes()[:size]
    (tmp_path / "mock.db").write_bytes(header)

    with nullcontext() if is_one else pytest.raises(StoreError):
        check_database_file(tmp_path / "mock.db")
