"""Values that a spreadsheet has changed."""

import polars as pl
import pytest

from keycafe_clean.read.table.damaged_values import damaged_values


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("Employee ID", "1.2E+12", "scientific_number"),
        ("Badge", " 1,23457E+15", "scientific_number"),
        ("Employee ID", "5E9934", None),
        ("Employee ID", "00042", None),
        ("Department", "1.2E+12", None),
        ("Employee ID", "2024-03-02", "date_for_text"),
        ("Last Name", "03-Mar", "date_for_text"),
        ("Last Name", "Mar-24", "date_for_text"),
        ("Last Name", "03. Mär", "date_for_text"),
        ("Last Name", "3-mars", "date_for_text"),
        ("Last Name", "févr.-24", "date_for_text"),
        ("Employee ID", "ene-24", "date_for_text"),
        ("Employee ID", "12-Okt-2024", "date_for_text"),
        ("Badge", "SET-012", None),
        ("Employee ID", "4-marketing", None),
        ("First Name", "April", None),
        ("First Name", "May", None),
        ("Start Date", "2024-03-02", None),
        ("Employee ID", None, None),
    ],
)
def test_changed_values_are_told(header: str, cell: str | None, code: str | None) -> None:
    """Only in columns of names and numbers of people; names that are months are names."""
    cells = pl.DataFrame({header: [cell, None]}, schema={header: pl.String})

    found = damaged_values(cells, pl.DataFrame({"row_id": [0, 1]}, schema={"row_id": pl.UInt32}))

    assert found.get_column("code").to_list() == ([code] if code else [])


def test_rows_that_are_no_people_are_not_told() -> None:
    """A total in scientific notation is nobody's number."""
    found = damaged_values(pl.DataFrame({"Employee ID": ["1.2E+12"]}), pl.DataFrame(schema={"row_id": pl.UInt32}))

    assert found.is_empty()
