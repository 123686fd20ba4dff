"""What the records of an xlsb sheet say beside the text of its cells."""

import struct

import polars as pl
import pytest

from keycafe_clean.read.workbook.xlsb import xlsb_annotations
from tests.read.binary_workbooks import cell, part, row, wide, xlsb

CELLS = pl.DataFrame({"0": ["Site", "Leeds", None, None], "1": ["Id", "1", "2024-01-02 00:00:00", None]})


def annotations(*records: bytes) -> list[tuple[object, ...]]:
    """Get the annotations about a sheet of such records; style 1 shows six digits, style 2 decimals."""
    return xlsb_annotations(xlsb(*records, formats=("000000", "0.00")), "S", CELLS).rows()


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([row(1, cell(5, 1, struct.pack("<d", 42), 1))], [(2, 1, "as_shown", "000042")]),
        ([row(1, cell(9, 1, struct.pack("<dH", 42, 0), 1))], [(2, 1, "as_shown", "000042")]),
        ([row(1, cell(2, 1, struct.pack("<I", 42 << 2 | 2), 1))], [(2, 1, "as_shown", "000042")]),
        ([row(1, cell(5, 1, struct.pack("<d", 42), 2), cell(5, 2, struct.pack("<d", 42)))], []),
        ([row(1, cell(5, 1, struct.pack("<d", 1e17)))], [(2, 1, "long_number", None)]),
        ([row(1, cell(3, 1, b"\x17"))], [(2, 1, "error_cell", "#REF!")]),
        ([row(2, cell(6, 1, wide("2024-01-02 00:00:00")))], [(3, 1, "as_shown", "2024-01-02 00:00:00")]),
        ([row(2, cell(5, 1, struct.pack("<d", 45293)))], []),
        ([row(2, hidden=True), row(3)], [(3, None, "hidden_row", None)]),
        ([part((176, struct.pack("<4I", 1, 2, 0, 0)))], [(3, 0, "merged_cell", "Leeds")]),
    ],
)
def test_cells_are_remarked_upon(records: list[bytes], expected: list[tuple[object, ...]]) -> None:
    """Formats, errors, long numbers, texts like days, hidden rows and merges; nothing about other cells."""
    assert annotations(*records) == expected


def test_a_sheet_that_is_not_there_is_an_error() -> None:
    """Nothing can be said about it."""
    with pytest.raises(ValueError, match=r"^$"):
        xlsb_annotations(xlsb(), "T", CELLS)
