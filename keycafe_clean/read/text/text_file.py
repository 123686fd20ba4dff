"""A text file, parsed: its encoding, its delimiter, its cells."""

import re

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.budget import Budget
from keycafe_clean.read.describe import encoding_in_words
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed
from keycafe_clean.read.text.delimited import text_grid
from keycafe_clean.read.text.delimiter import as_delimiter, find_delimiter
from keycafe_clean.read.text.encoding import decode
from keycafe_clean.read.text.mixed import with_letters
from keycafe_clean.read.text.other_text import no_table_by_text

#: The sign that ends a file of DOS, and stands where two of them were joined.
END_SIGN = b"\x1a"


def parse_text(raw: RawFile, options: ReadingOptions, budget: Budget) -> Parsed:
    """Get the cells of a delimited text.

    UnreadableExport: it is no table, no text, or not in the encoding that was asked for. OverBudgetError: it holds more
    than the budget has.
    """
    text = decode(raw, options.encoding)
    data = without_end_sign(text.data)
    if options.delimiter is None and (said := no_table_by_text(data)):
        raise UnreadableExport(f"{raw.name} {said}")
    delimiter = as_delimiter(options.delimiter) if options.delimiter else find_delimiter(data)
    grid = text_grid(data, delimiter, budget)
    doubts = {} if text.certain else {"unsure_encoding": encoding_in_words(text.encoding)}
    return Parsed(with_letters(grid) if text.mixed else grid, encoding=text.encoding, doubts=doubts)


def without_end_sign(data: bytes) -> bytes:
    """Get a text less the signs of the end of a file: those before its last blanks, and those that begin a line."""
    if END_SIGN not in data:
        return data
    text = data.rstrip(END_SIGN + b"\0 \t\r\n")
    kept = data if END_SIGN not in data[len(text) :] else text
    return re.sub(rb"(?m)^\x1a+", b"", kept)
