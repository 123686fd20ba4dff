"""The lines of a sheet as the XML of a workbook, by whole columns: cell by cell, Python took half of a long run."""

from collections.abc import Collection

import polars as pl
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

#: Characters of a cell of a workbook, as UTF-16 counts them; a longer one would end its column.
LONGEST_CELL = 32_767

#: What XML cannot hold, as workbooks write it (ECMA-376, ST_Xstring), and its own signs.
_ESCAPED = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    **{chr(code): f"_x{code:04X}_" for code in range(32) if chr(code) not in "\t\n"},
    "\ufffe": "_xFFFE_",
    "\uffff": "_xFFFF_",
}

#: Text that would be read as such an escape.
_LIKE_AN_ESCAPE = r"_(x[0-9a-fA-F]{4}_)"


class SheetOfLines(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types for its worksheets
    """A worksheet whose lines below the first row are given as XML (`lines_as_xml()`); XlsxWriter writes the rest."""

    lines = ""

    def _write_rows(self) -> None:
        super()._write_rows()
        self.fh.write(self.lines)


def lines_as_xml(table: pl.DataFrame, style: int, numbers: Collection[str]) -> str:
    """Get the rows of a table as rows of a sheet, from its second on; every cell is text of this style.

    Null and nothing are empty cells. Columns of `numbers` (whole ones) are numbers, without a style.
    """
    if table.is_empty():
        return ""
    row = pl.int_range(2, table.height + 2)
    cells = [
        _number(column, place, row) if column.name in numbers else _text(column, place, row, style)
        for place, column in enumerate(table.get_columns())
    ]
    lines = pl.concat_str(pl.format('<row r="{}">', row), *cells, pl.lit("</row>"))
    whole: str = pl.select(lines.str.join("")).item()
    return whole


def _text(column: pl.Series, place: int, row: pl.Expr, style: int) -> pl.Expr:
    text = pl.lit(_cut(column.cast(pl.String)))
    plain = text.str.replace_all(_LIKE_AN_ESCAPE, "_x005F_${1}").str.replace_many(_ESCAPED)
    begin = pl.format(f'<c r="{xl_col_to_name(place)}{{}}" s="{style}"', row)
    said = pl.format('{} t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>', begin, plain)
    return pl.when(text != "").then(said).otherwise(pl.format("{}/>", begin))


def _number(column: pl.Series, place: int, row: pl.Expr) -> pl.Expr:
    number = pl.lit(column.cast(pl.Int64))
    return pl.format(f'<c r="{xl_col_to_name(place)}{{}}"><v>{{}}</v></c>', row, number).fill_null("")


def _cut(texts: pl.Series) -> pl.Series:
    """Get the texts, in order, none of them longer than a cell."""
    # No character counts more than two.
    long = (texts.str.len_chars() > LONGEST_CELL // 2).fill_null(value=False)
    if not long.any():
        return texts
    units = (text.encode("utf-16-le")[: 2 * LONGEST_CELL] for text in texts.filter(long))
    return texts.scatter(long.arg_true(), [unit.decode("utf-16-le", errors="ignore") for unit in units])
