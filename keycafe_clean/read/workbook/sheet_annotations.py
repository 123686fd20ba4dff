"""What the text of a sheet does not say, from a workbook of any kind."""

import io
import posixpath
import struct
import zipfile

import polars as pl

from keycafe_clean.read.file_kind import ZIP
from keycafe_clean.read.workbook.ods import ods_annotations
from keycafe_clean.read.workbook.xls import xls_annotations
from keycafe_clean.read.workbook.xlsb import xlsb_annotations
from keycafe_clean.read.workbook.xlsx import xlsx_annotations

#: What a workbook raises that is not as the records or parts of its kind should be.
UNREADABLE = (ValueError, LookupError, struct.error, zipfile.BadZipFile)


def sheet_annotations(data: bytes, sheet: str, number: int, cells: pl.DataFrame) -> pl.DataFrame | None:
    """Get a frame of `ANNOTATIONS` about the sheet of this name and number (from 0), whose cells the library has read.

    None: they cannot be read, and the cells are all that is known.
    """
    try:
        if not data.startswith(ZIP):
            return xls_annotations(data, number, cells)
        parts = _parts(data)
        if "content.xml" in parts:
            return ods_annotations(data, sheet, cells)
        return xlsb_annotations(data, sheet, cells) if "workbook.bin" in parts else xlsx_annotations(data, sheet, cells)
    except UNREADABLE:
        return None


def _parts(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {posixpath.basename(name.replace("\\", "/")) for name in archive.namelist()}
