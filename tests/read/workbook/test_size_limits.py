"""What a workbook claims, checked before it is opened."""

import pytest

from keycafe_clean.read.budget import OverBudgetError
from keycafe_clean.read.workbook import size_limits
from keycafe_clean.read.workbook.size_limits import check_size, column_number
from tests.read.workbooks import with_sheet, workbook, zipped


@pytest.mark.parametrize(("letters", "number"), [(b"A", 1), (b"Z", 26), (b"AA", 27), (b"XFD", 16_384)])
def test_columns_are_numbered(letters: bytes, number: int) -> None:
    """Letters count as a spreadsheet counts them."""
    assert column_number(letters) == number


@pytest.mark.parametrize(
    "data",
    [
        workbook(["First Name", "Email"], *[["Ann", "a@example.com"]] * 500),
        with_sheet(b'<worksheet><sheetData><row r="9"><c r="ZZ9"><v>1</v></c></row></sheetData></worksheet>'),
        b"\xd0\xcf\x11\xe0 no zip",
    ],
)
def test_usual_workbooks_are_let_through(data: bytes) -> None:
    """A table of people, a far column in a short sheet, and files that make no claims."""
    check_size(data)


@pytest.mark.parametrize(
    "data",
    [
        with_sheet(b'<worksheet><c r="A1"/><c r="XFD99999"/></worksheet>'),
        zipped({"xl/workbook.xml": b"", "xl/media/a": b"\0" * 40_000_000}),
        zipped({f"xl/part{number}": b"" for number in range(5_001)}),
        with_sheet(b"<worksheet>" + bytes(range(65, 91)) * 200_000 + b"</worksheet>"),
    ],
    ids=["rectangle", "ratio", "parts", "one endless cell"],
)
def test_hostile_claims_are_told(data: bytes) -> None:
    """A rectangle, a ratio, a number of parts or a cell beyond any export of people."""
    with pytest.raises(OverBudgetError):
        check_size(data)


@pytest.mark.parametrize(
    ("limits", "within", "over"),
    [
        ({"PARTS": 2}, {"a": b"", "b": b""}, {"a": b"", "b": b"", "c": b""}),
        ({"WORKBOOK_BYTES": 9}, {"a": b"x" * 9}, {"a": b"x" * 10}),
        ({"SMALL": 1_000, "RATIO": 10}, {"a": bytes(1_000)}, {"a": bytes(1_001)}),
        ({"SMALL": 10, "RATIO": 50}, {"a": bytes(range(250))}, {"a": bytes(10_000)}),
        ({"WORKBOOK_CELLS": 6}, {"a.xml": b'<c r="B3">'}, {"a.xml": b'<c r="C3">'}),
        ({"CELL_BYTES": 9}, {"a.xml": b"<" + b"x" * 8}, {"a.xml": b"<" + b"x" * 9}),
    ],
    ids=["parts", "bytes", "small", "ratio", "cells", "cell"],
)
def test_each_limit_is_the_most(
    limits: dict[str, int], within: dict[str, bytes], over: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is as large as a limit is let through, what is larger is not."""
    for name, limit in limits.items():
        monkeypatch.setattr(size_limits, name, limit)

    check_size(zipped(within))
    with pytest.raises(OverBudgetError):
        check_size(zipped(over))
