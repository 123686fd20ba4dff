"""Whether a file is a database of this mock, told from its first bytes: SQLite itself may write into what it opens."""

import stat
from pathlib import Path

#: "KCmk": what the file says it is the database of (SQLite's application_id).
APPLICATION_ID = 0x4B436D6B

#: The version of schema.sql. A change of the schema is a new one, and a step from the old one in `store`.
VERSION = 1

#: "The first 100 bytes of the database file comprise the database file header" (SQLite, Database File Format).
_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"
_VERSION_BYTES, _APPLICATION_BYTES = slice(60, 64), slice(68, 72)


class StoreError(Exception):
    """The file cannot be used as the mock's database; the message says why and what to do."""


def check_database_file(path: Path) -> None:
    """Check that a file is a database of this mock, is empty, or is not there; it is only read.

    Raises:
        StoreError: It is something else, or of another version.
    """
    try:
        is_new = not path.exists() or _size_of_file(path) == 0
        header = b"" if is_new else _header(path)
    except (OSError, ValueError):
        raise cannot_be_used(path) from None
    if not is_new:
        _check_header(path, header)


def cannot_be_used(path: Path) -> StoreError:
    """Get the error of a file that is locked, damaged, or where nothing can be written."""
    return StoreError(f"{path.name} cannot be used as the mock's database. Choose another file.")


def _size_of_file(path: Path) -> int:
    """Get the size of a file; what is no file is refused, since a pipe would be waited for."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise StoreError(f"{path.name or path} is a folder. Choose a file in it for the mock's database.")
    if not stat.S_ISREG(found.st_mode):
        raise cannot_be_used(path)
    return found.st_size


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER_BYTES)


def _check_header(path: Path, header: bytes) -> None:
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise StoreError(f"{path.name} is no database. Choose another file for the mock; this one is as it was.")
    if int.from_bytes(header[_APPLICATION_BYTES]) != APPLICATION_ID:
        raise StoreError(
            f"{path.name} is a database, but not one of this mock. Choose another file; this one is as it was."
        )
    _check_version(path, int.from_bytes(header[_VERSION_BYTES]))


def _check_version(path: Path, version: int) -> None:
    if version > VERSION:
        raise StoreError(
            f"{path.name} was made by a newer keycafe-clean. Update keycafe-clean, or choose another file."
        )
    if version < VERSION:
        raise StoreError(f"{path.name} was made by an older keycafe-clean. Choose another file; this one is as it was.")
