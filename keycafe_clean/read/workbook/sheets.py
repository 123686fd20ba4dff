"""The sheet of a workbook that holds people, as text; runs in the child process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import fastexcel
import polars as pl

from keycafe_clean.read.budget import MOST_TABLES, OverBudgetError
from keycafe_clean.read.table.grid import cells_of, empty_as_null
from keycafe_clean.read.workbook.cell_annotations import annotation_frame, without_midnight
from keycafe_clean.read.workbook.epoch import counts_from_1904
from keycafe_clean.read.workbook.one_epoch import with_one_epoch
from keycafe_clean.read.workbook.protection import is_protected
from keycafe_clean.read.workbook.sheet_annotations import sheet_annotations
from keycafe_clean.read.workbook.sheet_choice import Candidate, OtherSheet, best_of, others_with_people, sheets_beside
from keycafe_clean.read.workbook.short_cells import lengthened
from keycafe_clean.read.workbook.spreadsheet_xml import spreadsheet_tables
from keycafe_clean.read.workbook.tables_in_markup import is_cut_off, is_spreadsheet, page_tables


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
    `annotations` is a frame of `ANNOTATIONS`, None where they cannot be found. `others` are further sheets with people,
    `beside` all that have something in them (`sheets_beside()`).
    `widths` says how many cells each row of a page has; rows of a workbook have no end.
    """

    name: str
    cells: pl.DataFrame
    annotations: pl.DataFrame | None
    others: tuple[OtherSheet, ...] = ()
    beside: Mapping[str, bool] = field(default_factory=dict)
    widths: pl.Series | None = None
    #: whether a number that is a day counts from 1904
    from_1904: bool = False


def read_sheet(kind: str, data: bytes, wanted: str | None = None) -> Sheet:
    """Get the sheet that is wanted, else the one that looks most like a table of people.

    UnusableWorkbookError: there is no such sheet, or the workbook cannot be opened. OverBudgetError: there are
    more tables than any page has.
    """
    if kind == "markup":
        return _markup_sheet(data.decode("utf-8"), wanted)
    data = with_one_epoch(lengthened(data))
    sheets = _sheets(data)
    best = _chosen(sheets, wanted)
    cells = best.cells(None)
    annotations = sheet_annotations(data, best.name, sheets.index(best), cells)
    return Sheet(
        best.name,
        cells.with_columns(without_midnight()),
        annotations,
        _others(best, sheets, wanted),
        _beside(best, sheets, wanted),
        from_1904=counts_from_1904(data),
    )


def _chosen(candidates: list[Candidate], wanted: str | None) -> Candidate:
    names = tuple(candidate.name for candidate in candidates)
    if wanted:
        candidates = [candidate for candidate in candidates if candidate.name.casefold() == wanted.casefold()]
    if not candidates:
        raise UnusableWorkbookError("no_sheet" if wanted else "empty", names)
    return best_of(candidates)


def _others(best: Candidate, candidates: list[Candidate], wanted: str | None) -> tuple[OtherSheet, ...]:
    """Get the other sheets with people; none where somebody has said which sheet is meant."""
    return () if wanted or len(candidates) < 2 else others_with_people(best, candidates)


def _beside(best: Candidate, candidates: list[Candidate], wanted: str | None) -> dict[str, bool]:
    """Get the sheets beside the best, as `sheets_beside()` does; none where somebody has said which sheet is meant."""
    return {} if wanted or len(candidates) < 2 else sheets_beside(best, candidates)


def _markup_sheet(text: str, wanted: str | None) -> Sheet:
    """Get the sheet of an XML spreadsheet, or the table of a page; tables are numbered as sheets are named."""
    if is_spreadsheet(text) and is_cut_off(text):
        raise UnusableWorkbookError("damaged")
    tables = spreadsheet_tables(text) if is_spreadsheet(text) else page_tables(text)
    if len(tables) > MOST_TABLES:
        raise OverBudgetError("cost")
    grids = [cells_of(table.rows) for table in tables]
    candidates = [
        Candidate(table.name or f"Table {number}", table.visible, partial(_first, cells))
        for number, (table, (cells, _)) in enumerate(zip(tables, grids, strict=True), 1)
    ]
    best = _chosen(candidates, wanted)
    place = candidates.index(best)
    cells, widths = grids[place]
    annotations = annotation_frame(tables[place].annotations, (), cells)
    return Sheet(
        best.name,
        cells,
        annotations,
        _others(best, candidates, wanted),
        _beside(best, candidates, wanted),
        None if is_spreadsheet(text) else widths,
    )


def _first(cells: pl.DataFrame, rows: int | None) -> pl.DataFrame:
    return cells.head(rows or cells.height)


def _sheets(data: bytes) -> list[Candidate]:
    if is_protected(data):
        raise UnusableWorkbookError("password")
    try:
        reader = fastexcel.read_excel(data)
    except fastexcel.FastExcelError as error:
        raise UnusableWorkbookError("damaged") from error
    return [
        Candidate(name, visible=_is_visible(reader, name), cells=partial(_cells, reader, name))
        for name in reader.sheet_names
    ]


def _is_visible(reader: fastexcel.ExcelReader, name: str) -> bool:
    sheet = _loaded(reader, name, 1) if len(reader.sheet_names) > 1 else None
    return sheet is None or sheet.visible == "visible"


def _loaded(reader: fastexcel.ExcelReader, name: str, rows: int | None = None) -> fastexcel.ExcelSheet | None:
    """Get a sheet as text, from its first row on; None for a chart and for a sheet that cannot be read."""
    try:
        return reader.load_sheet(name, header_row=None, skip_rows=0, n_rows=rows, dtypes="string")
    except fastexcel.FastExcelError:
        return None


def _cells(reader: fastexcel.ExcelReader, name: str, rows: int | None) -> pl.DataFrame:
    """Get the cells by their place in the sheet: empty columns at the left are put back.

    UnusableWorkbookError: the only sheet cannot be read; one among several may be a chart, and has no cell.
    """
    sheet = _loaded(reader, name, rows)
    if sheet is None and len(reader.sheet_names) == 1:
        raise UnusableWorkbookError("damaged")
    if sheet is None or sheet.width == 0:
        return pl.DataFrame({"0": pl.Series([], dtype=pl.String)})
    loaded = sheet.to_polars()
    places = [column.absolute_index for column in sheet.available_columns()]
    named = loaded.rename(dict(zip(loaded.columns, map(str, places), strict=True)))
    blank = [pl.lit(None, pl.String).alias(str(place)) for place in range(places[0])]
    return named.select(*blank, pl.all()).with_columns(empty_as_null())
