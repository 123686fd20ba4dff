"""What the text of an xlsx sheet does not say: number formats, errors, formulas without a result, merges, hidden rows.

Found in the sheet's XML by patterns that look only at such cells; a hundred thousand rows take a second.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import unescape

import polars as pl

from keycafe_clean.read.claims import column_number
from keycafe_clean.read.number_format import shown_as, zero_format

#: `row` counts from 1, `position` from 0 (null: the whole row). `text` is what the cell holds; null: as read.
REMARKS = pl.Schema({"row": pl.UInt32, "position": pl.UInt32, "code": pl.String, "text": pl.String})

Remark = tuple[int, int | None, str, str | None]

#: The most cells that are filled from merged ones.
MOST_MERGED = 200_000

_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_OTHER_TYPE = re.compile(rb'\bt="(?!n")')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_FORMULA = rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)"
_NO_VALUE = rb"(?:<v(?:\s[^>]*)?(?:/>|></v>))?"
_LONG_VALUE = rb"<v(?:\s[^>]*)?>(?:-?\d{16,}|-?\d(?:\.\d+)?[eE]\+?(?:1[5-9]|[2-9]\d))</v>"


def no_remarks() -> pl.DataFrame:
    """Get an empty frame of remarks."""
    return REMARKS.to_frame()


def xlsx_remarks(data: bytes, sheet: str, cells: pl.DataFrame) -> pl.DataFrame:
    """Get a frame of `REMARKS` about a sheet whose cells are known; empty for workbooks of another kind.

    Codes: `as_shown` (a number with the zeros of its format), `error_cell`, `formula_without_result`, `long_number`,
    `merged_cell` (filled from the cell it was merged with), `hidden_row`.
    """
    if not data.startswith(b"PK\x03\x04"):
        return no_remarks()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        if part is None:
            return no_remarks()
        xml, pictures = _without_prefix(archive.read(part)), _pictures(archive)
    found = [*_as_shown(xml, pictures), *_errors(xml), *_formulas(xml), *_long_numbers(xml), *_hidden_rows(xml)]
    return pl.DataFrame([*found, *_merged(xml, cells)], schema=REMARKS, orient="row")


def _without_prefix(xml: bytes) -> bytes:
    """Take the namespace prefix off the tags, so that the patterns need not look for it in every cell."""
    prefix = re.search(rb"<(\w+:)worksheet\b", xml[:10_000])
    return xml.replace(b"<" + prefix[1], b"<").replace(b"</" + prefix[1], b"</") if prefix else xml


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Get the part that holds a sheet, by way of the workbook's list of sheets and its relations."""
    parts = {name.replace("\\", "/"): name for name in archive.namelist()}
    workbook = next((name for name in parts if posixpath.basename(name) == "workbook.xml"), "")
    folder = posixpath.dirname(workbook)
    relations = posixpath.join(folder, "_rels", "workbook.xml.rels")
    if not {workbook, relations} <= parts.keys():
        return None
    listed = (_attributes(tag) for tag in _tags(archive.read(parts[workbook]), "sheet"))
    relation = next((entry.get("id") for entry in listed if entry.get("name") == sheet), None)
    related = (_attributes(tag) for tag in _tags(archive.read(parts[relations]), "Relationship"))
    target = next((entry.get("Target", "") for entry in related if entry.get("Id") == relation), "")
    return parts.get(posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"))


def _pictures(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Get the number formats that pad with zeros, by the style number that cells name."""
    part = next((name for name in archive.namelist() if name.endswith("styles.xml")), None)
    styles = archive.read(part) if part else b""
    formats = {
        entry.get("numFmtId"): entry.get("formatCode", "") for entry in map(_attributes, _tags(styles, "numFmt"))
    }
    used = styles.partition(b"cellXfs")[2].partition(b"cellXfs>")[0]
    ids = [_attributes(tag).get("numFmtId") for tag in _tags(used, "xf")]
    shown = {
        str(number).encode(): zero_format(formats.get(number_format, "")) for number, number_format in enumerate(ids)
    }
    return {number: picture for number, picture in shown.items() if picture}


def _tags(xml: bytes, name: str) -> list[bytes]:
    return re.findall(rb"<(?:\w+:)?" + name.encode() + rb"\s([^>]*)>", xml)


def _attributes(tag: bytes) -> dict[str, str]:
    """Get the attributes of a tag without their namespaces."""
    pairs = re.findall(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return {name.decode(): unescape((double or single).decode("utf-8", "replace")) for name, double, single in pairs}


def _cells(xml: bytes, attribute: bytes, content: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield row, place, attributes and content of the cells that have such an attribute and content."""
    cell = rb"<c\s([^>]*" + attribute + rb"[^>]*)(?<!/)>(" + content + rb")</c>"
    for attributes, found in re.findall(cell, xml, re.DOTALL):
        reference = _REFERENCE.search(attributes)
        if reference:
            yield int(reference[2]), column_number(reference[1]) - 1, attributes, found


def _as_shown(xml: bytes, pictures: dict[bytes, str]) -> Iterator[Remark]:
    """Yield numbers with the zeros that their format shows."""
    if not pictures:
        return
    style = rb'\bs="(?:' + b"|".join(pictures) + rb')"'
    for row, place, attributes, content in _cells(xml, style, rb".*?"):
        value, number = _VALUE.search(content), _STYLE.search(attributes)
        if value and number and not _OTHER_TYPE.search(attributes):
            text = shown_as(value[1].decode().removesuffix(".0"), pictures[number[1]])
            if text:
                yield row, place, "as_shown", text


def _errors(xml: bytes) -> Iterator[Remark]:
    for row, place, _, content in _cells(xml, rb'\bt="e"', rb".*?") if b't="e"' in xml else ():
        value = _VALUE.search(content)
        yield row, place, "error_cell", unescape(value[1].decode()) if value else "#VALUE!"


def _formulas(xml: bytes) -> Iterator[Remark]:
    """Yield formulas whose result was never computed; an empty text is a result."""
    if b"<f>" not in xml and b"<f " not in xml and b"<f/>" not in xml:
        return
    for row, place, attributes, _ in _cells(xml, rb"", _FORMULA + rb"\s*" + _NO_VALUE + rb"\s*"):
        if b't="str"' not in attributes:
            yield row, place, "formula_without_result", None


def _long_numbers(xml: bytes) -> Iterator[Remark]:
    """Yield whole numbers of more digits than a workbook keeps."""
    if not re.search(_LONG_VALUE, xml):
        return
    for row, place, attributes, _ in _cells(xml, rb"", rb"(?:" + _FORMULA + rb")?\s*" + _LONG_VALUE + rb"\s*"):
        if not _OTHER_TYPE.search(attributes):
            yield row, place, "long_number", None


def _hidden_rows(xml: bytes) -> Iterator[Remark]:
    for tag in re.findall(rb'<row\s([^>]*\bhidden="(?:1|true)"[^>]*)>', xml) if b"hidden=" in xml else ():
        number = re.search(rb'\br="(\d{1,7})"', tag)
        if number:
            yield int(number[1]), None, "hidden_row", None


def _merged(xml: bytes, cells: pl.DataFrame) -> Iterator[Remark]:
    """Yield the cells under a cell that is merged downwards, with its text."""
    left = MOST_MERGED
    for letters, first, _, last in re.findall(rb'<mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"', xml):
        top, bottom, place = int(first), min(int(last), cells.height), column_number(letters) - 1
        left -= max(bottom - top, 0)
        if top >= bottom or place >= cells.width or left < 0:
            continue
        text = cells.item(top - 1, place)
        yield from ((row, place, "merged_cell", text) for row in range(top + 1, bottom + 1) if text)
