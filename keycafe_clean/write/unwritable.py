"""One sentence where the disk is full, or a place cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keycafe_clean.errors import OutputError
from keycafe_clean.write.private import write_private


@contextmanager
def said_if_unwritable(place: str | Path, another: str = "place") -> Iterator[None]:
    """Say which place cannot be written, and to choose another one, by the word for it. OutputError: it cannot be."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{place} cannot be written: {error.strerror}. Choose another {another}.") from None


def write_new(path: Path, data: bytes, *, by: str = "") -> None:
    """Write a file of mode 0600 where none is; `by` says how another name is given.

    OutputError: there is one of this name, or it cannot be written whole.
    """
    with said_if_unwritable(path):
        try:
            write_private(path, data)
        except FileExistsError:
            raise OutputError(f"{path} exists already. Choose another name{by}.") from None
