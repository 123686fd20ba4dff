"""Cells of people that were corrected in the sheet of answers are said, since only `answer` is read."""

import io
from datetime import date

import polars as pl
import pytest

from keycafe_clean.pipeline import Cleaned, clean
from keycafe_clean.plan import plan_imports
from keycafe_clean.read import read_export
from keycafe_clean.write.retyped_cells import retyped_cells
from keycafe_clean.write.review import review_tables

HEADER = "Employee ID,First Name,Last Name,Email,Department,Active,Hire Date"
ROWS = ("1,Anna,Otto,anna otto a.com,Sales,TRUE,2024-03-01", "2,Bernd,Lang,bernd@a.com,Fleet,TRUE,2024-03-01")
ONLY = "Only the column answer is read: type there what it should be, or correct the export."


def cleaned(*lines: str) -> Cleaned:
    """Clean an export of these lines."""
    text = "".join(f"{line}\n" for line in (HEADER, *lines))
    return clean(read_export(("w.csv", text.encode())), today=date(2026, 11, 3))


def said_of(asked: Cleaned, now: Cleaned | None = None, **cells: str) -> tuple[str, ...]:
    """Get what is said of the sheet of a run, with these cells in every line, beside the same or another export."""
    table = review_tables(asked, plan_imports(asked))["waiting"]
    sheet = io.BytesIO()
    table.with_columns(**{name: pl.lit(cell, pl.String) for name, cell in cells.items()}).write_csv(sheet)
    return retyped_cells(read_export(("sheet.csv", sheet.getvalue())), now or asked)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"Email": "anna.otto@a.com"},
            "'Email' is 'anna.otto@a.com' in the sheet and 'anna otto a.com' in the",
        ),
        ({"Email": ""}, "'Email' is blank in the sheet and 'anna otto a.com' in the"),
        ({"Last Name": "Otte", "answer": "leave out"}, "'Last Name' is 'Otte' in the sheet and 'Otto' in the"),
        ({"Email": "ann otto a.com"}, "'Email' is 'ann otto a.com' in the sheet and 'anna otto a.com' in the"),
        ({"Department": "Fleet"}, "'Department' is 'Fleet' in the sheet and 'Sales' in the"),
    ],
)
def test_corrected_cell(cells: dict[str, str], said: str) -> None:
    """A cell that somebody corrected is said with both texts, and where to type it, answered or not."""
    assert said_of(cleaned(*ROWS), **cells) == (f"Row 2: {said} export. {ONLY}",)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"answer": "anna.otto@a.com"},
        {"Hire Date": "01.03.24", "Employee ID": "0001"},
        {"Active": "WAHR"},
        {"Department": "SALES "},
    ],
)
def test_what_a_spreadsheet_makes_of_a_sheet(cells: dict[str, str]) -> None:
    """Days, numbers and truth in another language are nobody's correction."""
    assert said_of(cleaned(*ROWS), **cells) == ()


def test_line_of_somebody_else() -> None:
    """A sheet of another export says nothing of whoever stands in its rows by now."""
    other = cleaned("7,Zoe,Quist,zoe quist a.com,Fleet,TRUE,2020-01-01", ROWS[1])

    assert said_of(cleaned(*ROWS), other) == ()


def test_many_cells() -> None:
    """Five cells are named, of more the number is said."""
    many = [f"{number},Nora,{name},nora {name} a.com,Sales,TRUE,2024-03-01" for number, name in enumerate("ABCDEFG", 3)]
    said = said_of(cleaned(*many), Department="Fleet")

    assert len(said) == 6
    assert said[-1] == "2 more cells of the sheet differ from the export."
