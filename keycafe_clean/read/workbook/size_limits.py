"""Size limits of a workbook, checked by what it says of itself, before any of it is opened."""

import io
import re
import zipfile
from collections.abc import Iterator

from keycafe_clean.read.budget import CELL_BYTES, PARTS, RATIO, SMALL, WORKBOOK_BYTES, WORKBOOK_CELLS, OverBudgetError
from keycafe_clean.read.file_kind import ZIP

#: Bytes of a part that are looked at in one go: memory stays small, and no tag of a sheet is nearly as long.
PIECE = 1 << 20


def check_size(data: bytes) -> None:
    """Check sizes, ratios and the rectangles of cells of a zipped workbook; others do not say theirs.

    OverBudgetError: one of them is beyond what an export of people holds.
    """
    if not data.startswith(ZIP):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        total = sum(part.file_size for part in parts)
        packed = sum(part.compress_size for part in parts)
        if len(parts) > PARTS or total > WORKBOOK_BYTES or (total > SMALL and total > RATIO * packed):
            raise OverBudgetError("cost")
        for part in parts:
            if part.filename.casefold().endswith(".xml"):
                _check_rectangle(archive, part)


def _check_rectangle(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Check how many cells the rectangle around all cells of a sheet has."""
    columns, rows = 0, 0
    for piece in _pieces(archive, part):
        references = b" ".join(re.findall(rb' r="([A-Z]{1,3}[0-9]{1,7})"', piece))
        letters = set(references.translate(None, b"0123456789").split())
        numbers = set(references.translate(None, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ").split())
        columns = max(columns, max(map(column_number, letters), default=0))
        rows = max(rows, max(map(int, numbers), default=0))
        if rows * columns > WORKBOOK_CELLS:
            raise OverBudgetError("cost")


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in pieces that end where a tag begins."""
    rest = b""
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            whole, bracket, start = (rest + piece).rpartition(b"<")
            yield whole
            rest = bracket + start
            if len(rest) > CELL_BYTES:
                raise OverBudgetError("cost")
    yield rest


def column_number(letters: bytes) -> int:
    """Get the number of a column from its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
