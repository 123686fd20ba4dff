"""Letters by script."""

import polars as pl
import pytest

from keycafe_clean.words.letters import is_east_asian, is_patronymic, is_vietnamese


@pytest.mark.parametrize(("cell", "expected"), [("佐川", True), ("サガワ", True), ("김철수", True), ("Żółć", False)])
def test_east_asian_letters(cell: str, *, expected: bool) -> None:
    """Japanese, Chinese and Korean letters are told from all others."""
    assert pl.DataFrame({"cell": [cell]}).select(is_east_asian("cell")).item() is expected


@pytest.mark.parametrize(("cell", "expected"), [("Nguyễn", True), ("Phương", True), ("José", False), ("Zoë", False)])
def test_vietnamese_letters(cell: str, *, expected: bool) -> None:
    """Letters that only Vietnamese has are told from accents that others have."""
    assert pl.DataFrame({"cell": [cell]}).select(is_vietnamese("cell")).item() is expected


@pytest.mark.parametrize(
    ("cell", "expected"), [("Иванович", True), ("Петровна", True), ("Іллівна", True), ("Ким", False)]
)
def test_names_after_the_father(cell: str, *, expected: bool) -> None:
    """Russian and Ukrainian names after the father are known by their endings."""
    assert pl.DataFrame({"cell": [cell]}).select(is_patronymic("cell")).item() is expected
