"""Cells of xlsb workbooks that leave out their column."""

import struct

from keycafe_clean.read.workbook.sheets import read_sheet
from keycafe_clean.read.workbook.short_cells import lengthened
from tests.read.binary_workbooks import cell, row, short_cell, wide, xlsb
from tests.read.workbooks import workbook


def test_cells_without_a_column_stand_right_of_those_before() -> None:
    """Texts and numbers are where a spreadsheet shows them, with the zeros of their formats."""
    first = row(0, cell(6, 1, wide("Name")), short_cell(17, wide("Id")), short_cell(12, b""), short_cell(17, wide("X")))
    second = row(1, cell(6, 1, wide("Ann")), short_cell(16, struct.pack("<d", 42), 1))

    sheet = read_sheet("workbook", xlsb(first, second, formats=("000",)))

    assert sheet.cells.rows() == [(None, "Name", "Id", None, "X"), (None, "Ann", "42", None, None)]
    assert sheet.annotations is not None
    assert sheet.annotations.rows() == [(2, 2, "as_shown", "042")]


def test_other_workbooks_are_as_they_are() -> None:
    """Nothing is written anew."""
    for data in (xlsb(row(0, cell(6, 0, wide("x")))), workbook(["x"]), b"\xd0\xcf\x11\xe0"):
        assert lengthened(data) is data
