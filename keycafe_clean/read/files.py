"""Files as bytes: from a path, or a name and the bytes that a browser sent."""

import hashlib
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from keycafe_clean.errors import EmptyFile, HostileFile, UnreadableExport, expect
from keycafe_clean.opening import other_than_file
from keycafe_clean.read.budget import FILE_BYTES, refusal

#: A path, or (name, bytes) of an upload.
File = str | PathLike[str] | tuple[str, bytes]


@dataclass(frozen=True)
class RawFile:
    """The name and the bytes of a file as they were received."""

    name: str
    data: bytes

    def sha256(self) -> str:
        """Get the checksum of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def open_file(file: File) -> RawFile:
    """Get the name and bytes of a file.

    UnreadableExport: it does not exist, is no file, may not be opened, or is empty. HostileFile: it is too large.
    WrongCall: it is neither a path nor (name, bytes).
    """
    expect(file, (str, PathLike, tuple), "read_export() takes files", 'read_export("hr.xlsx")')
    raw = RawFile(*file) if isinstance(file, tuple) else RawFile(Path(file).name, _bytes_of(Path(file)))
    if not raw.data:
        raise EmptyFile(f"{raw.name} is empty. Export it again from the HR system.")
    if len(raw.data) > FILE_BYTES:
        raise HostileFile(refusal(raw.name, "file_bytes"))
    return raw


def _bytes_of(path: Path) -> bytes:
    """Get the bytes of a file, one more than it may have at the most."""
    try:
        if other := other_than_file(path):
            raise UnreadableExport(f"{path} is {other}")
        with path.open("rb") as stream:
            return stream.read(FILE_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableExport(f"{path} does not exist. Check the name and the folder.") from None
    except PermissionError:
        # On Windows a file that a spreadsheet holds open ends here.
        raise UnreadableExport(
            f"{path} cannot be opened. Close it in other programs, or ask for the right to read it."
        ) from None
    except OSError as error:
        raise UnreadableExport(f"{path} cannot be read: {error.strerror}. Copy it to this computer first.") from None
