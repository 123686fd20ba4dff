"""What the text of an xlsx sheet does not say: number formats, errors, formulas without a result, merges, hidden rows.

Found in the sheet's XML by patterns that look only at such cells; a hundred thousand rows take a second.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

import polars as pl

from keycafe_clean.read.annotations import Annotation
from keycafe_clean.read.workbook.cell_annotations import LONG_NUMBER, Merged, Place, annotation_frame, shortened
from keycafe_clean.read.workbook.number_format import shown_as, zero_mask
from keycafe_clean.read.workbook.package import attributes_of, part_content, part_named, prefix_of, related_part, tags
from keycafe_clean.read.workbook.size_limits import column_number
from keycafe_clean.read.workbook.xlsx_marks import (
    comments,
    filled_styles,
    fills,
    is_struck,
    links,
    struck_styles,
    struck_texts,
)

_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_OTHER_TYPE = re.compile(rb'\bt="(?!n")')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_TEXT = re.compile(rb'\bt="(?:s|str|inlineStr)"')
_LIKE_A_DAY = re.compile(rb">\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d<")
_FORMULA = rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)"
_NO_VALUE = rb"(?:<v(?:\s[^>]*)?(?:/>|></v>))?"
_LONG_VALUE = rb"<v(?:\s[^>]*)?>(?:" + LONG_NUMBER.encode() + rb")</v>"


def xlsx_annotations(data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `ANNOTATIONS` about a sheet whose cells are known.

    Codes: `as_shown` (a number with the zeros of its format, a text that looks like a day), `error_cell`,
    `formula_without_result`, `long_number`, `merged_cell` (filled from the cell it was merged with), `hidden_row`;
    and what somebody has marked: `struck` (letters struck through), `filled_row` and
    `filled_cell` (its colour), `comment` (what it says), `link` (to an address).
    LookupError: the workbook does not say where the sheet is.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        xml = _without_prefix(part_content(archive, part))
        texts = _without_prefix(part_content(archive, part_named(archive, "sharedStrings.xml")))
        styles = _without_prefix(part_content(archive, part_named(archive, "styles.xml")))
        marks = [
            *comments(archive, part),
            *links(archive, part, xml),
            *_struck(xml, struck_styles(styles), struck_texts(texts)),
            *fills(xml, filled_styles(styles), cells),
        ]
    masks = _masks(styles)
    has_texts_like_days = _LIKE_A_DAY.search(texts) or _LIKE_A_DAY.search(xml)
    days = _texts(xml, shortened(cells)) if has_texts_like_days else ()
    found = [*_as_shown(xml, masks), *_errors(xml), *_formulas(xml), *_long_numbers(xml), *_hidden_rows(xml)]
    return annotation_frame([*found, *days, *marks], _merged(xml), cells)


def _without_prefix(xml: bytes) -> bytes:
    """Take the namespace prefix off the tags, so that the patterns need not look for it in every cell."""
    prefix = prefix_of(xml)
    return xml.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</") if prefix else xml


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Get the part that holds a sheet; LookupError where none of that name is listed."""
    workbook = part_named(archive, "workbook.xml")
    listed = map(attributes_of, tags(part_content(archive, workbook), "sheet"))
    relation = next((entry.get("id") for entry in listed if entry.get("name") == sheet), None)
    part = related_part(archive, workbook, relation)
    if not part:
        raise LookupError
    return part


def _masks(styles: bytes) -> dict[bytes, str]:
    """Get the number formats that pad with zeros, by the style number that cells name."""
    formats = {
        entry.get("numFmtId"): entry.get("formatCode", "") for entry in map(attributes_of, tags(styles, "numFmt"))
    }
    used = styles.partition(b"cellXfs")[2].partition(b"cellXfs>")[0]
    ids = [attributes_of(tag).get("numFmtId") for tag in tags(used, "xf")]
    shown = {
        str(number).encode(): zero_mask(formats.get(number_format, "")) for number, number_format in enumerate(ids)
    }
    return {number: mask for number, mask in shown.items() if mask}


