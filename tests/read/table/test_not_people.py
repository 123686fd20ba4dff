"""Rows that are no people."""

import polars as pl
import pytest

from keycafe_clean.read.table.not_people import not_people

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
        (["9", "Total", "40", None], None),
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
