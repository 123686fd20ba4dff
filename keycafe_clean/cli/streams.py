"""Where a command speaks: in UTF-8 whatever the console, and to a reader who may have gone away."""

import errno
import io
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

#: How a pipe says that nobody reads any more, on Windows too.
_GONE = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}


class CannotBeShown(OSError):
    """What a command says cannot be written: the disk below a redirection is full."""


def prepare_streams() -> None:
    """Make stdout and stderr take every letter, outlive their reader, and exist where they were closed."""
    sys.stdout, sys.stderr = _prepared(sys.stdout), _prepared(sys.stderr)


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return io.TextIOWrapper(io.BytesIO(), "utf-8")
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(raw, io.RawIOBase):
        return stream
    stream.flush()
    patient = io.BufferedWriter(_Patient(raw))
    # A Windows console has another encoding, and names have letters that it lacks.
    return io.TextIOWrapper(patient, "utf-8", "replace", line_buffering=stream.isatty() or stream is sys.stderr)


class _Patient(io.RawIOBase):
    """Bytes for a reader. One who has gone (`| head -1`) is no fault; a full disk is one, and is told once."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw
        self._is_lost = False

    def write(self, data: "ReadableBuffer", /) -> int | None:
        """Write the bytes, or drop them once they cannot be written."""
        if self._is_lost:
            return memoryview(data).nbytes
        try:
            return self._raw.write(data)
        except OSError as error:
            self._is_lost = True
            if error.errno in _GONE:
                return memoryview(data).nbytes
            raise CannotBeShown(error.errno, error.strerror) from None

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def fileno(self) -> int:
        """Get the number that the system knows it by."""
        return self._raw.fileno()

    def isatty(self) -> bool:
        """Tell whether people read it as it is written."""
        return self._raw.isatty()
