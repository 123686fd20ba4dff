"""Text as records, the careful way: whatever a file does with its quote marks, no character of a cell is lost."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from keycafe_clean.read.budget import COLUMNS, OverBudgetError


class Record(NamedTuple):
    """The cells of one record, where it ends in the text, and the places of quote marks that are never closed."""

    cells: list[str]
    end: int
    strays: list[int]


def records(text: str, delimiter: str, start: int = 0, quote: str = '"', *, most: int = COLUMNS) -> Iterator[Record]:
    """Yield one record after the other from a place where one begins; a blank line is a record of no cell.

    OverBudgetError: a record has more than `most` cells.

    A quoted cell may hold delimiters, line ends and doubled quote marks, and have blanks around it. A quote mark that
    does not enclose a whole cell is an ordinary character; where it stands first in its cell, it is a stray one.
    CR, LF and CRLF end a record, in any mixture.
    """
    cells: list[str] = []
    strays: list[int] = []
    for found in _cell(delimiter, quote).finditer(text, start):
        quoted, plain, end = found.groups()
        if quoted is not None:
            cells.append(quoted.replace(quote * 2, quote))
        elif plain or cells or end == delimiter:
            if quote in plain and plain.lstrip(" \t").startswith(quote):
                strays.append(len(cells))
            cells.append(plain)
        if end == delimiter and len(cells) < most:
            continue
        if end == delimiter:
            raise OverBudgetError("columns")
        if cells or end:
            yield Record(cells, found.end(), strays)
        cells, strays = [], []


def enclosed_record(text: str, delimiter: str, start: int, quote: str) -> Record | None:
    """Get the record of a line in which every cell stands in quote marks and none holds one; None for others.

    Most lines with quote marks are like that, and to split one takes a tenth of the time.
    """
    if not text.startswith(quote, start):
        return None
    end = text.find("\n", start) + 1 or len(text)
    line = text[start:end].removesuffix("\n").removesuffix("\r")
    if len(line) < 2 or line[-1] != quote or "\r" in line:
        return None
    cells = line[1:-1].split(f"{quote}{delimiter}{quote}")
    return Record(cells, end, []) if line.count(quote) == 2 * len(cells) else None


def quotes_singly(text: str, delimiter: str) -> bool:
    """Tell whether cells stand in single quote marks: most with letters in them do, and there are no double ones."""
    if '"' in text or "'" not in text:
        return False
    cells = [cell.strip() for record in records(text, delimiter) for cell in record.cells]
    worded = [cell for cell in cells if re.search(r"[^\W\d_]", cell)]
    enclosed = [cell for cell in worded if len(cell) > 1 and cell.startswith("'") and cell.endswith("'")]
    return len(enclosed) * 2 > len(worded)


class Habits(NamedTuple):
    """Whether a writer quotes cells that need no quote marks, and which columns it quotes always."""

    beyond_need: bool
    always: list[bool]


def quoting_habits(text: str, delimiter: str, width: int) -> Habits:
    """Get the habits of the writer of a text, as far as its first rows show them."""
    bare, enclosed = [False] * width, [False] * width
    beyond_need, place = False, 0
    for found in _cell(delimiter, '"').finditer(text):
        quoted, plain, end = found.groups()
        if place < width:
            bare[place] |= bool(plain)
            enclosed[place] |= quoted is not None
        beyond_need |= bool(quoted) and not any(sign in quoted for sign in (delimiter, '"', "\n", "\r"))
        place = place + 1 if end == delimiter else 0
    return Habits(beyond_need, [one and not other for one, other in zip(enclosed, bare, strict=True)])


@cache
def _cell(delimiter: str, quote: str) -> re.Pattern[str]:
    """Compile a pattern that matches one cell and what ends it; possessive, so that no file makes it try twice."""
    mark, blank = re.escape(delimiter), re.escape(" \t".replace(delimiter, ""))
    enclosed = rf"[{blank}]*+{quote}((?:[^{quote}]++|{quote}{quote})*+){quote}[{blank}]*+(?={mark}|[\r\n]|\Z)"
    return re.compile(rf"(?:{enclosed}|([^{mark}\r\n]*+))({mark}|\r\n|\r|\n|\Z)")
