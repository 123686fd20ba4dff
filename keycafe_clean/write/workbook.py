"""The review files as one workbook, for people who would rather open one file."""

import io
from collections.abc import Mapping
from datetime import date, datetime, time

import polars as pl
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

#: Characters of a cell of a workbook; a longer one would end its column.
_LONGEST_CELL = 32_767

#: Rows of a sheet below its header; the CSV beside the workbook has all of them.
_MOST_ROWS = 1_048_575

#: Widths of columns, in characters; sentences need room, and wrap.
_WIDTHS = {"row": 8, "sentence": 70, "advice": 50, "reason": 50}
#: The width of all others: an address of usual length.
_WIDTH = 22


#: The table with a column `answer`, whose cells have drop-downs; anything else may be typed.
WAITING, ANSWER = "waiting", "answer"


def review_workbook(
    tables: Mapping[str, pl.DataFrame], summary: pl.DataFrame, made: date, choices: pl.Series | None = None
) -> bytes:
    """Get `review.xlsx`: the summary and a sheet a table, every cell text, so that no zero is lost and nothing is run.

    Null is an empty cell. A cell ends after 32,767 characters and a sheet after 1,048,575 rows, as Excel's do; the CSV
    beside has all. `choices` (a list a row of the table `waiting`, null for none) are the drop-downs of its column
    `answer`. `made` is the day that the workbook says it was made on: the same tables give the same bytes.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": datetime.combine(made, time())})
        for name, table in {"summary": summary, **tables}.items():
            sheet = _add_sheet(book, sheet_name(name), table.head(_MOST_ROWS))
            if name == WAITING and choices is not None:
                _add_choices(sheet, table.columns.index(ANSWER), choices.head(_MOST_ROWS))
    return out.getvalue()


def sheet_name(table: str) -> str:
    """Get what the sheet of a table is called: `left_out` is `Left out`."""
    return table.replace("_", " ").capitalize()


def _add_choices(sheet: Worksheet, column: int, choices: pl.Series) -> None:
    """Offer the choices of each row below the header; others are taken without a word."""
    for row, listed in enumerate(choices.to_list(), start=1):
        if listed:
            sheet.data_validation(row, column, row, column, {"validate": "list", "source": listed, "show_error": False})


def _add_sheet(book: xlsxwriter.Workbook, name: str, table: pl.DataFrame) -> Worksheet:
    bold = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, table.columns, bold)
    sheet.autofilter(0, 0, max(table.height, 1), table.width - 1)
    for place, column in enumerate(table.get_columns()):
        sheet.set_column(place, place, _WIDTHS.get(column.name, _WIDTH), text)
        cells = column.cast(pl.String).fill_null("").str.head(_LONGEST_CELL)
        sheet.write_column(1, place, cells.to_list(), text)
    return sheet
