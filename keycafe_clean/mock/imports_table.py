"""Imports, their files and the errors of their rows, in SQL. An import is a row with its state and its counts."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from keycafe_clean.mock.timestamps import from_timestamp, to_timestamp
from keycafe_clean.mock.users import NewError
from keycafe_clean.wire import PAGE_SIZE, Import, ImportState, RowError

_COLUMNS = "id, name, digest, state, rows, done, added, failed, created_at, finished_at, message"


@dataclass(frozen=True)
class NewImport:
    """An upload that is about to be accepted: `key` is the caller's Idempotency-Key, `digest` the file's SHA-256."""

    name: str
    content: bytes
    digest: bytes
    rows: int
    key: str | None = None


class ImportsTable:
    """The queue and the history of imports."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    _ADD = "INSERT INTO imports (name, digest, idempotency_key, rows, created_at) VALUES (?, ?, ?, ?, ?)"

    def add(self, upload: NewImport, now: datetime) -> int:
        """Put an upload at the end of the queue, its file beside it; get its id."""
        values = (upload.name, upload.digest, upload.key, upload.rows, to_timestamp(now))
        import_id = self._connection.execute(self._ADD, values).lastrowid
        self._connection.execute("INSERT INTO uploads (import_id, content) VALUES (?, ?)", (import_id, upload.content))
        return int(import_id or 0)

    def of_key(self, key: str) -> tuple[int, bytes] | None:
        """Get the id of the import that was accepted with an Idempotency-Key, and its file's digest; None: none was."""
        found = self._connection.execute("SELECT id, digest FROM imports WHERE idempotency_key = ?", (key,)).fetchone()
        return None if found is None else (int(found[0]), bytes(found[1]))

    _FIND = f"SELECT {_COLUMNS} FROM imports WHERE id = ? AND created_at >= ?"  # noqa: S608 -- no value is put in

    def find(self, import_id: int, since: datetime) -> Import | None:
        """Get an import; None for one that is not there, or older than what is kept."""
        found = self._connection.execute(self._FIND, (import_id, to_timestamp(since))).fetchone()
        return None if found is None else _import(found)

    _PAGE = f"SELECT {_COLUMNS} FROM imports WHERE created_at >= ? ORDER BY id DESC LIMIT ? OFFSET ?"  # noqa: S608

    def page(self, number: int, since: datetime) -> list[Import]:
        """Get one import more than a page holds, the latest first; the surplus one says that another page follows.

        Pages count from 1; imports from before `since` are not there.
        """
        values = (to_timestamp(since), PAGE_SIZE + 1, (number - 1) * PAGE_SIZE)
        return [_import(found) for found in self._connection.execute(self._PAGE, values)]

    _NEXT = f"""
        SELECT {_COLUMNS} FROM imports WHERE state IN ('processing', 'queued')
        ORDER BY state = 'queued', id LIMIT 1
    """  # noqa: S608

    def next(self) -> Import | None:
        """Get the import to work on: the one in processing, else the first in the queue, else None."""
        found = self._connection.execute(self._NEXT).fetchone()
        return None if found is None else _import(found)

    def content(self, import_id: int) -> bytes:
        """Get the file of an import that is not finished."""
        (content,) = self._connection.execute(
            "SELECT content FROM uploads WHERE import_id = ?", (import_id,)
        ).fetchone()
        return bytes(content)

    def places(self, import_id: int) -> int:
        """Get how many users an import in processing may add in all; it must have been started."""
        (places,) = self._connection.execute("SELECT places FROM imports WHERE id = ?", (import_id,)).fetchone()
        return int(places)

    def queued_rows(self) -> int:
        """Get how many people the unfinished imports still hold places for."""
        (rows,) = self._connection.execute(
            "SELECT coalesce(sum(rows - done), 0) FROM imports WHERE state IN ('queued', 'processing')"
        ).fetchone()
        return int(rows)

    def start(self, import_id: int, places: int) -> None:
        """Take an import out of the queue, with the places it may use."""
        self._connection.execute(
            "UPDATE imports SET state = 'processing', places = ? WHERE id = ?", (places, import_id)
        )

    _ADVANCE = "UPDATE imports SET done = done + ?, added = added + ?, failed = failed + ? WHERE id = ?"

    def advance(self, import_id: int, *, done: int, added: int, failed: int) -> None:
        """Add to the counts of an import: rows looked at, and of them those added and those with errors."""
        self._connection.execute(self._ADVANCE, (done, added, failed, import_id))

    _FINISH = """
        UPDATE imports SET state = ?, finished_at = ?, message = ?, places = coalesce(places, 0) WHERE id = ?
    """

    def finish(self, import_id: int, state: ImportState, now: datetime, message: str | None = None) -> None:
        """Settle an import as completed or failed, and forget its file; `message` says why it failed as a whole."""
        self._connection.execute(self._FINISH, (state, to_timestamp(now), message, import_id))
        self._connection.execute("DELETE FROM uploads WHERE import_id = ?", (import_id,))

    _ADD_ERROR = "INSERT INTO row_errors (import_id, row, field, code, message) VALUES (?, ?, ?, ?, ?)"

    def add_errors(self, import_id: int, errors: Iterable[NewError]) -> None:
        """Keep why rows were not added."""
        values = ((import_id, error.row, error.field, error.code, error.message) for error in errors)
        self._connection.executemany(self._ADD_ERROR, values)

    _ERRORS = "SELECT row, field, code, message FROM row_errors WHERE import_id = ? ORDER BY row, id"

    def errors(self, import_id: int) -> list[RowError]:
        """Get why rows were not added, in the order of the file."""
        found = self._connection.execute(self._ERRORS, (import_id,))
        return [RowError(row=row, field=field, code=code, message=message) for row, field, code, message in found]


def _import(found: tuple[int, str, bytes, ImportState, int, int, int, int, str, str | None, str | None]) -> Import:
    (import_id, name, digest, state, rows, done, added, failed, created_at, finished_at, message) = found
    return Import(
        id=import_id,
        name=name,
        digest=digest.hex(),
        state=state,
        rows=rows,
        done=done,
        added=added,
        failed=failed,
        created_at=from_timestamp(created_at),
        finished_at=from_timestamp(finished_at) if finished_at else None,
        message=message,
    )
