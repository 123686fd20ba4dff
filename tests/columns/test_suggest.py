"""Suggestions as a whole: what is taken, what is asked, and what is said of badges."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.columns import suggest
from keycafe_clean.columns.suggest import Suggestion, column_findings, suggest_columns, taken
from keycafe_clean.findings import in_words
from tests.columns.sources import source_of, suggested, unsure

PEOPLE: dict[str, list[str | None]] = {"First Name": ["Ana"], "Last Name": ["Ruiz"]}


def test_own_import_file_maps_to_itself() -> None:
    """All eight of Keycafe's headers are our own file, read back: each is sure, the badge too."""
    found = suggest_columns(source_of({column: ["Ana"] for column in IMPORT_COLUMNS}))

    reason = "Keycafe's own column"
    assert found == tuple(Suggestion(column, (column,), sure=True, reason=reason) for column in IMPORT_COLUMNS)


def test_badge_code_is_never_suggested_by_itself() -> None:
    """Seven of the eight headers are not enough for a badge."""
    cells: dict[str, list[str | None]] = {column: ["true"] for column in IMPORT_COLUMNS if column != "SmartBox User"}

    assert "Badge Code" not in suggested(cells)
    assert suggested(cells)["Send Invitation"] == ("Send Invitation",)


@pytest.mark.parametrize("header", ["Badge ID", "Ausweisnummer", "N° de badge", "Card Number", "Badge Code"])
def test_badge_is_noted(header: str) -> None:
    """A column that looks like a badge is not used, and a note says so."""
    source = source_of({**PEOPLE, header: ["0042"]})

    said = in_words(
        column_findings(source, suggest_columns(source), ()), source.rows.with_columns(file=pl.lit("hr.csv"))
    )

    assert said.select("code", "severity", "sentence").rows() == [
        (
            "badge_not_used",
            "note",
            f"'{header}' is not used. Keycafe needs the number of its own fob or sticker, not of your door badge.",
        )
    ]


def test_unsure_suggestion_is_a_question() -> None:
    """An unsure suggestion is asked about in a sentence with its reason, and belongs to no row."""
    source = source_of({**PEOPLE, "Status": ["Applied"]})
    reason = "its words are about an application, not about employment"

    said = in_words(
        column_findings(source, suggest_columns(source), ()), source.rows.with_columns(file=pl.lit("hr.csv"))
    )

    assert said.select("row_id", "severity", "sentence").rows() == [
        (
            None,
            "question",
            f"'Status' may be the column for status: {reason}. It is not used until you say so.",
        )
    ]


def test_nothing_to_say() -> None:
    """Sure columns alone raise no finding."""
    source = source_of(PEOPLE)

    assert_frame_equal(column_findings(source, suggest_columns(source), ()), source.findings)


def test_taken_gathers_several_headers() -> None:
    """Sure suggestions of one column are gathered in order; unsure ones are left."""
    suggestions = (
        Suggestion("status", ("Status",), sure=True, reason=""),
        Suggestion("status", ("HR Status",), sure=True, reason=""),
        Suggestion("Email Address", ("Column 3",), sure=False, reason=""),
    )

    assert taken(suggestions) == {"status": ("Status", "HR Status")}


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Vorname", "German for first name"),
        ("VORNA", "usual SAP name"),
        ("First Name", "usual name"),
        ("Given", "means first name"),
    ],
)
def test_reasons(header: str, reason: str) -> None:
    """The reason names the language or the HR system."""
    (found,) = suggest_columns(source_of({header: ["Ana"]}))

    assert found.reason == reason


def test_rows_that_are_no_people_have_no_say() -> None:
    """A total below a column of addresses does not change its share."""
    source = source_of({"Email": ["ana@acme.com", "Total: 1"]})
    marked = source.rows.with_columns(not_people=pl.Series([None, "total"]))

    (found,) = suggest_columns(type(source)("hr.csv", source.cells, marked))

    assert found.reason == "100 % are addresses"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Hire Date": ["15.03.2019"]}, {"start_date": ("Hire Date",)}),
        ({"Original Hire Date": ["2001-01-01"], "Hire Date": ["2019-03-15"]}, {"start_date": ("Hire Date",)}),
        ({"Date de sortie": ["15/03/2019"]}, {"exit_date": ("Date de sortie",)}),
        ({"退職日": ["2019年3月15日"]}, {"exit_date": ("退職日",)}),
        ({"In dienst": ["15-03-2019"]}, {"start_date": ("In dienst",)}),
        ({"Last Day": [None]}, {"exit_date": ("Last Day",)}),
        ({"Hire Date": ["soon"]}, {}),
        ({"Contract End Date": ["2030-01-01"]}, {}),
        ({"Abteilung": ["Vertrieb"], "Standort": ["Köln"]}, {"department": ("Abteilung",), "location": ("Standort",)}),
        ({"Department": [None], "Team": ["Blue"]}, {"department": ("Team",)}),
    ],
)
def test_dates_and_places(cells: dict[str, list[str | None]], expected: dict[str, tuple[str, ...]]) -> None:
    """Dates need cells that are dates, places need any."""
    assert suggested(cells) == expected


def test_first_and_last_days_of_a_leave_are_asked_about() -> None:
    """Where nearly everybody begins and ends in one year, the days are those of a leave."""
    cells: dict[str, list[str | None]] = {
        "Name": ["Ana Ruiz", "Bo Klemt"],
        "Start Date": ["2026-01-05", "2026-02-02"],
        "End Date": ["2026-01-18", "2026-02-08"],
    }

    assert [(it.column, it.reason) for it in unsure(cells)] == [
        ("exit_date", "nearly every one is of the same year as in 'Start Date'"),
        ("start_date", "nearly every one is of the same year as in 'End Date'"),
    ]


def test_columns_of_a_source_are_suggested_once() -> None:
    """As long as there is the source; nothing of it stays behind."""
    source = source_of({"First Name": ["Ana"], "Last Name": ["Ruiz"]})
    before = len(suggest._SUGGESTED)

    assert suggest_columns(source) is suggest_columns(source)
    assert len(suggest._SUGGESTED) == before + 1
    del source
    assert len(suggest._SUGGESTED) == before
