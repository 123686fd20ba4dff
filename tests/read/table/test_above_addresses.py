"""Rows of column names of which only the word for an address is known."""

import polars as pl
import pytest

from keycafe_clean.read.table.above_addresses import addresses_beside, stands_above_addresses
from keycafe_clean.read.table.occurrences import Occurrences

ANN, CY = ("Ann", "Lee", "ann.lee@x.de"), ("Fox", "Cy", "cy@x.de")


def below(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    """Get the rows of a grid, its columns named as those of a grid are."""
    return pl.DataFrame(rows, schema=dict.fromkeys(("0", "1", "2"), pl.String), orient="row")


@pytest.mark.parametrize(
    ("row", "after", "expected"),
    [
        (("Zun", "Ruf", "E-Mail"), CY, True),
        (("Zun", "Ruf", "E-Mail"), (None, None, None), False),
        (("Zun", "", "E-Mail"), CY, True),
        (("", "", "E-Mail"), CY, False),
        (("E-Mail", "Zun", "Ruf"), CY, False),
        (("E-Mail", "Zun", "Ruf"), ("cy@x.de", "Fox", "Cy"), True),
        (("Zun", "Ruf", "Wo"), CY, False),
        (("Ann", "Ruf", "E-Mail"), CY, False),
        (("Zun", "2026", "E-Mail"), CY, False),
        (("Mail", "Zun", "E-Mail"), CY, False),
        (("Zun", "Zun", "E-Mail"), CY, False),
    ],
)
def test_word_right_above_an_address(row: tuple[str, ...], after: tuple[str, ...], *, expected: bool) -> None:
    """Words alone, of which no other row has any, one of them that for an address, with an address below it."""
    grid = below(ANN, row, after)

    assert stands_above_addresses(row, grid, 1, Occurrences(grid, row)) is expected


def test_address_may_stand_below_a_blank_cell() -> None:
    """A person without one stands first, or a blank line does."""
    row = ("Zun", "Ruf", "E-Mail")

    grid = below(ANN, row, ("Fox", "Cy", None), CY)

    assert stands_above_addresses(row, grid, 1, Occurrences(grid, row))


def test_other_columns_with_an_address() -> None:
    """Those that the first table has no addresses in."""
    assert addresses_beside(below(("a@x.de", None, "b@x.de"), ("c", "d", None)), [2]) == [0]
    assert addresses_beside(below(), [2]) == []
