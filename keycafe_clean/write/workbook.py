"""The review files as one workbook, for people who would rather open one file."""

import io
from collections.abc import Collection, Mapping
from datetime import date, datetime, time

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from keycafe_clean.write.sheet_xml import SheetOfLines, lines_as_xml

#: Lines of a sheet below its header: who has more to read takes the CSV beside the workbook, which has all of them.
_MOST_LINES = 50_000

#: Widths of columns, in characters; sentences need room, and wrap.
_WIDTHS = {"row": 8, "sentence": 70, "advice": 50, "reason": 50}
#: The width of all others: an address of usual length.
_WIDTH = 22


#: The table with a column `answer`, whose cells have drop-downs; anything else may be typed.
WAITING, ANSWER = "waiting", "answer"


def review_workbook(
    tables: Mapping[str, pl.DataFrame],
    summary: pl.DataFrame,
    made: date,
    choices: pl.Series | None = None,
    *,
    numbers: Collection[str] = (),
) -> bytes:
    """Get `review.xlsx`: the summary and a sheet a table, every cell text, so that no zero is lost and nothing is run.

    The counts of the summary are numbers, so that they can be added up.

    Null is an empty cell. A cell ends after 32,767 characters, as Excel's do, and a sheet after 50,000 lines, which its
    last line and the summary say; the CSV beside has all. `summary` has `what` and `rows`. `choices` (a list a row of
    the table `waiting`, null for none) are the drop-downs of its column `answer`. Columns of `numbers` are numbers, for
    a table that a spreadsheet adds up. `made` is the day that the workbook
    says it was made on: the same tables give the same bytes.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime.combine(made, time())})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "bottom": 1})
        named = {"summary": pl.concat([summary, _cut_off(tables, summary.schema)])}
        named |= {name: _first_lines(name, table) for name, table in tables.items()}
        for name, table in named.items():
            sheet = book.add_worksheet(sheet_name(name), SheetOfLines)
            _fill(sheet, table, bold, text, {"rows"} if name == "summary" else numbers)
            if name == WAITING and choices is not None:
                _add_choices(sheet, table.columns.index(ANSWER), choices.head(_MOST_LINES))
    return out.getvalue()


def _cut_off(tables: Mapping[str, pl.DataFrame], schema: pl.Schema) -> pl.DataFrame:
    """Get a line of the summary for each table that ends before its end."""
    cut = {name: table.height for name, table in tables.items() if table.height > _MOST_LINES}
    what = [f"lines of {name}.csv, the first {_MOST_LINES:,} of which are in this workbook" for name in cut]
    return pl.DataFrame({"what": what, "rows": list(cut.values())}, schema=schema)


def _first_lines(name: str, table: pl.DataFrame) -> pl.DataFrame:
    """Get the lines that a sheet shows, and a last one that says so where these are not all."""
    if table.height <= _MOST_LINES:
        return table
    said = f"Only the first {_MOST_LINES:,} of {table.height:,} lines are here; {name}.csv has all."
    shown = table.head(_MOST_LINES).select(pl.all().cast(pl.String))
    return pl.concat([shown, pl.DataFrame({table.columns[0]: [said]})], how="diagonal")


def sheet_name(table: str) -> str:
    """Get what the sheet of a table is called: `left_out` is `Left out`."""
    return table.replace("_", " ").capitalize()


def _add_choices(sheet: Worksheet, column: int, choices: pl.Series) -> None:
    """Offer the choices of each row below the header; others are taken without a word."""
    for row, listed in enumerate(choices.to_list(), start=1):
        if listed:
            sheet.data_validation(row, column, row, column, {"validate": "list", "source": listed, "show_error": False})


def _fill(sheet: SheetOfLines, table: pl.DataFrame, bold: Format, text: Format, numbers: Collection[str]) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, table.columns, bold)
    sheet.autofilter(0, 0, max(table.height, 1), table.width - 1)
    for place, name in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH), text)
    sheet.dim_rowmax = table.height
    sheet.lines = lines_as_xml(table, text._get_xf_index(), numbers)  # noqa: SLF001 - what a cell calls its format