def _cells(xml: bytes, attribute: bytes, content: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield row, place, attributes and content of the cells that have such an attribute and content."""
    cell = rb"<c\s([^>]*" + attribute + rb"[^>]*)(?<!/)>(" + content + rb")</c>"
    for attributes, found in re.findall(cell, xml, re.DOTALL):
        reference = _REFERENCE.search(attributes)
        if reference:
            yield int(reference[2]), column_number(reference[1]) - 1, attributes, found


def _as_shown(xml: bytes, masks: dict[bytes, str]) -> Iterator[Annotation]:
    """Yield numbers with the zeros that their format shows."""
    if not masks:
        return
    style = rb'\bs="(?:' + b"|".join(masks) + rb')"'
    for row, place, attributes, content in _cells(xml, style, rb".*?"):
        value, number = _VALUE.search(content), _STYLE.search(attributes)
        if value and number and not _OTHER_TYPE.search(attributes):
            text = shown_as(value[1].decode().removesuffix(".0"), masks[number[1]])
            if text:
                yield row, place, "as_shown", text


def _texts(xml: bytes, days: dict[Place, str]) -> Iterator[Annotation]:
    """Yield texts that would be taken for days."""
    for row, place, attributes, _ in _cells(xml, rb'\bt="', rb".*?"):
        if (row, place) in days and _TEXT.search(attributes):
            yield row, place, "as_shown", days[row, place]


def _errors(xml: bytes) -> Iterator[Annotation]:
    for row, place, _, content in _cells(xml, rb'\bt="e"', rb".*?") if b't="e"' in xml else ():
        value = _VALUE.search(content)
        yield row, place, "error_cell", unescape(value[1].decode()) if value else "#VALUE!"


def _formulas(xml: bytes) -> Iterator[Annotation]:
    """Yield formulas whose result was never computed; an empty text is a result."""
    if b"<f>" not in xml and b"<f " not in xml and b"<f/>" not in xml:
        return
    for row, place, attributes, _ in _cells(xml, rb"", _FORMULA + rb"\s*" + _NO_VALUE + rb"\s*"):
        if b't="str"' not in attributes:
            yield row, place, "formula_without_result", None


def _long_numbers(xml: bytes) -> Iterator[Annotation]:
    """Yield whole numbers of more digits than a workbook keeps."""
    if not re.search(_LONG_VALUE, xml):
        return
    for row, place, attributes, _ in _cells(xml, rb"", rb"(?:" + _FORMULA + rb")?\s*" + _LONG_VALUE + rb"\s*"):
        if not _OTHER_TYPE.search(attributes):
            yield row, place, "long_number", None


def _struck(xml: bytes, styles: set[bytes], texts: set[bytes]) -> Iterator[Annotation]:
    """Yield the cells of which letters are struck through: by their style, or by that of some letters."""
    if styles:
        for row, place, _, _ in _cells(xml, rb'\bs="(?:' + b"|".join(styles) + rb')"', rb".*?"):
            yield row, place, "struck", None
    for row, place, _, content in _cells(xml, rb'\bt="s"', rb".*?") if texts else ():
        value = _VALUE.search(content)
        if value and value[1] in texts:
            yield row, place, "struck", None
    for row, place, _, content in _cells(xml, rb'\bt="inlineStr"', rb".*?") if b"<strike" in xml else ():
        if is_struck(content):
            yield row, place, "struck", None


def _hidden_rows(xml: bytes) -> Iterator[Annotation]:
    for tag in re.findall(rb'<row\s([^>]*\bhidden="(?:1|true)"[^>]*)>', xml) if b"hidden=" in xml else ():
        number = re.search(rb'\br="(\d{1,7})"', tag)
        if number:
            yield int(number[1]), None, "hidden_row", None


def _merged(xml: bytes) -> Iterator[Merged]:
    for letters, first, _, last in re.findall(rb'<mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', xml):
        yield int(first), int(last), column_number(letters) - 1
