"""The sheet of a workbook that holds people, as text; runs in the child process."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import fastexcel
import polars as pl

from keycafe_clean.read.grid import Grid, cells_of, empty_as_null
from keycafe_clean.read.header import SEARCHED, find_heading
from keycafe_clean.read.known import known_names, meaning
from keycafe_clean.read.markup import markup_tables
from keycafe_clean.read.ods import ods_remarks
from keycafe_clean.read.protection import is_protected
from keycafe_clean.read.xlsx import no_remarks, xlsx_remarks

#: What a sheet of people has a column of.
ABOUT_PEOPLE = {"First Name", "Last Name", "full_name", "name", "Email Address", "employee_id", "login"}


class UnusableWorkbookError(Exception):
    """The workbook cannot be read: `password`, `damaged`, `no_sheet` (as wanted) or `empty`."""

    def __init__(self, reason: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sheets = sheets


@dataclass(frozen=True)
class Sheet:
    """A sheet as text.

    `cells` has String columns named by their place in the sheet ("0" is column A), row 1 of the sheet first.
    `remarks` is a frame of `REMARKS`. `others` are the names of other sheets that hold people too.
    """

    name: str
    cells: pl.DataFrame
    remarks: pl.DataFrame
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    """A sheet that is looked at only where there is a choice."""

    name: str
    visible: bool
    cells: Callable[[int | None], pl.DataFrame]

    @cached_property
    def top(self) -> list[list[str]]:
        """Get its first rows."""
        return Grid(self.cells(SEARCHED)).top(SEARCHED)

    @cached_property
    def about_people(self) -> set[str]:
        """Get the meanings of its column names that speak of people."""
        place = find_heading(self.top).place
        return set() if place is None else {meaning(cell) or "" for cell in self.top[place]} & ABOUT_PEOPLE

    @property
    def rank(self) -> tuple[bool, bool, bool, int, int]:
        """Order sheets by how likely people are on them; of two alike the one with more known names goes first."""
        filled, known = sum(map(any, self.top)), max(map(len, map(known_names, self.top)), default=0)
        return bool(self.about_people) and filled > 1, filled > 0, self.visible, len(self.about_people), known


def read_sheet(kind: str, data: bytes, wanted: str | None = None) -> Sheet:
    """Get the sheet that is wanted, else the one that looks most like a table of people.

    UnusableWorkbookError: there is no such sheet, or the workbook cannot be opened.
    """
    candidates = _tables(data) if kind == "markup" else _sheets(data)
    names = tuple(candidate.name for candidate in candidates)
    if wanted:
        candidates = [candidate for candidate in candidates if candidate.name.casefold() == wanted.casefold()]
    if not candidates:
        raise UnusableWorkbookError("no_sheet" if wanted else "empty", names)
    best = max(candidates, key=lambda candidate: candidate.rank) if len(candidates) > 1 else candidates[0]
    cells = best.cells(None)
    return Sheet(best.name, cells, _remarks(kind, data, best.name, cells), _like(best, candidates))


def _remarks(kind: str, data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    if kind == "markup":
        return no_remarks()
    return pl.concat([xlsx_remarks(data, sheet, cells), ods_remarks(data, sheet)])


def _like(best: _Candidate, candidates: list[_Candidate]) -> tuple[str, ...]:
    """Get the names of visible sheets with the same columns about people as the one that is read."""
    others = (other for other in candidates if other is not best and other.visible and other.rank[0])
    return tuple(other.name for other in others if other.about_people >= best.about_people)


def _tables(data: bytes) -> list[_Candidate]:
    """Get the tables of a page of markup, numbered as sheets are named."""
    tables = [cells_of(table)[0] for table in markup_tables(data.decode("utf-8"))]
    return [
        _Candidate(f"Table {number}", visible=True, cells=partial(_first, cells))
        for number, cells in enumerate(tables, 1)
    ]


def _first(cells: pl.DataFrame, rows: int | None) -> pl.DataFrame:
    return cells.head(rows or cells.height)


def _sheets(data: bytes) -> list[_Candidate]:
    if is_protected(data):
        raise UnusableWorkbookError("password")
    try:
        reader = fastexcel.read_excel(data)
    except fastexcel.FastExcelError as error:
        raise UnusableWorkbookError("damaged") from error
    return [
        _Candidate(name, visible=_is_visible(reader, name), cells=partial(_cells, reader, name))
        for name in reader.sheet_names
    ]


def _is_visible(reader: fastexcel.ExcelReader, name: str) -> bool:
    sheet = _loaded(reader, name, 1) if len(reader.sheet_names) > 1 else None
    return sheet is None or sheet.visible == "visible"


def _loaded(reader: fastexcel.ExcelReader, name: str, rows: int | None = None) -> fastexcel.ExcelSheet | None:
    """Get a sheet as text, from its first row on; None for a chart and for a sheet without a cell."""
    try:
        return reader.load_sheet(name, header_row=None, skip_rows=0, n_rows=rows, dtypes="string")
    except fastexcel.FastExcelError:
        return None


def _cells(reader: fastexcel.ExcelReader, name: str, rows: int | None) -> pl.DataFrame:
    """Get the cells by their place in the sheet: empty columns at the left are put back."""
    sheet = _loaded(reader, name, rows)
    if sheet is None or sheet.width == 0:
        return pl.DataFrame({"0": pl.Series([], dtype=pl.String)})
    loaded = sheet.to_polars()
    places = [column.absolute_index for column in sheet.available_columns()]
    named = loaded.rename(dict(zip(loaded.columns, map(str, places), strict=True)))
    blank = [pl.lit(None, pl.String).alias(str(place)) for place in range(places[0])]
    return named.select(*blank, pl.all()).with_columns(empty_as_null()).with_columns(_without_midnight())


def _without_midnight() -> pl.Expr:
    """Yield dates without a time of midnight, and times without the day from which workbooks count."""
    dates = pl.all().str.replace(r"^(\d{4}-\d\d-\d\d)[T ]00:00:00$", "$1")
    return dates.str.replace(r"^(?:1899-12-3[01]|1904-01-01)[T ](\d\d:\d\d:\d\d)$", "$1")
