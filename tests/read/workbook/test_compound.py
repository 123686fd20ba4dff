"""Parts of OLE2 files."""

import pytest

from keycafe_clean.read.workbook.compound import CompoundFile
from tests.read.binary_workbooks import SECTOR, ole2

LONG = bytes(range(256)) * 40


def test_a_part_is_found_whatever_its_case() -> None:
    """All of its sectors, in their order; nothing under another name."""
    file = CompoundFile(ole2(LONG))

    assert file.part("book", "workbook") == LONG
    assert file.part("other") == b""


def test_a_chain_in_a_circle_ends() -> None:
    """A damaged file is an error, not a hang."""
    whole = bytearray(ole2(LONG))
    whole[SECTOR + 4 * 5 : SECTOR + 4 * 6] = (2).to_bytes(4, "little")

    with pytest.raises(ValueError, match=r"^$"):
        CompoundFile(bytes(whole)).part("workbook")
