"""People who stand on a sheet of leavers too."""

import polars as pl
import pytest

from keycafe_clean.export import Source
from keycafe_clean.read import read_export
from keycafe_clean.read.sheet_leavers import MOST, on_sheet_of_leavers, sheets_of_leavers
from tests.read.workbooks import book

NAMES = ["First Name", "Last Name", "Email", "Employee ID"]


def source(
    *people: tuple[str, ...] | list[str], headers: tuple[str, ...] = tuple(NAMES), sheet: str = "Leavers"
) -> Source:
    """Get a source of these people."""
    cells = pl.DataFrame(people, dict.fromkeys(headers, pl.String), orient="row").with_columns(
        pl.all().replace("", None)
    )
    numbers = pl.int_range(len(people), dtype=pl.UInt32, eager=True)
    rows = pl.DataFrame({"row_id": numbers, "source_row": numbers + 2}).with_columns(not_people=pl.lit(None, pl.String))
    return Source("staff.xlsx", cells.with_columns(pl.all().replace("", None)), rows, sheet=sheet)


TOM = ["Tom", "Hill", "tom.hill@example.com", "0042"]


@pytest.mark.parametrize(
    ("leaver", "is_asked"),
    [
        (("T.", "H.", "TOM.HILL@example.com ", ""), True),
        (("Tom", "Hill", "", ""), True),
        (("TOM", "HILL", "th@example.org", "42"), True),
        (("Hill", "Tom", "", ""), True),
        (("Thomas", "Hill", "", "42"), True),
        (("Tom", "Hill", "", "43"), False),
        (("Ann", "Lee", "", "42"), False),
        (("Tom", "Holm", "", ""), False),
        (("", "", "", ""), False),
    ],
)
def test_who_stands_on_a_sheet_of_leavers_is_asked_about(leaver: tuple[str, ...], *, is_asked: bool) -> None:
    """By the address, the number of one name, or the whole name; of two numbers of one name there are two people."""
    asked = on_sheet_of_leavers(source(("Ann", "Roe", "", ""), TOM), source(leaver))

    expected = [("sheet_leaver", 1, "'Leavers', row 2", "leave out")] if is_asked else []
    assert asked.select("code", "row_id", "value", "suggestion").rows() == expected


def test_whole_names_meet_names_in_parts() -> None:
    """The sheet of leavers has columns of its own; a person twice on it is asked about once."""
    left = source(("Hill, Tom",), ("Tom Hill",), headers=("Name",))

    assert on_sheet_of_leavers(source(TOM), left).get_column("value").to_list() == ["'Leavers', row 2"]


def test_a_sheet_without_people_tells_nothing() -> None:
    """A remark has no column of names, addresses or numbers."""
    assert on_sheet_of_leavers(source(TOM), source(("see HR",), headers=("Remark",))).is_empty()
    assert on_sheet_of_leavers(source(TOM), source()).is_empty()


@pytest.mark.parametrize(
    ("name", "is_of_leavers"),
    [
        *((it, True) for it in ("Leavers", "Ehemalige", "Sortis 2026", "Terminated", "Bajas", "Uitdienst", "退職者")),
        *((it, False) for it in ("Staff", "Agency", "Old", "Archive", "Leave", "New starters", "Leavers (template)")),
    ],
)
def test_which_sheets_speak_of_leaving(name: str, *, is_of_leavers: bool) -> None:
    """Lists of other times may have everybody, and templates nobody."""
    assert sheets_of_leavers({name: True}) == ([name] if is_of_leavers else [])


def test_so_many_sheets_are_read() -> None:
    """A workbook with a sheet a year stays quick to read."""
    assert len(sheets_of_leavers({f"Leavers {year}": True for year in range(2000, 2026)})) == MOST


def test_a_workbook_with_a_sheet_of_leavers() -> None:
    """Exactly the person who stands on both waits; a sheet that was asked for is read alone."""
    data = book(Staff=[NAMES, ["Ann", "Roe", "ann@example.com", ""], TOM], Leavers=[NAMES, TOM])

    asked = read_export(("staff.xlsx", data)).sources[0].findings
    assert asked.filter(pl.col("row_id").is_not_null()).select("code", "row_id").rows() == [("sheet_leaver", 1)]
    assert read_export(("staff.xlsx", data), sheet="Staff").sources[0].findings.is_empty()
