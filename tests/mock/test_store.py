import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from keycafe_clean.mock.account_table import Credentials
from keycafe_clean.mock.database_file import APPLICATION_ID, VERSION
from keycafe_clean.mock.store import Store, StoreError, Tables
from tests.mock.files import LATER, NOW

ANN = Credentials("ann@example.com", b"digest")


class Lost(Exception):
    """What a test lets go wrong in the middle of a transaction."""


def used(store: Store) -> int:
    """Count the places that the database knows of."""
    with store.reading() as tables:
        return tables.account.used_between(NOW, LATER)


def test_what_is_written_is_there_for_others(tmp_path: Path) -> None:
    """Another process that opens the same file sees it."""
    with Store(tmp_path / "mock.db") as store, store.writing("changed") as tables:
        tables.account.open(ANN, "paid", confirmed=True)

    with Store(tmp_path / "mock.db") as again, again.reading() as tables:
        assert tables.account.credentials() == ANN


def test_a_transaction_is_kept_whole_or_not_at_all(store: Store) -> None:
    """Whatever goes wrong in it takes back what it did before."""

    def lose(tables: Tables) -> None:
        tables.account.use(5, NOW)
        raise Lost

    with pytest.raises(Lost), store.writing("chunk") as tables:
        lose(tables)

    assert used(store) == 0


def test_a_reader_sees_one_moment(store: Store) -> None:
    """What is committed meanwhile is seen by the next reader."""
    with store.reading() as tables:
        before = tables.account.used_between(NOW, LATER)
        with store.writing("changed") as others:
            others.account.use(5, NOW)
        during = tables.account.used_between(NOW, LATER)

    assert (before, during, used(store)) == (0, 0, 5)


def test_nothing_is_kept_of_what_a_reader_writes(store: Store) -> None:
    """A route that only reads cannot change the account."""
    with store.reading() as tables:
        tables.account.use(5, NOW)

    assert used(store) == 0


@pytest.mark.parametrize("point", ["accepted", "started", "chunk", "finished", "changed"])
def test_points_of_commit_are_reached_in_order(tmp_path: Path, point: str) -> None:
    """Each by its name, so that tests can stop there."""
    reached: list[str] = []

    with Store(tmp_path / "mock.db", reach=reached.append) as store, store.writing(point):  # type: ignore[arg-type]
        reached.append("inside")

    assert reached == ["inside", f"before {point}", f"after {point}"]


@pytest.mark.parametrize(("stop", "kept"), [("before chunk", 0), ("after chunk", 5)])
def test_the_commit_lies_between_its_two_points(tmp_path: Path, stop: str, kept: int) -> None:
    """Who dies before it has done nothing; who dies after it has done all."""

    def reach(where: str) -> None:
        if where == stop:
            raise Lost

    with Store(tmp_path / "mock.db", reach=reach) as store:
        with pytest.raises(Lost), store.writing("chunk") as tables:
            tables.account.use(5, NOW)

        assert used(store) == kept


@pytest.mark.parametrize("place", ["no/folder/mock.db", "staff.csv", "."])
def test_a_place_that_is_no_database_is_refused(tmp_path: Path, place: str) -> None:
    """No folder, a file of another kind, a folder; the file stays as it is."""
    (tmp_path / "staff.csv").write_text("First Name,Last Name\n" * 99, encoding="utf-8")

    with pytest.raises(StoreError):
        Store(tmp_path / place)

    assert (tmp_path / "staff.csv").read_text(encoding="utf-8") == "First Name,Last Name\n" * 99


def test_a_database_that_is_damaged_is_refused(tmp_path: Path) -> None:
    """It begins like one of ours, and goes on as something else."""
    Store(tmp_path / "mock.db").close()
    whole = (tmp_path / "mock.db").read_bytes()
    (tmp_path / "mock.db").write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))

    with pytest.raises(StoreError) as refused:
        Store(tmp_path / "mock.db")

    assert str(refused.value) == "mock.db cannot be used as the mock's database. Choose another file."


def test_a_database_without_its_tables_is_refused(tmp_path: Path) -> None:
    """It says that it is the mock's, and is not; it stays as it is."""
    with closing(sqlite3.connect(tmp_path / "mock.db")) as connection:
        connection.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; CREATE TABLE account (id)"
        )
    before = (tmp_path / "mock.db").read_bytes()

    with pytest.raises(StoreError):
        Store(tmp_path / "mock.db")

    assert (tmp_path / "mock.db").read_bytes() == before


def test_a_database_is_a_file_under_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite would keep one of this name in memory, a new one for each connection."""
    monkeypatch.chdir(tmp_path)

    with Store(Path(":memory:")) as store:
        assert used(store) == 0
