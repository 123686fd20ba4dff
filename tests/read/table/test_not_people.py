"""Rows that are no people."""

import polars as pl
import pytest

from keycafe_clean.read.table.not_people import example_rows, lone_cells, not_people

HEADERS = ["Id", "Name", "Hours", "Site"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["1", "Ann Lee", "40", "Köln"], None),
        ([None, None, None, None], "blank"),
        ([" ", None, "\t", None], "blank"),
        (["Id", "Name", "Hours", "Site"], "header"),
        ([" Id", " Name", "Hours ", None], "header"),
        (["7", "Name", "40", "Site B"], None),
        (["Total", None, "1,240", None], "total"),
        (["TOTAL: 3", None, None, None], "total"),
        ([None, "Zwischensumme Einkauf", "80", None], "total"),
        (["Summe", None, "80,5", None], "total"),
        (["Grand Total (EUR)", None, "12", "7"], "total"),
        (["(160 rows affected)", None, None, None], "total"),
        (["160 Mitarbeiter", None, None, None], "total"),
        (["Summe", "160 Mitarbeiter", None, None], "total"),
        (["Total", None, "12 employees", None], "total"),
        (["* 12 Personalnummern", None, None, None], "total"),
        (["Sous-total Lille", None, "Effectif : 12", None], "total"),
        (["Sales total", "12 employees", None, None], "total"),
        (["Sous-total Lille", None, "Effectif", None], None),
        (["Total Lee", "Ann", "40", None], None),
        (["Total", "Sum", None, None], None),
        (["9", "Total", "40", None], "total"),
        (["9", "Sum", "40", None], None),
        (["9", "40", "7", "razem:"], "total"),
        (["Total", "Ann", "40", None], None),
        (["IT Total", None, "80", None], "total"),
        (["--", "----", "--", "---"], None),
        (["---", "----", "---", "---"], "page"),
        (["Page 1 of 3", None, None, None], "page"),
        (["Seite 2", None, None, "01.11.2026"], "page"),
        (["Report generated 09/01/2026 by Ann", None, None, None], "page"),
        (["------", None, None, None], "page"),
        (["# end", None, None, None], "page"),
        (["Page", "Ann", "40", "Leeds"], None),
        ([None, "Lee", None, None], None),
        (["Name", "Hours", None, None], None),
        (["7", "Name", "Hours", "Site"], None),
        (["Sales", None, None, None], "heading"),
        (["Site: Leeds", None, None, None], "heading"),
        (["Name Sales", None, None, None], "heading"),
        ([None, "Source: Workday", None, None], "page"),
        (["Confidential", "Ann", "a@example.com", None], None),
        ([None, "mailto:a@example.com", None, None], None),
        ([None, "Total", None, "t@example.com"], None),
    ],
)
def test_rows_that_are_no_people_are_told(row: list[str | None], reason: str | None) -> None:
    """Blank rows, repeated names, totals and page lines; a person called Total stays a person."""
    people = [["1", "Bob", "40", "York"]] * 3
    cells = pl.DataFrame([row, *people], schema=dict.fromkeys(HEADERS, pl.String), orient="row")

    assert not_people(cells).to_list() == [reason, None, None, None]


@pytest.mark.parametrize("name", ["Sum Yi", "Earl Count", "Page, Ann", "Counts"])
def test_people_are_not_taken_for_totals(name: str) -> None:
    """Names that begin or end with such a word belong to people whose rows are as full as the others."""
    cells = pl.DataFrame({"Name": ["Ann Lee", name], "Id": ["1", "2"]})

    assert not_people(cells).to_list() == [None, None]


def test_no_row_is_none() -> None:
    """A table without a row has no reason."""
    assert not_people(pl.DataFrame(schema={"Id": pl.String})).to_list() == []


@pytest.mark.parametrize(
    "name", ["Total", "Page", "Sum", "Count", "Anzahl", "End", "Report", "Ende", "Summe", "Confidential"]
)
def test_people_with_an_address_stay_people(name: str) -> None:
    """Whatever somebody is called, a name and an address are a person."""
    rows = [["1", "Ann Lee", "ann@example.com", "Leeds"]] * 4 + [[None, name, "t@example.com", None]]
    cells = pl.DataFrame(rows, schema=["Id", "Name", "Email", "Site"], orient="row")

    assert not_people(cells).to_list() == [None] * 5


def test_headers_of_two_levels_are_repeated_without_the_upper_one() -> None:
    """Pages begin with the lower header only, and with names as often as they stand there."""
    cells = pl.DataFrame({"Worker: Name": ["Name", "Ann"], "Email": ["Email", "a@b.co"], "Email (2)": ["Email", None]})

    assert not_people(cells).to_list() == ["header", None]


def test_words_in_a_column_of_numbers_are_a_heading() -> None:
    """Even with a number behind them: `Personalstamm Werk 0100` between the numbers of people."""
    people = [[f"{number}", "Ann", "Lee", "ann@example.com"] for number in range(1, 6)]
    rows = [*people, ["Personalstamm Werk 0100", None, None, None], *people]
    cells = pl.DataFrame(rows, schema=dict.fromkeys(["Nr", "Vorname", "Nachname", "E-Mail"], pl.String), orient="row")

    assert not_people(cells).to_list() == [*[None] * 5, "heading", *[None] * 5]


def table(*rows: list[str | None]) -> pl.DataFrame:
    """Get a table of these rows."""
    return pl.DataFrame(rows, schema=[f"C{place}" for place in range(len(rows[0]))], orient="row").cast(pl.String)


