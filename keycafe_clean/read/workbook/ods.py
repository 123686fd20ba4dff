"""What the text of an ods sheet does not say: zeros of a format, yes and no, times, errors, merges, hidden rows.

An ods file holds what is shown beside each value, so that it only has to be found.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from itertools import chain
from typing import IO, NamedTuple

import polars as pl

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import (
    DIGITS_KEPT,
    LONG_NUMBER,
    Merged,
    Place,
    annotation_frame,
    linked_address,
    shortened,
)

#: The most times that a row or a cell with something in it may be repeated; a spreadsheet repeats blank ones further.
MOST_REPEATED = 10_000

#: How many bytes are looked at together.
PIECE = 1 << 22

_ROW_OR_CELL = re.compile(
    r"<table:(?:table-row\b([^>]*+)>|(?:covered-)?table-cell\b([^>]*+)>(?:(?<=/>)|(.*?)</table:(?:covered-)?table-cell>))",
    re.DOTALL,
)
_TABLE = re.compile(r'<table:table\s[^>]*?table:name="([^"]*)"')
_BORDER = re.compile(r"(?=<table:table\s)|(?<=</table:table>)")
_BORDER_MARK = re.compile(r"</?table:table[\s>]")
_KIND = re.compile(r'(?:calcext|office):value-type="(\w+)"')
_LONG_VALUE = re.compile(rf'office:value="(?:{LONG_NUMBER})"')
_PARAGRAPH = re.compile(r"<text:p[^>]*>(.*?)</text:p>", re.DOTALL)
_COMMENT = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_LINK = re.compile(r'<text:a\b[^>]*?xlink:href="([^"]*)"')
_STYLE = re.compile(r'<style:style\b[^>]*?style:name="([^"]*)"[^>]*(?<!/)>(.*?)</style:style>', re.DOTALL)
_STRUCK = re.compile(r'style:text-line-through-(?:style|type)="(?!none)')
_TAG = re.compile(r"<[^>]*>")


class _Stored(NamedTuple):
    """A row, or a cell in a row, with what it says of itself; either may stand for many."""

    rows: range
    places: range | None
    about: str
    content: str


def ods_annotations(data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS` about a sheet whose cells are known; codes as in `xlsx.py`."""
    merged: list[Merged] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
        struck = _struck_styles(archive)
        found = _annotations(_stored(_table(stream, sheet), struck), shortened(cells), merged, struck)
        return annotation_frame(found, merged, cells)


def _table(stream: IO[bytes], sheet: str) -> Iterator[str]:
    """Yield the XML of a sheet, some whole rows at a time."""
    is_wanted = False
    for piece in _pieces(stream):
        # Hardly a piece has a border between sheets, and looking for all of them takes its time.
        for part in _BORDER.split(piece) if _BORDER_MARK.search(piece) else [piece]:
            begins = _TABLE.match(part)
            is_wanted = unescape(begins[1]) == sheet if begins else is_wanted
            if is_wanted:
                yield part
            is_wanted = is_wanted and not part.endswith("</table:table>")


def _pieces(stream: IO[bytes]) -> Iterator[str]:
    """Yield the XML of all sheets in pieces that end with a row; the whole of it at once would not fit into memory."""
    rest = b""
    while piece := stream.read(PIECE):
        whole, end, rest = (rest + piece).rpartition(b"</table:table-row>")
        yield (whole + end).decode("utf-8", "replace")
    yield rest.decode("utf-8", "replace")


def _struck_styles(archive: zipfile.ZipFile) -> re.Pattern[str]:
    """Get a pattern of the cells whose style strikes their letters through; styles stand before the sheets."""
    with archive.open("content.xml") as stream:
        start = stream.read(PIECE).decode("utf-8", "replace").partition("<office:body")[0]
    names = [re.escape(name) for name, style in _STYLE.findall(start) if _STRUCK.search(style)]
    return re.compile(rf'table:style-name="(?:{"|".join(names)})"' if names else r"(?!)")


def _stored(pieces: Iterator[str], struck: re.Pattern[str]) -> Iterator[_Stored]:
    """Yield rows and those cells about which something may have to be said."""
    rows, place = range(1, 1), 0
    for found in chain.from_iterable(map(_ROW_OR_CELL.finditer, pieces)):
        about_row, about, content = found.groups(default="")
        if found[1] is not None:
            rows, place = range(rows.stop, rows.stop + _number(about_row, "rows-repeated")), 0
            yield _Stored(rows, None, about_row, "")
            continue
        places = range(place, place + _number(about, "columns-repeated"))
        place = places.stop
        is_plain = not content or (_is_as_shown(about, content) and not struck.search(about))
        if not is_plain or "table:formula=" in about or "rows-spanned" in about:
            yield _Stored(rows, places, about, content)


def _is_as_shown(about: str, content: str) -> bool:
    """Tell quickly, for most cells, that there is nothing to say about them: words, and numbers shown as they are."""
    text = content[len("<text:p>") : -len("</text:p>")]
    if 'office:value-type="string"' in about:
        return '"error"' not in about and "00:00" not in text and "<" not in text
    return len(text) <= DIGITS_KEPT and f'office:value="{text}"' in about


def _annotations(
    stored: Iterator[_Stored], days: dict[Place, str], merged: list[Merged], struck: re.Pattern[str]
) -> Iterator[Annotation]:
    """Yield the annotations about a sheet; `merged` has its merged cells after the last."""
    for rows, places, about, content in stored:
        if places is None:
            if re.search(r'table:visibility="(?:collapse|filter)"', about):
                yield from ((row, None, "hidden_row", None) for row in rows[:MOST_REPEATED])
            continue
        if "rows-spanned" in about:
            merged.append((rows[0], rows[0] + _number(about, "rows-spanned") - 1, places[0]))
        for mark in _marks(about, content, struck):
            yield from ((row, place, *mark) for row in rows[:MOST_REPEATED] for place in places[:MOST_REPEATED])
        annotation = _shown(about, _COMMENT.sub("", content))
        if annotation:
            yield from ((row, place, *annotation) for row in rows[:MOST_REPEATED] for place in places[:MOST_REPEATED])
        elif 'value-type="string"' in about and (rows[0], places[0]) in days:
            yield rows[0], places[0], "as_shown", days[rows[0], places[0]]


def _marks(about: str, content: str, struck: re.Pattern[str]) -> Iterator[tuple[str, str | None]]:
    """Yield code and text of what somebody has marked in a cell by hand."""
    if content and struck.search(about):
        yield "struck", None
    for comment in _COMMENT.findall(content):
        yield "comment", " ".join(_paragraphs(comment).split())
    for target in _LINK.findall(content):
        address = linked_address(unescape(target))
        if address:
            yield "link", address


def _paragraphs(content: str) -> str:
    return "\n".join(unescape(_TAG.sub("", paragraph)) for paragraph in _PARAGRAPH.findall(content))


def _shown(about: str, content: str) -> tuple[str, str | None] | None:
    """Get the code and text of an annotation about a cell whose value alone does not say what is shown."""
    kind = _KIND.search(about)
    text = _paragraphs(content)
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
    number = re.search(rf'table:number-{what}="(\d+)"', about) if what in about else None
    return int(number[1]) if number else 1
