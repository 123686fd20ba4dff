"""What the text of an ods sheet does not say: zeros of a format, yes and no, times, errors, merges, hidden rows.

An ods file holds what is shown beside each value, so that it only has to be found.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

import polars as pl

from keycafe_clean.read.remarks import Merged, Place, Remark, remarks_of, shortened

#: The most times that a row or a cell with something in it may be repeated; a spreadsheet repeats blank ones further.
MOST_REPEATED = 10_000

_ROW_OR_CELL = re.compile(
    r"<table:table-row\b([^>]*)>|<table:(?:covered-)?table-cell\b([^>]*?)"
    r"(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
_KIND = re.compile(r'(?:calcext|office):value-type="(\w+)"')
_LONG_VALUE = re.compile(r'office:value="(?:-?\d{16,}|-?\d(?:\.\d+)?[eE]\+?0*(?:1[5-9]|[2-9]\d))"')
_PARAGRAPH = re.compile(r"<text:p[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class _Stored(NamedTuple):
    """A row, or a cell in a row, with what it says of itself; either may stand for many."""

    rows: range
    places: range | None
    about: str
    content: str


def ods_remarks(data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `REMARKS` about a sheet whose cells are known; codes as in `xlsx.py`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("content.xml").decode("utf-8", "replace")
    merged: list[Merged] = []
    return remarks_of(_remarks(_table(xml, sheet), shortened(cells), merged), merged, cells)


def _table(xml: str, sheet: str) -> str:
    """Get the XML of a sheet; empty where there is none of that name."""
    for table in re.finditer(r'<table:table\s[^>]*?table:name="([^"]*)"[^>]*>', xml):
        if unescape(table[1]) == sheet:
            return xml[table.end() : xml.find("</table:table>", table.end())]
    return ""


def _stored(xml: str) -> Iterator[_Stored]:
    """Yield rows and those cells that have something in them or are merged."""
    rows, place = range(1, 1), 0
    for found in _ROW_OR_CELL.finditer(xml):
        about_row, about, content = found.groups(default="")
        if found[1] is not None:
            rows, place = range(rows.stop, rows.stop + _number(about_row, "rows-repeated")), 0
            yield _Stored(rows, None, about_row, "")
            continue
        places = range(place, place + _number(about, "columns-repeated"))
        place = places.stop
        if content or "table:formula=" in about:
            yield _Stored(rows, places, about, content)


def _remarks(xml: str, days: dict[Place, str], merged: list[Merged]) -> Iterator[Remark]:
    """Yield the remarks about a sheet; `merged` has its merged cells after the last."""
    for rows, places, about, content in _stored(xml):
        if places is None:
            if re.search(r'table:visibility="(?:collapse|filter)"', about):
                yield from ((row, None, "hidden_row", None) for row in rows[:MOST_REPEATED])
            continue
        if "rows-spanned" in about:
            merged.append((rows[0], rows[0] + _number(about, "rows-spanned") - 1, places[0]))
        remark = _shown(about, content)
        if remark:
            yield from ((row, place, *remark) for row in rows[:MOST_REPEATED] for place in places[:MOST_REPEATED])
        elif 'value-type="string"' in about and (rows[0], places[0]) in days:
            yield rows[0], places[0], "as_shown", days[rows[0], places[0]]


def _shown(about: str, content: str) -> tuple[str, str | None] | None:
    """Get the code and text of a remark about a cell whose value alone does not say what is shown."""
    kind = _KIND.search(about)
    text = "\n".join(unescape(_TAG.sub("", paragraph)) for paragraph in _PARAGRAPH.findall(content))
    if not kind:
        return ("formula_without_result", None) if "table:formula=" in about and not text else None
    if 'value-type="error"' in about:
        return "error_cell", text
    if kind[1] == "boolean":
        return "as_shown", "true" if 'boolean-value="true"' in about else "false"
    if kind[1] == "time":
        return "as_shown", text
    return _shown_number(about, text) if kind[1] == "float" else None


def _shown_number(about: str, text: str) -> tuple[str, str | None] | None:
    """Get a number with the zeros and signs of its format; marks of thousands and decimals are no such signs."""
    digits = re.sub(r"\D", "", text)
    if digits and re.fullmatch(r"[-+/():\d]+", text) and f'office:value="{int(digits)}"' in about:
        return None if text == str(int(digits)) else ("as_shown", text)
    return ("long_number", None) if _LONG_VALUE.search(about) else None


def _number(about: str, what: str) -> int:
    number = re.search(rf'table:number-{what}="(\d+)"', about)
    return int(number[1]) if number else 1
