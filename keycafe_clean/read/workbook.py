"""Workbooks as a grid of cells."""

import fastexcel

from keycafe_clean.errors import UnreadableExport
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.grid import Grid, empty_as_null

#: How the containers of workbooks begin: a zip (xlsx, xlsm, xlsb, ods), an OLE2 file (xls, protected workbooks).
CONTAINERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def is_workbook(raw: RawFile) -> bool:
    """Tell whether a file is a workbook, by its first bytes and not by its name."""
    return raw.data.startswith(CONTAINERS)


def workbook_grid(raw: RawFile, sheet: str | None = None) -> tuple[Grid, str]:
    """Get the cells of a sheet as text, and the sheet's name; row 1 of the sheet is the first row.

    UnreadableExport: the workbook is damaged, protected by a password, or has no such sheet.
    """
    try:
        reader = fastexcel.read_excel(raw.data)
        name = sheet or reader.sheet_names[0]
        loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
    except fastexcel.SheetNotFoundError:
        raise UnreadableExport(f"{raw.name} has no sheet '{sheet}'. Choose one of its sheets.") from None
    except fastexcel.FastExcelError:
        raise UnreadableExport(f"{raw.name} is damaged or has a password. Save it again without one.") from None
    cells = loaded.rename({column: str(place) for place, column in enumerate(loaded.columns)})
    return Grid(cells.with_columns(empty_as_null()) if cells.width else cells), name
