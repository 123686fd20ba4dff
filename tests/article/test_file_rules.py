import polars as pl
import pytest

from keycafe_clean.article.file_rules import check_whole_file
from tests.import_rows import FULL_USER, changed, import_rows

Cells = list[str | None]


def found(column: str, cells: Cells) -> list[tuple[int, str, str, str, int]]:
    """List what is found of rows that differ in one column."""
    rows = import_rows(*({**FULL_USER, "Email Address": None, column: cell} for cell in cells))
    return check_whole_file(rows).select("row_id", "column", "code", "value", "other_row_id").rows()


@pytest.mark.parametrize(("column", "code"), [("Email Address", "email_unique"), ("Badge Code", "badge_code_unique")])
def test_repeated_cell(column: str, code: str) -> None:
    """Every later row with the same address or badge is found, and names the first."""
    assert found(column, ["a", "b", "a", None, "a"]) == [(2, column, code, "a", 0), (4, column, code, "a", 0)]


@pytest.mark.parametrize("column", ["Email Address", "Badge Code"])
@pytest.mark.parametrize("cells", [["a", "b"], [None, None], ["", ""], [" ", " "], []])
def test_nothing_repeated(column: str, cells: Cells) -> None:
    """Different cells and blank ones repeat nothing."""
    assert found(column, cells) == []


@pytest.mark.parametrize(
    ("column", "cells", "is_repeated"),
    [
        ("Email Address", ["jana@example.com", "Jana@Example.com "], True),
        ("Badge Code", ["7", " 7"], True),
        ("Badge Code", ["7a", "7A"], True),
        ("Badge Code", ["07", "7"], False),
    ],
)
def test_what_is_the_same(column: str, cells: Cells, *, is_repeated: bool) -> None:
    """Addresses and badges are compared without case and outer blanks; zeros count."""
    assert bool(found(column, cells)) is is_repeated


def test_first_is_the_first_row() -> None:
    """The row that stands first in the file keeps its cell, whatever its key."""
    rows = import_rows(changed(FULL_USER), changed(FULL_USER)).with_columns(row_id=pl.Series([9, 3], dtype=pl.UInt32))

    assert check_whole_file(rows).select("row_id", "other_row_id").row(0) == (3, 9)
