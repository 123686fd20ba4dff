"""Which character stands between two cells: evidence from the column names and from how steady the widths are."""

import re
from collections import Counter
from itertools import islice

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.table.header import SEARCHED
from keycafe_clean.read.table.known_headers import known_names
from keycafe_clean.read.text.quoted_records import records

#: In the order in which they win when the evidence is the same.
DELIMITERS = (",", ";", "\t", "|")

#: Rows, and bytes, that are looked at; the delimiter of a file does not change further down.
SAMPLE, LOOKED_AT = 200, 200_000


#: Delimiters that are hard to type, by the words for them.
WORDS = {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"}


def as_delimiter(said: str) -> str:
    """Get the character that somebody has named: itself, or a word for it.

    UnreadableExport: it is neither.
    """
    delimiter = WORDS.get(said.strip().casefold(), said)
    if len(delimiter) != 1 or delimiter in '\r\n"':
        raise UnreadableExport(f"'{said}' is no delimiter. Give one character, or say comma, semicolon, tab or pipe.")
    return delimiter


def declared_delimiter(text: str) -> str | None:
    """Get the delimiter that a first line like `sep=;` declares, as spreadsheets write and obey it."""
    declaration = re.match(r'"?sep=(.)"?\r?(?:\n|$|\r)', text, re.IGNORECASE)
    return declaration[1] if declaration else None


def find_delimiter(data: bytes) -> str:
    """Get the delimiter under which the first rows of UTF-8 text make the most sense; a comma for a single column."""
    text = data[:LOOKED_AT].decode(errors="ignore")
    declared = declared_delimiter(text)
    if declared:
        return declared
    return max(DELIMITERS, key=lambda delimiter: _sense(text, delimiter))


def _sense(text: str, delimiter: str) -> float:
    """Measure a delimiter: cells that are known column names weigh most, then columns that most rows agree on."""
    rows = [record.cells for record in islice(records(text, delimiter), SAMPLE) if any(record.cells)]
    if not rows:
        return 0.0
    known = max(len(known_names(row)) for row in rows[:SEARCHED])
    width, agreeing = Counter(map(len, rows)).most_common(1)[0]
    return 3.0 * known + min(width - 1, 8) * agreeing / len(rows)
