"""Units of a directory: departments, folders and groups."""

from datetime import date

import polars as pl
import pytest

from keycafe_clean.steps.units import (
    has_address_of_nobody,
    heads_who_begins_later,
    holds_no_people,
    holds_starters,
    is_of_folders,
    is_path,
    names_starters,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "department", "folder"),
    [
        ("Service Accounts", True, True), ("shared mailboxes", True, True), ("/Meeting Rooms", True, True),
        ("OU=Dienstkonten,OU=Ulm,DC=acme", True, True), ("Ops/Boîtes partagées", True, True), ("会議室", True, True),
        ("Test", False, True), ("/Test", True, True), ("Resources", False, True), ("Human Resources", False, False),
        ("Test Engineering", False, False), ("Room Service", False, False), ("Kitchen", False, False),
    ],
)  # fmt: skip
def test_unit_of_no_people_is_told_by_its_name(cell: str, *, department: bool, folder: bool) -> None:
    """A whole cell or a whole part of a path, in the languages known; a department may be called `Test`."""
    cells = pl.DataFrame({"c": [cell]})
    said = [cells.select(holds_no_people(pl.col("c"), folders=pl.lit(folders))).item() for folders in (False, True)]

    assert said == [department, folder]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("New starters", True), ("New starters January 2027", True), ("/Starters/January 2027", True),
        ("/Starters/Hull", True), ("Starters 01/12/2026", True), ("Neueintritte ab 1.2.2027", True),
        ("Nuovi assunti dal 01/03/2027", True), ("OU=New Starters,DC=acme", True), ("入社予定者", True),
        ("New starters 2025", False), ("Starters 01/11/2026", False), ("/Starters/March 2026", False),
        ("New employee", True), ("Neue Kolleginnen", False), ("/Staff/Neuer Mitarbeiter", True),
        ("Starter", False), ("Starters", False), ("Starters and desserts", False), ("Kitchen", False), (None, False),
    ],
)  # fmt: skip
def test_unit_of_starters_is_told_by_its_name_and_day(cell: str | None, *, expected: bool) -> None:
    """A day that has come says that they have begun; a kitchen has starters too."""
    assert holds_starters(pl.Series([cell], dtype=pl.String), TODAY, folders=False).to_list() == [expected]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("New starters", True),
        ("Neueintritte ab 1.2.2027:", True),
        ("Starters 2027", True),
        ("Starters", False),
        (None, None),
    ],
)
def test_heading_of_starters(cell: str | None, *, expected: bool | None) -> None:
    """A word for anything needs a year behind it."""
    cells = pl.DataFrame({"c": [cell]}, schema={"c": pl.String})

    assert cells.select(names_starters(pl.col("c"))).item() is expected


def test_folder_of_starters_needs_no_path() -> None:
    """Under a header of folders, the short word is enough."""
    assert holds_starters(pl.Series(["Starters"]), TODAY, folders=True).to_list() == [True]


@pytest.mark.parametrize(("header", "expected"), [("OU", True), ("Member Of", True), ("Department", False)])
def test_header_of_folders(header: str, *, expected: bool) -> None:
    """Signs and blanks do not count."""
    assert is_of_folders(header) == expected


def test_path_begins_with_a_stroke_or_names_its_parts() -> None:
    """A stroke between two words is none."""
    cells = pl.DataFrame({"c": ["/Staff/Hull", "OU=Hull,DC=acme", "Sales/Hull", None]})

    assert cells.select(is_path(pl.col("c"))).to_series().to_list() == [True, True, False, None]


@pytest.mark.parametrize(
    ("first", "address", "expected"),
    [
        ("Ana", "ana@acme.com", False),
        ("Ana", "mruiz@acme.com", False),
        ("Ana", "lift2@acme.com", True),
        ("Ana", None, False),
    ],
)
def test_address_without_the_name_is_of_nobody(first: str, address: str | None, *, expected: bool) -> None:
    """A first or last name in it is enough."""
    cells = {"First Name": [first], "Last Name": ["Ruiz"], "Email Address": [address]}
    frame = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))

    assert frame.select(has_address_of_nobody("Email Address")).item() is expected


@pytest.mark.parametrize(
    "heading",
    [
        "In dienst per 1-1-2027", "Nieuw vanaf 1 februari 2027", "Eintritt zum 01.01.2027", "Neu ab 2027",
        "Joining 1 January 2027", "Starts on Monday 4 January 2027", "Nouveaux à partir du 1er janvier 2027",
        "Altas el 1 de enero de 2027", "Ingresso dall'1.1.2027", "Nowi od 01.02.2027", "Ny pr. 1.1.2027",
        "入社 2027年1月", "Per 1-1-2027 in dienst", "Ab 1.1.2027", "--- NIEUW PER 1-1-27 ---",
        "In dienst per 1 januari", "New starters",
    ],
)  # fmt: skip
def test_heading_with_a_day_to_come_is_of_those_who_begin_later(heading: str) -> None:
    """In the languages known, the day behind or before the words, or behind `from` alone; with a year or without."""
    cells = pl.Series("c", [heading])

    assert cells.to_frame().select(names_starters(pl.col("c"))).item()
    assert heads_who_begins_later(cells, TODAY).to_list() == [True]


@pytest.mark.parametrize(
    "heading",
    [
        "In dienst per 1-1-2026", "In dienst", "In dienst: 45", "Nieuw", "New York 2027", "Neue Halle", "New 12",
        "Per 1-1-2027", "Stand per 1-1-2027", "Uit dienst per 1-1-2027", "From 2 to 5", None,
    ],
)  # fmt: skip
def test_other_headings_are_not_of_those_who_begin_later(heading: str | None) -> None:
    """A day that has come, a place or a number, of which day a list is, the end of a job."""
    assert heads_who_begins_later(pl.Series([heading], dtype=pl.String), TODAY).to_list() == [False]
