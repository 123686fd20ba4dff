"""The child process that opens workbooks and markup: the file on its input, an answer on its output.

The answer is a line of JSON and then Arrow tables of the sizes that the JSON names: cells, remarks, and of a page how
many cells each row has.
"""

import io
import json
import sys
from typing import Any

import polars as pl

from keycafe_clean.read.claims import HostileWorkbookError, check_claims
from keycafe_clean.read.remarks import no_remarks
from keycafe_clean.read.sheets import UnusableWorkbookError, read_sheet

#: Address space on Linux, in bytes; Polars alone takes 850 MB of it. Elsewhere only the parent watches.
ADDRESS_SPACE = 3_000_000_000


def main() -> None:
    """Answer for the file on the input; the arguments are what it is and the sheet that is wanted, if any."""
    _limit_memory()
    kind, wanted = sys.argv[1], sys.argv[2] or None
    try:
        answer = _answer(kind, sys.stdin.buffer.read(), wanted)
    except (HostileWorkbookError, MemoryError):
        answer = _refusal("hostile")
    except UnusableWorkbookError as refusal:
        answer = _refusal(refusal.reason, refusal.sheets)
    except BaseException:  # noqa: BLE001  (a damaged file breaks anything, even the library, whose panics are no Exception)
        answer = _refusal("damaged")
    sys.stdout.buffer.write(answer)


def _answer(kind: str, data: bytes, wanted: str | None) -> bytes:
    check_claims(data)
    sheet = read_sheet(kind, data, wanted)
    tables = [_packed(sheet.cells), _packed(no_remarks() if sheet.remarks is None else sheet.remarks)]
    if sheet.widths is not None:
        tables.append(_packed(sheet.widths.alias("width").to_frame()))
    about = {"sheet": sheet.name, "others": sheet.others, "has_details": sheet.remarks is not None}
    return b"".join([_line(about | {"sizes": [len(table) for table in tables]}), *tables])


def _refusal(reason: str, sheets: tuple[str, ...] = ()) -> bytes:
    return _line({"refused": reason, "sheets": sheets})


def _line(about: dict[str, Any]) -> bytes:
    return json.dumps(about).encode() + b"\n"


def _packed(table: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    table.write_ipc(buffer)
    return buffer.getvalue()


def unpacked_answer(answer: bytes) -> tuple[dict[str, Any], list[pl.DataFrame]]:
    """Get what the child said and its tables; none where it refused."""
    line, _, tables = answer.partition(b"\n")
    about = json.loads(line)
    frames, start = [], 0
    for size in about.get("sizes", ()):
        frames.append(pl.read_ipc(io.BytesIO(tables[start : start + size])))
        start += size
    return about, frames


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource  # noqa: PLC0415  (there is none on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


if __name__ == "__main__":
    main()
