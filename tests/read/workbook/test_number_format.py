"""Numbers as a workbook shows them."""

import pytest

from keycafe_clean.read.workbook.number_format import shown_as, zero_mask


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("000000", "42", "000042"),
        ("000000", "1234567", "1234567"),
        ("000-00-0000", "123456789", "123-45-6789"),
        ("00\\-00", "123", "01-23"),
        ('"E"0000', "7", "E0007"),
        ("00000;-00000", "12", "00012"),
        ("[$-409]00000", "12", "00012"),
    ],
)
def test_zeros_and_signs_are_shown(code: str, number: str, shown: str) -> None:
    """A format of zeros pads, and puts its signs where it says."""
    mask = zero_mask(code)

    assert mask is not None
    assert shown_as(number, mask) == shown


@pytest.mark.parametrize("code", ["", "General", "0", "0.00", "#,##0", "0%", "dd.mm.yyyy", "0.00E+00", "@", '"0"00'])
def test_other_formats_show_no_padding(code: str) -> None:
    """Decimals, dates, percents and plain numbers are read as they are."""
    assert zero_mask(code) is None


@pytest.mark.parametrize("number", ["4.5", "-4", "abc", ""])
def test_only_whole_numbers_are_padded(number: str) -> None:
    """What is no whole number from 0 up keeps its own text."""
    assert shown_as(number, "0000") is None
