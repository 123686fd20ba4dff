"""People who stand in a table beside the first one too, of leavers."""

import pytest

from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

ANN, BO, CY = "Ann,Lee,a@x.de", "Bo,Roe,b@x.de", "Cy,Poe,c@x.de"


def asked(*rows: str) -> list[tuple[int, str]]:
    """Get row from 0, and what says so, of whoever is asked about in a workbook of these rows."""
    book = workbook(*([cell or None for cell in row.split(",")] for row in rows))
    findings = read_export(("staff.xlsx", book)).sources[0].findings
    found = findings.filter(findings["code"] == "beside_leaver")
    assert set(found["suggestion"]) <= {"leave out"}
    return found.select("row_id", "value").rows()


@pytest.mark.parametrize("title", ["Leavers since 1 Sept", "Ausgeschieden", "Anciens salariés", "离职员工"])
def test_who_stands_below_a_title_of_leavers_is_asked_about(title: str) -> None:
    """On whose line ever; it may be the only title above, over a blank column left of the names, or a label."""
    header, rows = "First Name,Last Name,Email,,,Name", [f"{ANN},,,Cy Poe", f"{BO},,,Gus Hale", f"{CY},,,"]

    for above in (f",,,,,{title}", f",,,,{title},", f"Staff,,,,,{title}"):
        assert asked(above, header, *rows) == [(2, f"'{title}', row 3")]


def test_label_without_a_blank_column_is_a_title() -> None:
    """Two names of others are enough to see the second table."""
    rows = [f"{ANN},Cy Poe,1", f"{BO},Ann Lee,2", f"{CY},,"]

    assert asked("Staff,,,Leavers,", "First Name,Last Name,Email,Name,No", *rows) == [
        (0, "'Leavers', row 4"),
        (2, "'Leavers', row 3"),
    ]


@pytest.mark.parametrize(("day", "is_asked"), [("15.9.2026", True), ("", False), ("31.12.9999", False), ("n/a", False)])
def test_who_has_a_last_day_there_is_asked_about(day: str, *, is_asked: bool) -> None:
    """Without a title; no day is none."""
    found = asked("First Name,Last Name,Email,,Name,Last day", f"{ANN},,Bo Roe,{day}", f"{BO},,,")

    assert found == ([(1, "'Last day', row 2")] if is_asked else [])


def test_heading_within_the_table_beside_counts() -> None:
    """Who stands above it has not left."""
    rows = [f"{ANN},,Bo Roe,1", f"{BO},,Leavers,", f"{CY},,Ann Lee,2"]

    assert asked("First Name,Last Name,Email,,Name,No", *rows) == [(0, "'Leavers', row 4")]


def test_each_table_beside_is_read_alone() -> None:
    """Starters in one are no leavers of the next."""
    header, rows = "First Name,Last Name,Email,,Name,,Name", [f"{ANN},,Bo Roe,,Cy Poe", f"{BO},,,,", f"{CY},,,,"]

    assert asked(",,,,Agency,,Leavers", header, *rows) == [(2, "'Leavers', row 3")]


@pytest.mark.parametrize("title", ["Agency", "Current / leavers", "New starters"])
def test_other_titles_ask_nothing(title: str) -> None:
    """Nor does one that says both."""
    assert asked(f",,,,{title}", "First Name,Last Name,Email,,Name", f"{ANN},,Bo Roe", f"{BO},,") == []


def test_who_is_asked_about_as_listed_is_not_asked_twice() -> None:
    """A column of leavers without a name that is known is a list by itself."""
    assert (
        asked("First Name,Last Name,Email,,Leavers,Last day", f"{ANN},,Bo Roe,15.9.2026", f"{BO},,,", f"{CY},,,") == []
    )
