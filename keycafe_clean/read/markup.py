"""Tables in markup: HTML pages, and XML spreadsheets of 2003, as systems write them under the name of a workbook."""

from html.parser import HTMLParser

#: Elements that begin a row and a cell, in HTML and in XML spreadsheets.
ROWS, CELLS = {"tr", "row"}, {"td", "th", "cell"}

#: The most rows or columns that a cell may span or skip.
WIDEST = 1_000


def markup_tables(text: str) -> list[list[list[str]]]:
    """Get the tables of a page as rows of cells, in order; tables within tables are tables of their own.

    A cell that spans columns leaves blank ones behind; one that spans rows stands in each of them.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return [table.rows for table in reader.tables if any(map(any, table.rows))]


class _Table:
    """A table that is being read."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._spans: tuple[int, int] = (1, 1)
        self._from_above: dict[int, tuple[int, str]] = {}

    def begin_row(self) -> None:
        """Open a row, with the cells that reach down into it."""
        self.end_cell()
        self.rows.append([])

    def begin_cell(self, attributes: dict[str, str | None]) -> None:
        """Open a cell; one outside of a row begins a row."""
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        index = _number(attributes.get("ss:index"), len(self.rows[-1]) + 1)
        self.rows[-1].extend([""] * (index - 1 - len(self.rows[-1])))
        self._fill_from_above()
        self._cell = []
        self._spans = _number(attributes.get("colspan"), 1), _number(attributes.get("rowspan"), 1)

    def add(self, text: str) -> None:
        """Add text to the open cell; text elsewhere is not the table's."""
        if self._cell is not None:
            self._cell.append(text)

    def end_cell(self) -> None:
        """Close the open cell."""
        if self._cell is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self._cell).split("\n\0")).strip()
        columns, rows = self._spans
        if rows > 1:
            self._from_above[len(self.rows[-1])] = (rows - 1, text)
        self.rows[-1].extend([text, *[""] * (columns - 1)])
        self._cell = None

    def _fill_from_above(self) -> None:
        row = self.rows[-1]
        while len(row) in self._from_above:
            left, text = self._from_above.pop(len(row))
            if left > 1:
                self._from_above[len(row)] = (left - 1, text)
            row.append(text)


class _Reader(HTMLParser):
    """Hands elements and text to the innermost table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        name = tag.rpartition(":")[2]
        if name == "table":
            self.tables.append(_Table())
            self._open.append(self.tables[-1])
        elif not self._open:
            return
        elif name in ROWS:
            self._open[-1].begin_row()
        elif name in CELLS:
            self._open[-1].begin_cell(dict(attrs))
        elif name == "br":
            self._open[-1].add("\n\0")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element without content."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a cell or a table."""
        name = tag.rpartition(":")[2]
        if self._open and name in CELLS | ROWS | {"table"}:
            self._open[-1].end_cell()
        if self._open and name == "table":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell."""
        if self._open:
            self._open[-1].add(data)


def _number(text: str | None, otherwise: int) -> int:
    return min(max(int(text), 1), WIDEST) if text and text.isdecimal() else otherwise
