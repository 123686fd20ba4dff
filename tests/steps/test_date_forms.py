import polars as pl
import pytest

from keycafe_clean.steps.date_forms import begins_like_a_date, parts_of, year_first_form


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("15.03.2019 (befristet)", True),
        ("Fr, 15.03.2019 08:00", True),
        ("31.02.2026", True),
        ("43539", True),
        ("43539.5", True),
        ("March 2024", True),
        ("03/2024 (befristet)", True),
        ("2024-03", True),
        ("2024年3月", True),
        ("2019-03-151", False),
        ("4b23c", False),
        ("12345678", False),
        ("soon", False),
        (None, None),
    ],
)
def test_cell_begins_like_a_date(cell: str | None, expected: bool | None) -> None:  # noqa: FBT001 -- a table of cells
    """A date is known by how it is written, possible or not, whatever stands behind it but digits and letters."""
    frame = pl.DataFrame({"cell": [cell]}, schema={"cell": pl.String})

    assert frame.select(begins_like_a_date(pl.col("cell"))).item() is expected


def test_form_of_the_column_goes_before_ours() -> None:
    """Where a column writes a short year first, its figures are no day, month and year."""
    parts = parts_of(pl.Series(["26/09/30", "30.09.26"]), year_first_form("/"))

    assert parts.select("year", "month", "day", "one").rows() == [("26", "09", "30", None), ("26", "09", "30", None)]
