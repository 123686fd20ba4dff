"""The answer of the child, packed and unpacked again."""

import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.read.child import _answer, _refusal, unpacked_answer
from keycafe_clean.read.claims import HostileWorkbookError
from keycafe_clean.read.sheets import read_sheet
from tests.read.workbooks import with_sheet, workbook


def test_an_answer_holds_the_sheet() -> None:
    """Name, cells and remarks come through."""
    data = workbook(["First Name", "Id"], ["Zoë", 1])

    about, (cells, remarks) = unpacked_answer(_answer("workbook", data, None))

    assert (about["sheet"], about["others"]) == ("Sheet", [])
    assert_frame_equal(cells, read_sheet("workbook", data).cells)
    assert remarks.is_empty()


def test_a_refusal_holds_its_reason() -> None:
    """There are no tables then."""
    assert unpacked_answer(_refusal("no_sheet", ("A", "B"))) == ({"refused": "no_sheet", "sheets": ["A", "B"]}, [])


def test_claims_are_checked_first() -> None:
    """Nothing is opened that claims too much."""
    with pytest.raises(HostileWorkbookError):
        _answer("workbook", with_sheet(b'<worksheet><c r="A1"/><c r="XFD1048576"/></worksheet>'), None)
