"""Tables in markup: HTML pages, and XML spreadsheets of 2003, as systems write them under the name of a workbook."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.spans import SpannedRows, whole_number

#: The root of an XML spreadsheet, looked for in so many characters.
WORKBOOK, SEARCHED = re.compile(r"<(?:\w+:)?workbook\b", re.IGNORECASE), 10_000
END_OF_WORKBOOK = re.compile(r"</(?:\w+:)?workbook\s*>", re.IGNORECASE)


@dataclass
class MarkupTable:
    """A table as rows of cells, in order, with its name and what is to be said about its cells, as far as known."""

    rows: list[list[str]]
    name: str | None = None
    visible: bool = True
    annotations: list[Annotation] = field(default_factory=list)


def is_spreadsheet(text: str) -> bool:
    """Tell whether markup is an XML spreadsheet, not a page."""
    return WORKBOOK.search(text, 0, SEARCHED) is not None


def is_cut_off(text: str) -> bool:
    """Tell whether an XML spreadsheet ends before its end."""
    return END_OF_WORKBOOK.search(text, max(len(text) - SEARCHED, 0)) is None


def page_tables(text: str) -> list[MarkupTable]:
    """Get the tables of an HTML page that have a cell with something in it; tables within tables are their own."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return [MarkupTable(table.rows) for table in reader.tables if any(map(any, table.rows))]


class _Table(SpannedRows):
    """A table that is being read."""

    def __init__(self) -> None:
        super().__init__()
        self._cell: list[str] | None = None
        self._spans = (1, 1)

    def begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Open a cell."""
        self.end_cell()
        self._cell = []
        self._spans = whole_number(attributes.get("colspan"), 1), whole_number(attributes.get("rowspan"), 1)

    def add_text(self, text: str) -> None:
        """Add text to the open cell; text elsewhere is not the table's."""
        if self._cell is not None:
            self._cell.append(text)

    def end_cell(self) -> None:
        """Close the open cell."""
        if self._cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self._cell).split("\n\0")).strip()
        self.add(text, columns=self._spans[0], rows=self._spans[1])
        self._cell = None


class _Reader(HTMLParser):
    """Hands elements and text to the innermost table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag == "table":
            self.tables.append(_Table())
            self._open.append(self.tables[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].end_cell()
            self._open[-1].begin_row()
        elif tag in {"td", "th"}:
            self._open[-1].begin_cell(dict(attrs))
        elif tag == "br":
            self._open[-1].add_text("\n\0")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell or a table."""
        if self._open and tag in {"td", "th", "tr", "table"}:
            self._open[-1].end_cell()
        if self._open and tag == "table":
            self._open.pop().end_row()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell; scripts and styles are none."""
        if self._open and self.cdata_elem is None:
            self._open[-1].add_text(data)