@pytest.mark.parametrize(
    "names", [["Nr", "Vorname", "Nachname", "E-Mail"], ["PersNr", "Given name", "Surname", "Mail"]]
)
def test_a_page_of_numbers_begins_with_column_names(names: list[str]) -> None:
    """They are no person without a number, so that a subtotal is a heading on the next page as on the first."""
    people = [["1", "Ann", "Lee", "ann@example.com"], ["2", "Bo", "Roe", "bo@example.com"]]
    rows = [*people, ["* Köln", None, None, "2"], names, *people]
    cells = pl.DataFrame(rows, schema=dict.fromkeys(["Nr", "Vorname", "Nachname", "E-Mail"], pl.String), orient="row")

    assert not_people(cells).to_list()[2] == "heading"


@pytest.mark.parametrize(("with_digits", "reason"), [(9, "heading"), (8, None)])
def test_nine_of_ten_people_have_digits_in_a_column_of_numbers(with_digits: int, reason: str | None) -> None:
    """Only there is a word a heading."""
    people: list[list[str | None]] = [
        [f"E{number}" if number < with_digits else "E", "Ann", "x", "y"] for number in range(10)
    ]

    assert not_people(table(*people, ["Werk", None, None, None])).to_list()[-1] == reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["* On parental leave", None, None], "page"),
        (["*  SICK", None, None], "page"),
        ([None, "(*) = temporary", None], "page"),
        (["† retired in May", None, None], "page"),
        (["* Lee", "Ann", None], None),
        (["*Lee", None, None], None),
        (["* Lee ann@x.de", None, None], None),
        (["* Lee", None], None),
    ],
)
def test_what_a_star_means_is_a_line_of_text(row: list[str | None], reason: str | None) -> None:
    """Alone in a row where people fill several cells; marked people have more than one cell."""
    people: list[list[str | None]] = [["Lee", "Ann", "York"][: len(row)]] * 3

    assert not_people(table(*people, row)).to_list()[-1] == reason


@pytest.mark.parametrize(("longer", "reason"), [(2, None), (3, "total")])
def test_three_of_four_people_fill_the_usual_cells(longer: int, reason: str | None) -> None:
    """A total with its group is as full as a person where most people fill no more."""
    people: list[list[str | None]] = [["1", "2", "3" if number < longer else None] for number in range(8)]

    assert not_people(table(*people, ["Total Sales", "5", None])).to_list()[-1] == reason


@pytest.mark.parametrize(("cells", "reason"), [(["Page 1", "2", "3", None], "page"), (["Page 1", "2", "3", "4"], None)])
def test_a_page_line_has_three_cells_at_the_most(cells: list[str | None], reason: str | None) -> None:
    """Four are a person of an odd name."""
    people: list[list[str | None]] = [["1", "2", "3", "4"]] * 3

    assert not_people(table(cells, *people)).to_list()[0] == reason


@pytest.mark.parametrize(("named", "reason"), [(2, "header"), (1, None)])
def test_half_of_a_row_says_the_names_again(named: int, reason: str | None) -> None:
    """Fewer cells may say by chance what their column is called."""
    row: list[str | None] = [f"C{place}" if place < named else "x" for place in range(4)]

    assert not_people(table(row, *[["a", "b", "c", "d"]] * 3)).to_list()[0] == reason


@pytest.mark.parametrize(("lone", "expected"), [(3, 3), (4, 0)])
def test_lone_cells_are_odd_where_half_of_the_people_have_more(lone: int, expected: int) -> None:
    """Where more people have a single cell, that is how the file is."""
    rows = [["Ann Lee", None, None]] * lone + [["1", "2", "3"]] * 3
    cells = pl.DataFrame(rows, schema=["A", "B", "C"], orient="row")

    assert lone_cells(cells, pl.Series([True] * cells.height)).height == expected


@pytest.mark.parametrize(("width", "expected"), [(3, 1), (2, 0)])
def test_lone_cells_are_odd_where_people_fill_three(width: int, expected: int) -> None:
    """One cell where others have two says little."""
    rows: list[list[str | None]] = [["Leeds", *[None] * (width - 1)], *[["x"] * width] * 3]

    assert lone_cells(table(*rows), pl.Series([True] * 4)).height == expected


@pytest.mark.parametrize(("above", "expected"), [(9, [9]), (10, [])])
def test_examples_stand_in_the_first_ten_rows(above: int, expected: list[int]) -> None:
    """Further down, a name is a name."""
    cells = table(*[["1", "Ann"]] * above, ["Example: Chris", "Green"])

    assert example_rows(cells, pl.Series([True] * cells.height)).get_column("row_id").to_list() == expected


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["chris@contoso.com", "ann@x.de"], [0]),
        (["chris@fabrikam.onmicrosoft.com", "ann@x.de"], [0]),
        (["chris@corp.contoso.com", "ann@x.de"], [0]),
        (["chris@contoso.com", "ann@contoso.com"], []),
        (["chris@contoso.example.com", "ann@x.de"], []),
    ],
)
def test_an_invented_company_is_an_example(addresses: list[str], expected: list[int]) -> None:
    """The address of somebody in a template; where the next row has one too, it is the company."""
    cells = table(*[["1", "Chris Green", address] for address in addresses])

    assert example_rows(cells, pl.Series([True] * cells.height)).get_column("row_id").to_list() == expected
