"""What the records of an xls sheet say beside the text of its cells."""

import struct

import polars as pl
import pytest

from keycafe_clean.read.workbook.xls import xls_annotations
from tests.read.binary_workbooks import beginning, label, number, record, xls

CELLS = pl.DataFrame({"0": ["Site", "Leeds", None, None], "1": ["Id", "1", "2024-01-02 00:00:00", None]})

COMPUTED = record(0x0006, struct.pack("<3HdHI", 5, 5, 0, 2.5, 0, 0))


def annotations(*records: bytes) -> list[tuple[object, ...]]:
    """Get the annotations about a sheet of such records; style 1 shows six digits, style 2 decimals."""
    return xls_annotations(xls(*records, formats=("000000", "0.00")), 0, CELLS).rows()


def formula(result: bytes, flags: int = 0) -> bytes:
    """Get a formula in B2."""
    return record(0x0006, struct.pack("<3H8sHI", 1, 1, 1, result, flags, 0))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([number(1, 1, 42, 1)], [(2, 1, "as_shown", "000042")]),
        ([record(0x027E, struct.pack("<3HI", 1, 1, 1, 42 << 2 | 2))], [(2, 1, "as_shown", "000042")]),
        ([record(0x00BD, struct.pack("<HHHIHIH", 1, 1, 1, 42 << 2 | 2, 1, 4200 << 2 | 3, 2))],
         [(2, 1, "as_shown", "000042"), (2, 2, "as_shown", "000042")]),
        ([formula(struct.pack("<d", 42))], [(2, 1, "as_shown", "000042")]),
        ([number(1, 1, 42, 2), number(1, 1, 42), number(1, 1, 0.5, 1), number(1, 1, -1, 1)], []),
        ([number(1, 1, 1234567890123456, 0)], [(2, 1, "long_number", None)]),
        ([record(0x0205, struct.pack("<3HBB", 1, 1, 0, 0x07, 1))], [(2, 1, "error_cell", "#DIV/0!")]),
        ([record(0x0205, struct.pack("<3HBB", 1, 1, 0, 1, 0))], []),
        ([formula(b"\2\0\x2a\0\0\0\xff\xff")], [(2, 1, "error_cell", "#N/A")]),
        ([formula(bytes(8), 2)], [(2, 1, "formula_without_result", "")]),
        ([formula(bytes(8)), formula(b"\0\0\0\0\0\0\xff\xff")], [(2, 1, "as_shown", "000000")]),
        ([formula(b"\3\0\0\0\0\0\xff\xff")], [(2, 1, "formula_without_result", "")]),
        ([formula(b"\3\0\0\0\0\0\xff\xff"), COMPUTED], []),
        ([label(2, 1, "2024-01-02 00:00:00")], [(3, 1, "as_shown", "2024-01-02 00:00:00")]),
        ([number(2, 1, 45293)], []),
        ([record(0x0208, bytes(12) + b"\x20\0\0\0")],
         [(1, None, "hidden_row", None)]),
        ([record(0x00E5, struct.pack("<5H", 1, 1, 3, 0, 0))],
         [(3, 0, "merged_cell", "Leeds"), (4, 0, "merged_cell", "Leeds")]),
        ([beginning(0x20), number(1, 1, 42, 1), record(0x000A)], []),
    ],
)  # fmt: skip
def test_cells_are_remarked_upon(records: list[bytes], expected: list[tuple[object, ...]]) -> None:
    """Formats, errors, formulas, long numbers, texts like days, hidden rows and merges; nothing of charts."""
    assert annotations(*records) == expected


def test_a_sheet_that_is_not_there_is_an_error() -> None:
    """Nothing can be said about it."""
    with pytest.raises(IndexError):
        xls_annotations(xls(), 1, CELLS)
