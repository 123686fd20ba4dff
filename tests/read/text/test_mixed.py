"""Files pasted together from two encodings."""

import polars as pl
import pytest

from keycafe_clean.read.table.grid import Grid
from keycafe_clean.read.text import mixed
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


@pytest.mark.parametrize(("strays", "is_mixed"), [(1, True), (2, False)])
def test_a_letter_of_utf_8_outweighs_one_stray_byte(strays: int, *, is_mixed: bool) -> None:
    """It is hardly there by chance; where more bytes are astray, the file is in another encoding."""
    assert (decoded_in_two("Zoë\n".encode() + b"\xe9," * strays) is not None) is is_mixed


def test_so_many_bytes_of_a_second_encoding_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each costs; no pasted rows have more."""
    monkeypatch.setattr(mixed, "MOST", 2)
    letters = "ë".encode() * 3

    assert decoded_in_two(letters + b"\xe9," * 2) is not None
    assert decoded_in_two(letters + b"\xe9," * 3) is None


def test_every_byte_of_windows_1252_has_its_letter() -> None:
    """From the first to the last of them."""
    text = decoded_in_two("ëë".encode() + b"\x80\xff")

    grid = with_letters(Grid(pl.DataFrame({"0": [text]})))

    assert grid.cells.item() == "ëë€ÿ"
