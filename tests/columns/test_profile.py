"""A source column by column."""

import polars as pl
import pytest

from keycafe_clean.columns.cell_shapes import is_address
from keycafe_clean.columns.profile import Table
from keycafe_clean.export import Source
from tests.columns.sources import source_of

CELLS: dict[str, list[str | None]] = {
    "Email": ["ana@acme.com", " n/a ", None, "bo@acme.com", "bo"],
    "Vorname": ["Ana", "Bo", "Cy", "Di", "Bo"],
    "First Name": ["ana", "BO", None, "Dí", "Eva"],
}


def test_shares() -> None:
    """A share is of the filled cells; `n/a` fills none."""
    table = Table(source_of(CELLS))

    assert table.filled("Email") == pytest.approx(3 / 5)
    assert table.share("Email", is_address) == pytest.approx(2 / 3)


def test_variety_and_agreement() -> None:
    """Variety counts different cells; agreement looks at rows with both filled, without case and accents."""
    table = Table(source_of(CELLS))

    assert table.variety("Vorname") == pytest.approx(4 / 5)
    assert table.agreement("Vorname", "First Name") == pytest.approx(3 / 4)
    assert table.agreement("Email", "Email") == 1.0


def test_empty_column() -> None:
    """An empty column has shares of nothing, and contradicts nobody."""
    table = Table(source_of({"Email": [None, " "], "Mail": ["a@b.com", None]}))

    assert (table.filled("Email"), table.share("Email", is_address), table.variety("Email")) == (0.0, 0.0, 0.0)
    assert table.agreement("Email", "Mail") == 1.0


def test_empty_table() -> None:
    """A table without rows has shares of nothing."""
    assert Table(source_of({"Email": []})).filled("Email") == 0.0


def test_order_of_headers() -> None:
    """Headers come in the order of the kinds, then second choices last, then as in the file."""
    table = Table(source_of({"id": [], "Email 2": [], "Staff ID": [], "Email": [], "Shoe": []}))

    assert table.of("Email Address", "employee_id", "id") == ["Email", "Email 2", "Staff ID", "id"]


def test_only_people_count() -> None:
    """Rows that are no people are neither sampled nor counted."""
    source = source_of(CELLS)
    rows = source.rows.with_columns(not_people=pl.Series([None, None, None, "total", "page"]))
    table = Table(Source("hr.csv", source.cells, rows))

    assert table.cells("Vorname").to_list() == ["Ana", "Bo", "Cy"]
    assert table.sample.height == 3


def test_sample_is_spread_over_the_file() -> None:
    """A large file is sampled evenly, to its end."""
    cells: list[str | None] = ["ana@acme.com"] * 15_000 + ["ana"] * 15_000
    table = Table(source_of({"Email": cells}))

    assert table.sample.height == 10_000
    assert table.share("Email", is_address) == pytest.approx(0.5)


@pytest.mark.parametrize(("rows", "sampled"), [(10_000, 10_000), (10_001, 5_001)])
def test_sample_has_up_to_ten_thousand_rows(rows: int, sampled: int) -> None:
    """A file of up to 10,000 people is looked at as a whole, of a larger one every second row."""
    assert Table(source_of({"Email": ["a"] * rows})).sample.height == sampled
