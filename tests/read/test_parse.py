"""A file of any kind, taken apart within the budget."""

import gzip

import pytest

from keycafe_clean.errors import ExportError, HostileFile
from keycafe_clean.read import parse as module
from keycafe_clean.read.budget import Budget
from keycafe_clean.read.files import RawFile
from keycafe_clean.read.options import ReadingOptions
from keycafe_clean.read.parse import parse_any
from tests.read.workbooks import workbook

PAGE = b"<table><tr><td>First Name</td></tr><tr><td>Ann</td></tr></table>"


@pytest.mark.parametrize(
    "data",
    [b"First Name\nAnn\n", gzip.compress(b"First Name\nAnn\n"), workbook(["First Name"], ["Ann"]), PAGE],
    ids=["text", "packed", "workbook", "page"],
)
def test_files_of_every_kind_are_grids(data: bytes) -> None:
    """What a file is does not matter to who reads its cells."""
    assert parse_any(RawFile("hr", data), ReadingOptions()).grid.cells.rows() == [("First Name",), ("Ann",)]


@pytest.mark.parametrize(
    "data", [workbook(*[["a"] * 3] * 4), PAGE * 4, b"a,b,c\n" * 4], ids=["workbook", "page", "text"]
)
def test_the_budget_is_the_same_for_every_kind(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """No library counts for us."""
    monkeypatch.setattr(module, "FULL", Budget(rows=1))

    with pytest.raises(HostileFile) as told:
        parse_any(RawFile("hr", data), ReadingOptions())

    assert str(told.value) == "hr has more than 5,000,000 rows. Export only the people who are to be imported."


def test_what_is_no_table_is_said() -> None:
    """The sentence names the file."""
    with pytest.raises(ExportError) as told:
        parse_any(RawFile("hr.csv", b"%PDF-1.7"), ReadingOptions())

    assert str(told.value) == "hr.csv is a PDF, not a table. Export it again as CSV or as a workbook."
