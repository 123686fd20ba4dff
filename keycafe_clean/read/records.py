"""Text as records, the careful way: whatever a file does with its quote marks, no character of a cell is lost."""

import re
from collections.abc import Iterator
from functools import cache

#: A quote mark that opens a cell and is never closed: number of the record, place in it, the cell as it stands.
Stray = tuple[int, int, str]


def records(text: str, delimiter: str, quote: str = '"', strays: list[Stray] | None = None) -> Iterator[list[str]]:
    """Yield the cells of one record after the other, records of no cell at all (blank lines) included.

    A quoted cell may hold delimiters, line ends and doubled quote marks, and have blanks around it. A quote mark that
    does not enclose a whole cell is an ordinary character; where it stands first in its cell it is added to `strays`.
    CR, LF and CRLF end a record, in any mixture.
    """
    record: list[str] = []
    number = 1
    for cell in _cells(delimiter, quote).finditer(text):
        quoted, plain, end = cell.groups()
        if quoted is not None:
            record.append(quoted.replace(quote * 2, quote))
        elif plain or record or end == delimiter:
            record.append(plain)
            if strays is not None and quote in plain and plain.lstrip(" \t").startswith(quote):
                strays.append((number, len(record) - 1, plain))
        if end == delimiter:
            continue
        if record or end:
            yield record
        record, number = [], number + 1


@cache
def _cells(delimiter: str, quote: str) -> re.Pattern[str]:
    """Compile a pattern that matches one cell and what ends it; possessive, so that no file makes it try twice."""
    mark, end, blank = re.escape(delimiter), re.escape(quote), re.escape(" \t".replace(delimiter, ""))
    enclosed = rf"[{blank}]*+{end}((?:[^{end}]++|{end}{end})*+){end}[{blank}]*+(?={mark}|[\r\n]|\Z)"
    return re.compile(rf"(?:{enclosed}|([^{mark}\r\n]*+))({mark}|\r\n|\r|\n|\Z)")
