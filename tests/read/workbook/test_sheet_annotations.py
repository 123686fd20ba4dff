"""Details of workbooks of every kind."""

import pytest

from keycafe_clean.read.workbook.sheet_annotations import sheet_annotations
from keycafe_clean.read.workbook.sheets import read_sheet
from tests.read.binary_workbooks import number, xls, xlsb
from tests.read.workbooks import workbook, zipped

ODS = b'<table:table table:name="S"><table:table-row table:visibility="collapse"></table:table-row></table:table>'


@pytest.mark.parametrize(
    ("data", "code"),
    [(xls(number(0, 0, 1, 1), formats=("000",)), "as_shown"), (zipped({"content.xml": ODS}), "hidden_row")],
)
def test_each_kind_has_its_reader(data: bytes, code: str) -> None:
    """What the file is decides, not its name."""
    found = sheet_annotations(data, "S", 0, read_sheet("workbook", workbook(["x"])).cells)

    assert found is not None
    assert found.get_column("code").to_list() == [code]


@pytest.mark.parametrize("data", [xls()[:1000], xlsb()[:-40], zipped({"xl/workbook.xml": b""}), b"\xd0\xcf\x11\xe0"])
def test_what_cannot_be_read_is_none(data: bytes) -> None:
    """A damaged workbook is no error here: the library may have read its cells all the same."""
    assert sheet_annotations(data, "S", 0, read_sheet("workbook", workbook(["x"])).cells) is None
