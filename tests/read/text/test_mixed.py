"""Files pasted together from two encodings."""

import polars as pl
import pytest

from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text.mixed import decoded_in_two, with_letters


def test_bytes_astray_get_their_letters_back() -> None:
    """Each cell with a byte that is not UTF-8 is read as Windows-1252 there, and marked."""
    text = decoded_in_two("Jörg;Zoë\n".encode() + "René;Ann\n".encode("cp1252"))

    assert text is not None
    rows = [line.split(";") for line in text.splitlines()]
    grid = with_letters(Grid(pl.DataFrame(rows, schema=["0", "1"], orient="row")))

    assert grid.cells.rows() == [("Jörg", "Zoë"), ("René", "Ann")]
    assert grid.annotations.rows() == [(2, 0, "other_encoding", "René")]


@pytest.mark.parametrize("data", ["Jörg;Zoë\n".encode("cp1252"), "Жук;Ёж\n".encode("cp1251"), b"\xff\xff"])
def test_text_in_one_other_encoding_is_not_mixed(data: bytes) -> None:
    """Without letters of UTF-8, the file is in another encoding as a whole."""
    assert decoded_in_two(data) is None
