"""Tables beside the first one."""

from datetime import date

import pytest

from keycafe_clean.pipeline import clean
from keycafe_clean.read.reader import read_export
from tests.read.workbooks import workbook

SECOND = "First Name (2), Last Name (2), Email (2)"


def said(*rows: str) -> list[str]:
    """Get what is said of tables beside the first in a workbook of these rows."""
    findings = (
        read_export(("staff.xlsx", workbook(*([cell or None for cell in row.split(",")] for row in rows))))
        .sources[0]
        .findings
    )
    return [value for code, value in findings.select("code", "value").rows() if code == "tables_beside"]


@pytest.mark.parametrize(
    ("header", "cells", "beside"),
    [
        ("First Name,Last Name,Email,,First Name,Last Name,Email", "Gus,Hale,g@x.de", SECOND),
        ("First Name,Last Name,Email,First Name,Last Name,Email", "Gus,Hale,g@x.de", SECOND),
        ("Name,Phone,,Name,Phone", "Gus Hale,12", "Name (2), Phone (2)"),
        ("Vorname,Nachname,E-Mail,,Vorname,Nachname", "Gus,Hale", "Vorname (2), Nachname (2)"),
        ("Vorname,Nachname,E-Mail,,Name,Mail,Nachname", "Gus,g@x.de,Hale", "Name, Mail, Nachname (2)"),
        ("Name,Email,,Surname,Given name,E-mail", "Hale,Gus,g@x.de", "Surname, Given name, E-mail"),
        ("Prénom,Nom,,Prénom,Nom,Courriel", "Gus,Hale,g@x.de", "Prénom (2), Nom (2), Courriel"),
        ("First Name,Last Name,Email,,,", "Gus Hale,g@x.de", "Column 5, Column 6"),
        ("First Name,Last Name,Email,,Temp,Firm,Temp address", "Gus Hale,Acme,g@x.de", "Temp, Firm, Temp address"),
    ],
)
def test_a_second_table_is_one_question(header: str, cells: str, beside: str) -> None:
    """Its names come again, a blank column sets it apart, or it has no names and addresses: its columns are named."""
    columns = header.split(",")
    left = ["Ann", "Lee", "ann@x.de"][: columns.index("") if "" in columns else 3]
    width = len(columns) - len(cells.split(","))
    row = ",".join([*left, *[""] * (width - len(left)), cells])

    assert said(header, row, row) == [f"{beside} (2 rows)"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("First Name,Last Name,Email,Email", "Ann,Lee,ann@x.de,a@x.de"),
        ("First Name,,Last Name,Email", "Ann,,Lee,a@x.de"),
        ("First Name,Last Name,,Email,Department", "Ann,Lee,,a@x.de,IT"),
        ("First Name,Last Name,Email,,,", "Ann,Lee,a@x.de,,please check,soon"),
        ("First Name,Last Name,Email,,Manager Email,Manager", "Ann,Lee,a@x.de,,b@x.de,Bo Roe"),
        ("First Name,Last Name,Email,,First Name,Last Name", "Ann,Lee,a@x.de,,,"),
    ],
)
def test_columns_of_the_same_people_are_no_table(header: str, row: str) -> None:
    """A second address, a blank column in the middle, remarks, the manager, names without a cell."""
    assert said(header, row, row) == []


def test_a_table_beside_may_begin_further_down() -> None:
    """Its column names stand in a row of the first one's people."""
    rows = [
        "First Name,Last Name,Email,,,",
        "Ann,Lee,a@x.de,,,",
        "Bo,Roe,b@x.de,,Name,E-mail",
        "Cy,Poe,c@x.de,,Gus Hale,g",
    ]

    assert said(*rows) == ["Column 5, Column 6 (1 row)"]


@pytest.mark.parametrize(
    ("rows", "beside"),
    [
        (
            ["First Name,Last Name,Email,,Name,Last day", "Ann,Lee,a@x.de,,Bo Roe,1.9.2026", "Bo,Roe,b@x.de,,,"],
            "Name, Last day (1 row)",
        ),
        (
            [
                "Team,,,Left,",
                "First Name,Last Name,Email,Name,Last day",
                "Ann,Lee,a@x.de,Bo Roe,1.9.2026",
                "Bo,Roe,b@x.de,Cy Poe,2.9.2026",
            ],
            "Name, Left: Last day (2 rows)",
        ),
    ],
)
def test_names_of_others_are_a_second_table(rows: list[str], beside: str) -> None:
    """A blank column or a label sets them apart, and the last day beside Ann is Bo's."""
    book = workbook(*([cell or None for cell in row.split(",")] for row in rows))

    cleaned = clean(read_export(("staff.xlsx", book)), today=date(2026, 11, 22))

    assert said(*rows) == [beside]
    assert cleaned.rows.get_column("outcome").to_list() == ["ready", "waiting"]


def test_rows_of_people_alone_are_counted() -> None:
    """Headings, column names said again, totals and lines of a second table are none."""
    header, left = "Name,Ext.,Email", "Ann Lee,1,a@x.de"
    right = ["Kitchen,,", "Gus Hale,7,g@x.de", "Ida Post,8,", header, "Kim Wu,9,k@x.de", "Total,3,", "Page 1 of 2,,"]

    assert said(f"{header},{header}", *(f"{left},{row}" for row in right)) == ["Name (2), Ext. (2), Email (2) (3 rows)"]


def test_a_table_beside_is_suggested_for_nothing() -> None:
    """Its addresses are not those of the first one, and a row that has only its cells is nobody of the first."""
    header = "First Name,Last Name,Email,,First Name,Last Name,Email,Status"
    rows = ["Ann,Lee,a@x.de,,Gus,Hale,g@x.de,left", ",,,,Ida,Post,i@x.de,Active"]
    book = workbook(*([cell or None for cell in row.split(",")] for row in (header, *rows)))

    cleaned = clean(read_export(("staff.xlsx", book)), today=date(2026, 11, 22))

    assert cleaned.rows.select("outcome", "Email Address", "reason").rows() == [
        ("ready", "a@x.de", None),
        ("not_people", None, "beside"),
    ]
    assert cleaned.findings.get_column("code").to_list() == ["tables_beside"]


def test_rows_of_every_table_beside_are_counted() -> None:
    """Two tables of their own have the people of both."""
    rows = ["Gus Hale,g@x.de,,Ida Post,i@x.de,,Jo Quist,j@x.de", "Kim Rand,k@x.de,,Lea Sand,l@x.de,,,"]

    assert said("Name,Email,,Name,Email,,Name,Email", *rows, "Max Tull,m@x.de,,Ned Vane,n@x.de,,,") == [
        "Name (2), Email (2), Name (3), Email (3) (4 rows)"
    ]
