"""Workbooks and pages of markup as a grid of cells; runs in the child process."""

import polars as pl

from keycafe_clean.errors import EmptyFile, UnreadableExport
from keycafe_clean.read.annotations import no_annotations
from keycafe_clean.read.file_kind import is_workbook
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parsed import Parsed
from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text.encoding import decode
from keycafe_clean.read.workbook.sheet_choice import OtherSheet
from keycafe_clean.read.workbook.sheets import Sheet, UnusableWorkbookError, read_sheet
from keycafe_clean.read.workbook.size_limits import check_size

#: What is said about a workbook that cannot be used, by its reason.
REFUSALS = {
    "password": "{name} is protected by a password. Open it, save it without one, and choose that file.",
    "damaged": "{name} is damaged, or no workbook. Open it in a spreadsheet program and save it again.",
    "no_sheet": "{name} has no sheet '{sheet}'. Its sheets: {sheets}.",
    "empty": "{name} has no table in it. Export it again from the HR system.",
}

#: Annotations of cells that nobody needs to hear of: they were read as a spreadsheet shows them.
SILENT = "as_shown"

#: Annotations whose value is said of a cell; that of others is what the cell holds.
ABOUT_CELLS = ("comment", "link", "filled_row", "filled_cell")


def parse_workbook(raw: RawFile, options: ReadingOptions) -> Parsed:
    """Get the cells of a sheet as text; row 1 of the sheet is the first row.

    Without a sheet in the options it is the one that holds people; their encoding is for markup only. UnreadableExport:
    the workbook is damaged, protected by a password, or has no such sheet. OverBudgetError: it claims, or holds, more
    than a table of people does.
    """
    form, data = ("workbook", raw.data) if is_workbook(raw) else ("markup", decode(raw, options.encoding).data)
    check_size(data)
    try:
        sheet = read_sheet(form, data, options.sheet)
    except UnusableWorkbookError as unusable:
        sentence = REFUSALS[unusable.reason]
        sheets = ", ".join(unusable.sheets)
        kind = EmptyFile if unusable.reason == "empty" else UnreadableExport
        raise kind(sentence.format(name=raw.name, sheet=options.sheet, sheets=sheets)) from None
    return Parsed(_annotated(sheet), sheet.name, doubts=_doubts(sheet), sheets=sheet.beside, from_1904=sheet.from_1904)


def _doubts(sheet: Sheet) -> dict[str, str]:
    """Get what is to be said about the whole sheet: people elsewhere, and annotations that nobody can read."""
    shown, hidden = ([other for other in sheet.others if other.hidden == flag] for flag in (False, True))
    doubts = {"other_sheets": _named(shown), "hidden_sheets": _named(hidden)}
    return {code: value for code, value in doubts.items() if value} | (
        {} if sheet.annotations is not None else {"details_unread": sheet.name}
    )


def _named(others: list[OtherSheet]) -> str:
    """Name sheets with their rows: 'Paris' (1,200 rows), 'Rome' (1 row)."""
    return ", ".join(f"'{name}' ({rows:,} {'row' if rows == 1 else 'rows'})" for name, rows, _ in others)


def _annotated(sheet: Sheet) -> Grid:
    """Put the texts of annotations into their cells, and keep those annotations that people should hear of."""
    annotations = no_annotations() if sheet.annotations is None else sheet.annotations
    texts = annotations.drop_nulls("value").filter(~pl.col("code").is_in(ABOUT_CELLS))
    cells = _large_enough(sheet.cells, texts)
    for (position,), group in texts.group_by("position", maintain_order=True):
        column = cells.get_column(str(position)).scatter(group["source_row"] - 1, group["value"].replace("", None))
        cells = cells.with_columns(column)
    told = annotations.filter(pl.col("code") != SILENT).with_columns(pl.col("value").replace("", None))
    return Grid(cells, sheet.widths, annotations=told)


def _large_enough(cells: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Add the rows and columns that only annotations reach, such as a column of errors."""
    rows, place = texts.get_column("source_row").max(), texts.get_column("position").max()
    columns = range(cells.width, int(str(place)) + 1 if place is not None else 0)
    cells = cells.with_columns(pl.lit(None, pl.String).alias(str(column)) for column in columns)
    missing = (int(str(rows)) if rows is not None else 0) - cells.height
    return pl.concat([cells, cells.clear(missing)]) if missing > 0 else cells
