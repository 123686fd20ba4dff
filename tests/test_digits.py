import sys
import unicodedata

import polars as pl
import pytest

from keycafe_clean.digits import in_ascii_digits, with_ascii_digits, without_zeros

DIGITS = [sign for sign in map(chr, range(sys.maxunicode + 1)) if unicodedata.decimal(sign, -1) >= 0]


def test_every_decimal_digit_is_written_in_ascii() -> None:
    """Whatever script a digit is of, it becomes the one of ASCII with its value."""
    written = pl.DataFrame({"cell": DIGITS}).select(with_ascii_digits(pl.col("cell"))).to_series()

    assert written.to_list() == [str(unicodedata.decimal(sign)) for sign in DIGITS]


@pytest.mark.parametrize("cell", ["Ñandú", "½", "²", "Ⅳ", "①", "一", "", None])
def test_what_is_no_decimal_digit_stays(cell: str | None) -> None:
    """Letters, fractions, exponents and numerals are no digits."""
    assert in_ascii_digits(pl.Series("cell", [cell, "٣"])).to_list() == [cell, "3"]


def test_cells_keep_their_name_and_order() -> None:
    """A column with ASCII digits is the same column, quick or not."""
    for cells in (["12", None, "3"], ["१२", None, "३"]):
        assert in_ascii_digits(pl.Series("cell", cells)).equals(pl.Series("cell", ["12", None, "3"]), check_names=True)


@pytest.mark.parametrize(
    ("number", "bare"),
    [("00042", "42"), ("42.0", "42"), (" E-042 ", "e-042"), ("0", None), ("A0.0", "a0.0"), (None, None)],
)
def test_what_spreadsheets_take_and_give_is_left_out(number: str | None, bare: str | None) -> None:
    """Zeros in front and `.0` behind; a number of zeros alone says nothing."""
    assert pl.select(without_zeros(pl.lit(number, pl.String))).item() == bare
