"""Letters by script."""

import polars as pl
import pytest

from keycafe_clean.folding import fold
from keycafe_clean.words import words
from keycafe_clean.words.letters import begins_vietnamese, is_east_asian, is_patronymic, is_vietnamese


@pytest.mark.parametrize(("cell", "expected"), [("佐川", True), ("サガワ", True), ("김철수", True), ("Żółć", False)])
def test_east_asian_letters(cell: str, *, expected: bool) -> None:
    """Japanese, Chinese and Korean letters are told from all others."""
    assert pl.DataFrame({"cell": [cell]}).select(is_east_asian("cell")).item() is expected


@pytest.mark.parametrize(("cell", "expected"), [("Nguyễn", True), ("Phương", True), ("José", False), ("Zoë", False)])
def test_vietnamese_letters(cell: str, *, expected: bool) -> None:
    """Letters that only Vietnamese has are told from accents that others have."""
    assert pl.DataFrame({"cell": [cell]}).select(is_vietnamese("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Bui Van Khoa", True),
        ("Bùi Văn Khoa", True),
        ("BUI VAN KHOA", True),
        ("bui van khoa", True),
        ("Vo Thi Thanh Truc", True),
        ("Đoàn Quý Nghĩa", True),
        ("Vo Truc", False),
        ("Mai van Dam", False),
        ("Mai Van Dijk", False),
        ("Le Anne Smith", False),
        ("Vincent Van Gogh", False),
        ("", False),
        (None, None),
    ],
)
def test_names_built_as_vietnamese_ones(cell: str | None, *, expected: bool | None) -> None:
    """A usual last name, then two syllables of that language at least, each with a capital or none."""
    cells = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert cells.select(begins_vietnamese("cell")).item() is expected


def test_vietnamese_last_names_are_sorted_and_stand_once() -> None:
    """No two of them are one without their accents."""
    bare = [fold(name).replace("đ", "d") for name in words("vietnamese", "last_names")]

    assert bare == sorted(set(bare))


@pytest.mark.parametrize(
    ("cell", "expected"), [("Иванович", True), ("Петровна", True), ("Іллівна", True), ("Ким", False)]
)
def test_names_after_the_father(cell: str, *, expected: bool) -> None:
    """Russian and Ukrainian names after the father are known by their endings."""
    assert pl.DataFrame({"cell": [cell]}).select(is_patronymic("cell")).item() is expected
