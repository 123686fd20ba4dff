"""The careful way to read text: lines without quote marks all at once, records with quote marks one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from keycafe_clean.read.budget import Budget
from keycafe_clean.read.table.grid import cells_of, cells_of_lines
from keycafe_clean.read.text.quoted_records import Record, enclosed_record, records

#: Characters without a quote mark from which on lines are taken together; shorter stretches are not worth it.
STRETCH = 2_000


@dataclass(frozen=True)
class CarefulCells:
    """Some rows of a text: their cells, how many each had, and where the last of them ends.

    `has_breaks` tells whether cells may hold line breaks; `strays` are (row, place) of stray quote marks; `one_by_one`
    is how many characters were read record by record.
    """

    cells: pl.DataFrame
    widths: pl.Series
    end: int
    has_breaks: bool
    strays: tuple[tuple[int, int], ...]
    one_by_one: int


@dataclass
class _Taken:
    """What was taken from a text so far: plain lines as they stand, records with quote marks, and the rows of each."""

    plain: list[str] = field(default_factory=list)
    quoted: list[Record] = field(default_factory=list)
    plain_rows: list[int] = field(default_factory=list)
    quoted_rows: list[int] = field(default_factory=list)
    end: int = 0
    one_by_one: int = 0
    has_breaks: bool = False

    @property
    def rows(self) -> int:
        """Count the rows, blank ones too."""
        return len(self.plain_rows) + len(self.quoted_rows)

    def take_lines(self, text: str) -> None:
        """Take lines that have no quote mark: each is a record."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
        self.plain.append(lines)
        self.plain_rows.extend(range(self.rows, self.rows + lines.count("\n") + 1))
        self.end += len(text)

    def take_record(self, record: Record) -> None:
        """Take a record that was read by itself."""
        self.quoted_rows.append(self.rows)
        self.quoted.append(record)
        self.has_breaks |= any("\n" in cell or "\r" in cell for cell in record.cells)
        self.one_by_one += record.end - self.end
        self.end = record.end


def careful_cells(text: str, delimiter: str, enough: int, quote: str, budget: Budget) -> CarefulCells:
    """Read whole records until one ends at `enough` characters or behind.

    OverBudgetError: there are more rows, columns or cells than the budget has, or more to read one by one.
    """
    taken, last = _Taken(), _line_end(text, enough)
    while taken.end < enough:
        mark = text.find(quote, taken.end, last)
        plain_until = last if mark < 0 else _line_start(text, taken.end, mark)
        if plain_until > taken.end:
            taken.take_lines(text[taken.end : plain_until])
        for record in _near_quotes(text, delimiter, taken.end, quote, budget) if taken.end < enough else ():
            taken.take_record(record)
            if record.end >= enough:
                break
        budget.check(rows=taken.rows, one_by_one=taken.one_by_one)
    cells, widths = _in_order(taken, delimiter, budget)
    strays = ((row, at) for row, record in zip(taken.quoted_rows, taken.quoted, strict=True) for at in record.strays)
    return CarefulCells(cells, widths, taken.end, taken.has_breaks, tuple(strays), taken.one_by_one)


def _line_end(text: str, enough: int) -> int:
    """Get the place behind the first line end at which enough is read."""
    ends = [at + 1 for at in (text.find("\n", enough - 1), text.find("\r", enough - 1)) if at >= 0]
    end = min(ends, default=len(text))
    return end + 1 if text[end - 1 : end + 1] == "\r\n" else end


def _line_start(text: str, start: int, place: int) -> int:
    """Get where the line of a place begins, `start` at the least."""
    return max(text.rfind("\n", start, place), text.rfind("\r", start, place), start - 1) + 1


def _near_quotes(text: str, delimiter: str, start: int, quote: str, budget: Budget) -> Iterator[Record]:
    """Yield records as long as a quote mark is near."""
    end, others = start, None
    while end == start or (end < len(text) and text.find(quote, end, end + STRETCH) >= 0):
        record = enclosed_record(text, delimiter, end, quote)
        if record:
            others = None
        else:
            others = others or records(text, delimiter, end, quote, most=budget.columns)
            record = next(others)
        yield record
        end = record.end


def _in_order(taken: _Taken, delimiter: str, budget: Budget) -> tuple[pl.DataFrame, pl.Series]:
    """Get the cells and widths of what was taken, in the order of the text."""
    lines = pl.Series(taken.plain, dtype=pl.String).str.split("\n").explode()
    cells, widths = cells_of_lines(lines, delimiter, budget)
    if not taken.quoted:
        return cells, widths
    quoted, quoted_widths = cells_of([record.cells for record in taken.quoted], budget)
    both = pl.concat([cells, quoted], how="diagonal")
    budget.check(rows=both.height, columns=both.width)
    order = pl.Series([*taken.plain_rows, *taken.quoted_rows], dtype=pl.UInt32).arg_sort()
    return both[order], pl.concat([widths, quoted_widths]).gather(order)
