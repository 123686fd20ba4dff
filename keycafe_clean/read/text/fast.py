"""The fast way to read well-formed text: Polars reads it, and is believed only where that can be proven.

Proven is what comes back byte for byte when the cells are written again, and text without quote marks whose cells,
delimiters and line ends add up to its length: there every row has all its cells, and the careful way
(`quoted_records.py`) reads the same.
"""

import io
import re
from typing import Literal

import polars as pl

from keycafe_clean.read.table.grid import empty_as_null
from keycafe_clean.read.text.quoted_records import quoting_habits

#: A line end that Polars takes for a character of a cell.
LONE_RETURN = re.compile(rb"\r(?!\n)")

#: Bytes that show which columns a writer always quotes.
LOOKED_AT = 10_000


def fast_cells(data: bytes, delimiter: str, width: int) -> pl.DataFrame | None:
    """Get the cells of UTF-8 text that is well-formed and has `width` cells in every row; None where it is not.

    Zero-length cells are null. The text begins where a record does.
    """
    end = b"\r\n" if b"\r\n" in data[:100_000] else b"\n"
    if len(delimiter.encode()) != 1 or (b"\r" in data and LONE_RETURN.search(data)):
        return None
    whole = data if data.endswith(b"\n") else data + end
    schema = {str(place): pl.String for place in range(width)}
    try:
        cells = pl.read_csv(whole, has_header=False, separator=delimiter, schema=schema)
    except pl.exceptions.PolarsError:
        return None
    if width == 1 and cells.to_series().null_count():
        return None  # blank lines and quoted nothing look the same here
    if b'"' not in whole:
        # To count what is not there takes as long as to find it; to look whether it is there does not.
        returns = whole.count(b"\r") if b"\r" in whole else 0
        return cells if _adds_up(cells, len(whole) - returns) else None
    return cells.with_columns(empty_as_null()) if _comes_back(cells, whole, delimiter, end.decode()) else None


def _adds_up(cells: pl.DataFrame, length: int) -> bool:
    """Tell whether the cells of all rows with a byte behind each are as long as the text without carriage returns."""
    within = cells.select(pl.all().str.len_bytes().cast(pl.Int64).sum()).sum_horizontal().item()
    return bool(within + cells.height * cells.width == length)


def _comes_back(cells: pl.DataFrame, data: bytes, delimiter: str, end: str) -> bool:
    """Tell whether the cells are the text when they are written with quote marks as the text has them."""
    start = data[: data.rfind(b"\n", 0, LOOKED_AT) + 1].decode()
    habits = quoting_habits(start, delimiter, cells.width)
    if not habits.beyond_need:
        return _written(cells, delimiter, end, "necessary") == data
    if all(habits.always):
        return _written(cells, delimiter, end, "always") == data
    quoted = cells.select(
        _enclosed(name) if always else _enclosed_where_needed(name, delimiter)
        for name, always in zip(cells.columns, habits.always, strict=True)
    )
    return _written(quoted, delimiter, end, "never") == data


def _enclosed(name: str) -> pl.Expr:
    return pl.concat_str(pl.lit('"'), pl.col(name).str.replace_all('"', '""', literal=True), pl.lit('"')).alias(name)


def _enclosed_where_needed(name: str, delimiter: str) -> pl.Expr:
    needed = pl.any_horizontal(pl.col(name).str.contains(sign, literal=True) for sign in (delimiter, '"', "\n", "\r"))
    return pl.when(needed | (pl.col(name) == "")).then(_enclosed(name)).otherwise(pl.col(name)).alias(name)


def _written(cells: pl.DataFrame, delimiter: str, end: str, style: Literal["always", "necessary", "never"]) -> bytes:
    buffer = io.BytesIO()
    cells.write_csv(buffer, include_header=False, separator=delimiter, line_terminator=end, quote_style=style)
    return buffer.getvalue()
