"""A text file, parsed: its encoding, its delimiter, its cells."""

from keycafe_clean.read.budget import Budget
from keycafe_clean.read.describe import encoding_in_words
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed
from keycafe_clean.read.text.delimited import text_grid
from keycafe_clean.read.text.delimiter import as_delimiter, find_delimiter
from keycafe_clean.read.text.encoding import decode
from keycafe_clean.read.text.mixed import with_letters


def parse_text(raw: RawFile, options: ReadingOptions, budget: Budget) -> Parsed:
    """Get the cells of a delimited text.

    UnreadableExport: it is no text, or not in the encoding that was asked for. OverBudgetError: it holds more than the
    budget has.
    """
    text = decode(raw, options.encoding)
    delimiter = as_delimiter(options.delimiter) if options.delimiter else find_delimiter(text.data)
    grid = text_grid(text.data, delimiter, budget)
    doubts = {} if text.certain else {"unsure_encoding": encoding_in_words(text.encoding)}
    return Parsed(with_letters(grid) if text.mixed else grid, encoding=text.encoding, doubts=doubts)
