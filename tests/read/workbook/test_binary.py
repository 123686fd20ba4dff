"""Cells as both kinds of binary workbooks keep them."""

import struct

import pytest

from keycafe_clean.read.workbook.binary import Styles, packed_number


@pytest.mark.parametrize(
    ("packed", "number"),
    [
        (42 << 2 | 2, 42.0),
        (4250 << 2 | 3, 42.5),
        ((-42 << 2 | 2) & 0xFFFFFFFF, -42.0),
        (struct.unpack("<Q", struct.pack("<d", 42.5))[0] >> 32, 42.5),
        (struct.unpack("<Q", struct.pack("<d", 4250.0))[0] >> 32 | 1, 42.5),
    ],
)
def test_packed_numbers_are_unpacked(packed: int, number: float) -> None:
    """Whole ones and floats, each perhaps in hundredths."""
    assert packed_number(packed) == number


def test_only_formats_that_pad_have_pictures() -> None:
    """By the number of the style, not by the key of the format."""
    assert Styles({164: "00000", 165: "0.00"}, [0, 165, 164], fonts=[0, 0, 0], struck=[False]).masks() == {2: "00000"}
