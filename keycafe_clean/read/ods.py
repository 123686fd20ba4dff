"""What the text of an ods sheet does not say: zeros that a format shows, yes and no, times, errors, hidden rows.

An ods file holds what is shown beside each value, so that it only has to be found.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

import polars as pl

from keycafe_clean.read.xlsx import REMARKS, Remark, no_remarks

#: The most times that a row or a cell with something in it may be repeated; a spreadsheet repeats blank ones further.
MOST_REPEATED = 10_000

_ROW_OR_CELL = re.compile(
    r"<table:table-row\b([^>]*)>|<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)


def ods_remarks(data: bytes, sheet: str) -> pl.DataFrame:
    """Get a frame of `REMARKS` about a sheet; empty for workbooks of another kind.

    Codes: `as_shown`, `error_cell`, `hidden_row`, as in `xlsx.py`.
    """
    if not data.startswith(b"PK\x03\x04"):
        return no_remarks()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "content.xml" not in archive.namelist():
            return no_remarks()
        xml = archive.read("content.xml").decode("utf-8", "replace")
    return pl.DataFrame(_remarks(_table(xml, sheet)), schema=REMARKS, orient="row")


def _table(xml: str, sheet: str) -> str:
    """Get the XML of a sheet; empty where there is none of that name."""
    for table in re.finditer(r'<table:table\s[^>]*?table:name="([^"]*)"[^>]*>', xml):
        if unescape(table[1]) == sheet:
            return xml[table.end() : xml.find("</table:table>", table.end())]
    return ""


def _remarks(xml: str) -> Iterator[Remark]:
    row = place = 0
    rows = range(0)
    for found in _ROW_OR_CELL.finditer(xml):
        about_row, about_cell, content = found.groups()
        if about_row is not None:
            rows, place = range(row + 1, row + 1 + _repeated(about_row, "rows")), 0
            row = rows.stop - 1
            if re.search(r'table:visibility="(?:collapse|filter)"', about_row):
                yield from ((number, None, "hidden_row", None) for number in rows[:MOST_REPEATED])
            continue
        places = range(place, place + _repeated(about_cell, "columns"))
        place = places.stop
        remark = _shown(about_cell, content) if content else None
        if remark:
            yield from ((number, at, *remark) for number in rows[:MOST_REPEATED] for at in places[:MOST_REPEATED])


def _shown(about: str, content: str) -> tuple[str, str] | None:
    """Get what is shown in a cell, with the code of the remark, where its value alone does not say it."""
    kind = re.search(r'(?:calcext|office):value-type="(error|float|boolean|time)"', about)
    paragraph = re.search(r"<text:p[^>]*>([^<]*)</text:p>", content)
    if not kind or not paragraph:
        return None
    text = unescape(paragraph[1])
    if 'value-type="error"' in about:
        return "error_cell", text
    if kind[1] == "boolean":
        return "as_shown", "true" if 'boolean-value="true"' in about else "false"
    is_padded = re.fullmatch(r"0\d+", text) is not None and f'office:value="{int(text)}"' in about
    return ("as_shown", text) if kind[1] == "time" or is_padded else None


def _repeated(about: str, what: str) -> int:
    times = re.search(rf'number-{what}-repeated="(\d+)"', about)
    return int(times[1]) if times else 1
