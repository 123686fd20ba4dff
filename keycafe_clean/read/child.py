"""The child process that takes files apart: the file on its input, an answer on its output.

The request is a line of JSON and the bytes of the file; the answer is that of `parsed.py`, or a line with the sentence
of a refusal.
"""

import ctypes
import json
import os
import signal
import sys
from threading import Thread
from typing import BinaryIO

import psutil

from keycafe_clean.errors import EmptyFile, HostileFile, UnreadableExport
from keycafe_clean.read.budget import CHILD_ADDRESSES, CHILD_SECONDS, refusal
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parse import parse_any
from keycafe_clean.read.parsed import as_bytes, line
from keycafe_clean.read.workbook.sheet_grid import REFUSALS

#: The option of Linux that ends a process with its parent.
_END_WITH_PARENT = 1


def main() -> None:
    """Answer for the file on the input."""
    _end_with_parent()
    _limit_itself()
    sys.stdout.buffer.write(_answer(sys.stdin.buffer))


def _answer(stream: BinaryIO) -> bytes:
    request = json.loads(stream.readline())
    raw = RawFile(request["name"], stream.read(request["size"]))
    Thread(target=_end_at_end_of, args=(stream,), daemon=True).start()
    try:
        return as_bytes(parse_any(raw, ReadingOptions(**request["options"])))
    except EmptyFile as refused:
        return line({"empty": str(refused)})
    except UnreadableExport as refused:
        return line({"unreadable": str(refused)})
    except HostileFile as refused:
        return line({"hostile": str(refused)})
    except MemoryError:
        return line({"hostile": refusal(raw.name, "cost")})
    except BaseException:  # noqa: BLE001  (a damaged file breaks anything, even the library, whose panics are no Exception)
        return line({"unreadable": REFUSALS["damaged"].format(name=raw.name)})


def _end_at_end_of(stream: BinaryIO) -> None:
    """End as soon as the input ends: the parent holds it open as long as it lives and waits."""
    os.read(stream.fileno(), 1)
    os._exit(1)


def _end_with_parent() -> None:
    """Let Linux end this process with its parent, even while a library does not let go."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)


def _limit_itself() -> None:
    """Set the limits that the system itself keeps; on Windows only the parent watches."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  (there is none on Windows)

    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_SECONDS, CHILD_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        most = psutil.Process().memory_info().vms + CHILD_ADDRESSES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
