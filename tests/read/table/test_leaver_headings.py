"""Headings of people who have left."""

import polars as pl
import pytest

from keycafe_clean.read.reader import read_export

ANN, BO = "Lee,Ann,ann@example.com", "Roe,Bo,bo@example.com"


def read(*lines: str) -> tuple[list[str | None], list[tuple[int, str]]]:
    """Get why rows are no people, and who (from 0) stands below a heading of leavers, with its row in the file."""
    source = read_export(("staff.csv", "\n".join(["Last Name,First Name,Email", *lines]).encode())).sources[0]
    asked = source.findings.filter(pl.col("code") == "below_leavers")
    assert asked.filter(pl.col("suggestion") != "leave out").is_empty()
    return source.rows.get_column("not_people").to_list(), asked.select("row_id", "reason").rows()


@pytest.mark.parametrize(
    "heading",
    [
        *("Former employees,,", ",Leavers (2),", "LEFT:,,", "Leavers,2,", "--- Ausgeschieden ---,,", "Ehemalige,,"),
        *("Anciens salariés,,", "Ex empleados,,", "Demitidos,,", "Cessati,,", "Uit dienst,,", "Byli pracownicy,,"),
        *("Slutade,,", "Бывшие сотрудники,,", "退職者,,", "Department: Terminated,,", "Active and former staff,,"),
        *(
            "D. Separations,,",
            "3) Exits (2),,",
            ",Offboarding,",
            "Movements out,,",
            "B. Terms,,",
            "OUT,2,",
            "Odejścia,,",
        ),
    ],
)
def test_people_below_a_heading_of_leavers_are_asked_about(heading: str) -> None:
    """In any language, in any column, with a count beside it; the heading is no person, people above are not asked."""
    assert read(ANN, BO, heading, BO, ANN) == ([None, None, "heading", None, None], [(3, "4"), (4, "4")])


@pytest.mark.parametrize(
    "heading",
    [
        *("Service,,", "Department: Sales,,", "Département Ventes,,", "Sorting,,", "Partners,,", "Ancienneté,,"),
        *("Total leavers: 2,,", "Summe Ausgeschiedene,2,", "* on leave until 1.3.2027,,", "left@example.com,,"),
        *("All those are listed here who have left,,", "B. Transfers,,", "Exit 9 Depot,,", "Terms and conditions,,"),
    ],
)
def test_other_headings_say_nothing_of_leaving(heading: str) -> None:
    """Departments that sound alike, totals, remarks, long texts."""
    assert read(ANN, BO, heading, BO, ANN)[1] == []


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ([BO, "Service,,", ANN], [3]),
        ([BO, "Summe,1,", ANN], [3]),
        ([",,", BO, ",,", ANN], [4, 6]),
        (["Last Name,First Name,Email", BO], [4]),
        ([BO, "Leavers,,", ANN], [3, 5]),
        (["Service,,", ANN], []),
        ([], []),
    ],
)
def test_the_next_heading_or_total_ends_them(below: list[str], asked: list[int]) -> None:
    """A blank row and column names do not: nobody below them goes in unasked."""
    assert [row for row, _ in read(ANN, BO, "Former employees,,", *below)[1]] == asked


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("New starters,,", "New starters"),
        (",Neueintritte ab 1.2.2027,", "Neueintritte ab 1.2.2027"),
        ("NUOVI ASSUNTI DAL 01/03/2027,,", "NUOVI ASSUNTI DAL 01/03/2027"),
        ("Starters 2027,,", "Starters 2027"),
        ("In dienst per 1-1-2027,,", "In dienst per 1-1-2027"),
    ],
)
def test_heading_of_people_who_begin_ends_those_who_left(heading: str, value: str) -> None:
    """Whoever stands below it is noted with the heading, to be asked about on the day of the run."""
    lines = ["Last Name,First Name,Email", ANN, "Leavers,,", BO, heading, ANN, BO, "Service,,", ANN]
    source = read_export(("staff.csv", "\n".join(lines).encode())).sources[0]
    below = source.findings.filter(pl.col("code").is_in(["below_leavers", "starters_heading"]))

    assert source.rows.item(4 - 1, "not_people") == "heading"
    assert below.select("code", "row_id", "value").rows() == [
        ("below_leavers", 2, None),
        ("starters_heading", 4, value),
        ("starters_heading", 5, value),
    ]


def test_a_person_as_thin_as_all_others_is_no_heading() -> None:
    """In a list of one column everybody has one cell."""
    source = read_export(("staff.csv", b"Name\nAnn Lee\nFormer\nBo Roe")).sources[0]

    assert source.rows.get_column("not_people").to_list() == [None, None, None]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Ehemalige Mitarbeiter,,", [(0, "2"), (1, "2")]),
        ("Leavers 2026,,", [(0, "2"), (1, "2")]),
        ("No longer active,,", [(0, "2"), (1, "2")]),
        ("Active and terminated workers,,", []),
        ("Current / leavers,,", []),
        ("Aktive & Ehemalige,,", []),
        ("在职 / 离职,,", []),
        ("Leavers,,Current", []),
        ("Leavers,,Harbour", [(0, "2"), (1, "2")]),
        (",,,,Leavers 2026", []),
        ("Staff,,", []),
    ],
)
def test_a_short_title_above_the_column_names_is_a_heading(title: str, asked: list[tuple[int, str]]) -> None:
    """Of the people down to the next heading; a longer one is that of a report, and so is one of who is here, too.

    One right of the table is none of it.
    """
    lines = ["Harbour Ltd,,", title, "Last Name,First Name,Email", ANN, BO, "Service,,", ANN]
    source = read_export(("staff.csv", "\n".join(lines).encode())).sources[0]

    assert source.findings.filter(pl.col("code") == "below_leavers").select("row_id", "reason").rows() == asked
