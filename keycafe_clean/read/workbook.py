"""Workbooks and pages of markup as a grid of cells, read in a child process."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from keycafe_clean.errors import HostileFile, UnreadableExport
from keycafe_clean.read.child import unpacked_answer
from keycafe_clean.read.encoding import decode
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.grid import MARKS, Grid
from keycafe_clean.read.process import ChildStoppedError, ask_child
from keycafe_clean.read.unpack import is_workbook

#: What is said about a workbook that the child refused, by its reason.
REFUSALS = {
    "password": "{name} is protected by a password. Open it, save it without one, and choose that file.",
    "damaged": "{name} is damaged, or no workbook. Open it in a spreadsheet program and save it again.",
    "no_sheet": "{name} has no sheet '{sheet}'. Its sheets: {sheets}.",
    "empty": "{name} has no table in it. Export it again from the HR system.",
}

HOSTILE = "{name} would take more memory or time than a table of people needs. Export it again, as CSV."

#: Remarks about cells that nobody needs to hear of: they were read as a spreadsheet shows them.
SILENT = "as_shown"


@dataclass(frozen=True)
class WorkbookGrid:
    """The grid of the sheet that was read, its name, and findings about the whole of it: values by code."""

    grid: Grid
    sheet: str
    doubts: dict[str, str]


def workbook_grid(raw: RawFile, sheet: str | None = None, encoding: str | None = None) -> WorkbookGrid:
    """Get the cells of a sheet as text; row 1 of the sheet is the first row.

    Without a `sheet` it is the one that holds people. `encoding` is for markup only. UnreadableExport: the workbook is
    damaged, protected by a password, or has no such sheet. HostileFile: it would take too much memory or time.
    """
    kind, data = ("workbook", raw.data) if is_workbook(raw) else ("markup", decode(raw, encoding).data)
    try:
        about, frames = unpacked_answer(ask_child("keycafe_clean.read.child", kind, sheet or "", data=data))
    except ChildStoppedError:
        raise HostileFile(HOSTILE.format(name=raw.name)) from None
    if about.get("refused") == "hostile":
        raise HostileFile(HOSTILE.format(name=raw.name))
    if "refused" in about:
        sentence = REFUSALS[about["refused"]]
        raise UnreadableExport(sentence.format(name=raw.name, sheet=sheet, sheets=", ".join(about["sheets"])))
    return WorkbookGrid(_with_remarks(*frames), about["sheet"], _doubts(about))


def _doubts(about: dict[str, Any]) -> dict[str, str]:
    """Get what is to be said about the whole sheet: people elsewhere, and details that nobody can read."""
    shown, hidden = ([other for other in about["others"] if other[2] == flag] for flag in (False, True))
    doubts = {"other_sheets": _named(shown), "hidden_sheets": _named(hidden)}
    return {code: value for code, value in doubts.items() if value} | (
        {} if about["has_details"] else {"details_unread": about["sheet"]}
    )


def _named(others: list[tuple[str, int, bool]]) -> str:
    """Name sheets with their rows: 'Paris' (1,200 rows), 'Rome' (1 row)."""
    return ", ".join(f"'{name}' ({rows:,} {'row' if rows == 1 else 'rows'})" for name, rows, _ in others)


def _with_remarks(cells: pl.DataFrame, remarks: pl.DataFrame, ends: pl.DataFrame | None = None) -> Grid:
    """Put the texts of remarks into their cells, and leave a mark for each remark that people should hear of.

    `ends` says in `width` how many cells each row has, where it has an end.
    """
    texts = remarks.drop_nulls("text")
    cells = _large_enough(cells, texts)
    for (position,), group in texts.group_by("position", maintain_order=True):
        column = cells.get_column(str(position)).scatter(group["row"] - 1, group["text"].replace("", None))
        cells = cells.with_columns(column)
    told = remarks.filter(pl.col("code") != SILENT).with_columns(pl.col("text").replace("", None))
    marks = told.rename({"row": "source_row", "text": "value"})
    widths = None if ends is None else ends.get_column("width")
    return Grid(cells, widths, marks=marks.select(pl.col(name).cast(dtype) for name, dtype in MARKS.items()))


def _large_enough(cells: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Add the rows and columns that only remarks reach, such as a column of errors."""
    rows, place = texts.get_column("row").max(), texts.get_column("position").max()
    columns = range(cells.width, int(str(place)) + 1 if place is not None else 0)
    cells = cells.with_columns(pl.lit(None, pl.String).alias(str(column)) for column in columns)
    missing = (int(str(rows)) if rows is not None else 0) - cells.height
    return pl.concat([cells, cells.clear(missing)]) if missing > 0 else cells
