"""The mock's database: one file, connections that live for one transaction, and names for the points of commit."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Literal, Self

from keycafe_clean.mock.account_table import AccountTable
from keycafe_clean.mock.database_file import APPLICATION_ID, VERSION, StoreError, cannot_be_used, check_database_file
from keycafe_clean.mock.imports_table import ImportsTable
from keycafe_clean.mock.private_file import make_private
from keycafe_clean.mock.users_table import UsersTable

__all__ = ["CommitPoint", "Store", "StoreError", "Tables"]

#: Where a process can die: just before and just after each of these commits.
CommitPoint = Literal["accepted", "started", "chunk", "finished", "changed"]

_SCHEMA = files("keycafe_clean.mock").joinpath("schema.sql").read_text(encoding="utf-8")

#: A new database: what it is and its tables, all or nothing. It is in the file itself before there is a log beside it.
_NEW = f"""
    BEGIN IMMEDIATE;
    PRAGMA application_id = {APPLICATION_ID};
    PRAGMA user_version = {VERSION};
    {_SCHEMA}
    COMMIT;
"""

#: Fails where a table is missing, before anything is written.
_HAS_ALL = "SELECT 1 FROM account, imports, uploads, row_errors, users, elsewhere, outbox, usage LIMIT 0"


def _go_on(_where: str) -> None:
    """Do nothing at a point of commit."""


class Tables:
    """The tables, seen through one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.account = AccountTable(connection)
        self.imports = ImportsTable(connection)
        self.users = UsersTable(connection)


class Store:
    """A database in a file, made when it is not there. Safe to use from several threads and processes.

    What is made is readable by its owner only: SQLite gives the files beside the database the same permissions.
    A StoreError says why a file cannot be used; that file is as it was. `reach` is called with "before accepted",
    "after accepted" and so on around each commit, for tests to stop there.
    """

    def __init__(self, path: Path, *, reach: Callable[[str], None] = _go_on) -> None:
        self._path = path.absolute()  # to SQLite, some names without a folder are no files
        self._reach = reach
        check_database_file(path)
        try:
            make_private(path)
            # Kept open: the last connection that closes would fold the log into the file, on every request.
            self._keeper = self._connect()
        except (OSError, ValueError, sqlite3.Error):
            raise cannot_be_used(path) from None
        self._prepare()

    def _prepare(self) -> None:
        """Make the tables of a new database; nothing is written into one that is there and cannot be used."""
        try:
            if not self._path.stat().st_size:
                self._keeper.executescript(_NEW)
            self._keeper.execute(_HAS_ALL).fetchall()
            self._keeper.execute("PRAGMA journal_mode = WAL").fetchall()
            self._keeper.execute(_HAS_ALL).fetchall()  # only who has read keeps the log open
        except (OSError, sqlite3.Error):
            self._keeper.close()
            raise cannot_be_used(self._path) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._keeper.close()

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        """Get the tables as they are at one moment."""
        connection = self._connect()
        try:
            connection.execute("BEGIN")
            yield Tables(connection)
        finally:
            connection.close()

    @contextmanager
    def writing(self, point: CommitPoint) -> Iterator[Tables]:
        """Get the tables for one transaction: all of it is kept, or nothing.

        What is answered over HTTP is on disk when the response leaves. What the worker does may be lost with the power,
        the latest first, since it is done again from the accepted file.
        """
        connection = self._connect()
        try:
            answered = point in {"accepted", "changed"}
            connection.execute("PRAGMA synchronous = FULL" if answered else "PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            yield Tables(connection)
            self._reach(f"before {point}")
            connection.execute("COMMIT")
            self._reach(f"after {point}")
        finally:
            connection.close()  # rolls back what was not committed

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=10, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection
