"""XML spreadsheets of 2003, as systems write them under the name of a workbook: sheets, values, formats, merges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import DAY_OF_TIMES, linked_address, of_number
from keycafe_clean.read.workbook.number_format import zero_mask
from keycafe_clean.read.workbook.spans import SpannedRows, whole_number
from keycafe_clean.read.workbook.tables_in_markup import MarkupTable

Attributes = dict[str, str]

#: The namespace of spreadsheets; other parts of a workbook have elements that are called as its own are.
NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def spreadsheet_tables(text: str) -> list[MarkupTable]:
    """Get the sheets of an XML spreadsheet that have a cell with something in it.

    Days and times are as workbooks of other kinds give them; annotations as in `xlsx.py`.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return [sheet for sheet in reader.sheets if any(map(any, sheet.rows))]


@dataclass
class _Cell:
    """A cell that is being read: what it says of itself, the type of its value, and the value."""

    about: Attributes
    kind: str = ""
    text: str = ""


class _Reader(HTMLParser):
    """Reads sheets in order; tags of the namespace of spreadsheets, or of none, count, and no tag has to be closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[MarkupTable] = []
        self._grid = SpannedRows()
        self._masks: dict[str, str | None] = {}
        self._style, self._row_style, self._within = "", "", ""
        self._cell: _Cell | None = None
        self._struck: set[str] = set()
        self._foreign: set[str] = set()
        self._island = ""

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        """Read on: in HTML, what stands in a style is no markup; here it is."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a style, a sheet, a row, a cell or its value."""
        self._declare(tag, attrs)
        if self._is_foreign(tag):
            # Of all others only this one says something of a sheet; what stands within a value is a part of it.
            self._within = "visible" if tag.rpartition(":")[2] == "visible" else self._within
            return
        attributes = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        self._within = tag.rpartition(":")[2]
        if self._within == "style":
            self._style = attributes.get("id", "")
        elif self._within == "numberformat":
            self._masks[self._style] = zero_mask(attributes.get("format", ""))
        elif self._within == "font" and attributes.get("strikethrough") == "1":
            self._struck.add(self._style)
        elif self._within == "worksheet":
            self._grid = SpannedRows()
            self.sheets.append(MarkupTable(self._grid.rows, attributes.get("name")))
        elif self.sheets:
            self._open(attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element without content."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a value, a cell or a sheet."""
        name = tag.rpartition(":")[2]
        is_foreign = self._is_foreign(tag)
        self._island = "" if tag == self._island else self._island
        if is_foreign and name != "visible":
            return
        if name in {"cell", "row", "table"}:
            self._end_cell()
        if name == "table":
            self._grid.end_row()
        if name in {"data", "visible"}:
            self._within = ""

    def handle_data(self, data: str) -> None:
        """Add text to the value of the open cell; a sheet may say that it is hidden."""
        if self._within == "visible" and self.sheets:
            self.sheets[-1].visible = "hidden" not in data.casefold()
        elif self._cell and self._cell.kind and self._within:
            self._cell.text += data

    def _declare(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the prefixes of other namespaces, and an element whose own is another one, with all that is in it."""
        for name, uri in attrs:
            if name.startswith("xmlns:") and uri != NAMESPACE:
                self._foreign.add(name.removeprefix("xmlns:"))
            elif name == "xmlns" and uri != NAMESPACE and ":" not in tag and self.sheets:
                self._island = self._island or tag

    def _is_foreign(self, tag: str) -> bool:
        """Tell whether an element is of another namespace."""
        prefix = tag.rpartition(":")[0]
        return prefix in self._foreign or (not prefix and bool(self._island))

    def _open(self, attributes: Attributes) -> None:
        if self._within in {"row", "cell", "comment"}:
            # What follows the value of a cell as its comment is no part of it.
            self._end_cell()
        if self._within == "row":
            self._grid.begin_row(whole_number(attributes.get("index"), 0))
            self._row_style = attributes.get("styleid", "")
            if attributes.get("hidden") == "1":
                self.sheets[-1].annotations.append((len(self._grid.rows), None, "hidden_row", None))
        elif self._within == "cell":
            self._cell = _Cell(attributes)
        elif self._within == "data" and self._cell:
            self._cell.kind = attributes.get("type", "String")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        cell, self._cell = self._cell, None
        about = cell.about
        row, place = self._grid.add(
            _value(cell),
            number=whole_number(about.get("index"), 0),
            columns=1 + whole_number(about.get("mergeacross"), 0),
            rows=1 + whole_number(about.get("mergedown"), 0),
        )
        style = about.get("styleid", self._row_style)
        self.sheets[-1].annotations.extend(_annotations(cell, row, place, self._masks.get(style)))
        if style in self._struck and cell.text:
            self.sheets[-1].annotations.append((row, place, "struck", None))
        if address := linked_address(about.get("href", "")):
            self.sheets[-1].annotations.append((row, place, "link", address))


def _value(cell: _Cell) -> str:
    """Get the value of a cell as workbooks of other kinds give it."""
    if cell.kind == "Boolean":
        return "true" if cell.text == "1" else "false"
    if cell.kind == "DateTime":
        written = re.sub(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?$", r"\1 \2", cell.text)
        return re.sub(rf"^{DAY_OF_TIMES} | 00:00:00$", "", written)
    number = _number(cell)
    return cell.text if number is None or not number.is_integer() else str(int(number))


def _number(cell: _Cell) -> float | None:
    try:
        return float(cell.text) if cell.kind == "Number" else None
    except ValueError:
        return None


def _annotations(cell: _Cell, row: int, place: int, mask: str | None) -> Iterator[Annotation]:
    number = _number(cell)
    if number is not None:
        yield from of_number(row, place, number, mask)
    elif cell.kind == "Error":
        yield row, place, "error_cell", cell.text
    elif not cell.kind and "formula" in cell.about:
        yield row, place, "formula_without_result", None
