"""Kinds of private cells: shapes, check digits, how many are enough."""

import polars as pl
import pytest

from keycafe_clean.read.table.private_kinds import MOSTLY, Kind, kinds


def cells(*written: str) -> pl.DataFrame:
    """Get cells as they stand, and without signs."""
    return pl.DataFrame({"written": written, "plain": [cell.replace("-", "") for cell in written]})


def test_rare_kinds_are_tried_first() -> None:
    """Fewer cells are enough where a number is hardly one by chance."""
    fewest = [kind.fewest for kind in kinds()]

    assert fewest == sorted(fewest)


@pytest.mark.parametrize(
    ("count", "share", "is_met"),
    [(3, MOSTLY, True), (3, MOSTLY - 1e-12, True), (3, MOSTLY - 0.01, False), (2, 1.0, False)],
)
def test_a_kind_needs_enough_cells_and_most_of_them(count: int, share: float, *, is_met: bool) -> None:
    """Shares that are added up may lack what rounding takes."""
    assert Kind("numbers", 3).is_met_by(count, share) is is_met


def test_a_shape_is_looked_for_without_signs_or_as_written() -> None:
    """A kind says which."""
    found = cells("12-34", "1234", "x")

    assert Kind("numbers", 1, shape=r"^\d{4}$").fitting(found).get_column("written").to_list() == ["12-34", "1234"]
    assert Kind("numbers", 1, written=r"^\d\d-\d\d$").fitting(found).get_column("written").to_list() == ["12-34"]


def test_weighted_sums_are_check_digits() -> None:
    """The last digits are the sum of the others by their weights, to the modulus."""
    kind = Kind("numbers", 1, weights=(3, 1), modulus=97)

    assert kind.passing(cells("1205", "1206", "9835")).get_column("plain").to_list() == ["1205", "9835"]


def test_a_kind_without_check_digits_passes_all() -> None:
    """Its shape is all there is."""
    assert Kind("numbers", 1, shape="x").passing(cells("1", "2")).height == 2


@pytest.mark.parametrize(
    ("kind", "is_checked"),
    [
        (Kind("numbers", 1), False),
        (Kind("numbers", 1, check="luhn"), True),
        (Kind("numbers", 1, weights=(1,)), True),
        (Kind("numbers", 1, check="dk.cpr", dated=True), False),
    ],
)
def test_dates_are_no_check_digits(kind: Kind, *, is_checked: bool) -> None:
    """Numbers that go on one by one may all begin with a date."""
    assert kind.is_checked is is_checked
