"""A file of any kind, taken apart within the budget; runs in the child process, whose limits hold."""

from keycafe_clean.errors import HostileFile
from keycafe_clean.read.budget import FULL, OverBudgetError, refusal
from keycafe_clean.read.file_kind import is_markup, is_workbook
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed
from keycafe_clean.read.text.text_file import parse_text
from keycafe_clean.read.unpack import unpacked
from keycafe_clean.read.workbook.sheet_grid import parse_workbook


def parse_any(raw: RawFile, options: ReadingOptions) -> Parsed:
    """Get the cells of a file.

    UnreadableExport: it is damaged, protected by a password, or no table. HostileFile: it holds more than a table of
    people does.
    """
    try:
        inner = unpacked(raw)
        is_text = not (is_workbook(inner) or is_markup(inner))
        return parse_text(inner, options, FULL) if is_text else _checked(parse_workbook(inner, options))
    except OverBudgetError as over:
        raise HostileFile(refusal(raw.name, over.limit)) from None


def _checked(parsed: Parsed) -> Parsed:
    """Let pass what is within the budget; the library has counted nothing."""
    cells = parsed.grid.cells
    FULL.check(rows=cells.height, columns=cells.width, longest=parsed.grid.longest)
    return parsed
