import polars as pl
import pytest

from keycafe_clean.article.contract import IMPORT_COLUMNS
from keycafe_clean.article.rules import break_rules
from keycafe_clean.findings import in_words
from keycafe_clean.steps.warnings import WARNING_RULES

FULL = {
    "First Name": "Ana",
    "Last Name": "Ruiz",
    "Email Address": "ana@acme.com",
    "SmartBox User": "false",
    "Send Invitation": "true",
    "Generate Access Code": "true",
}
SMARTBOX = {"SmartBox User": "true", "Send Invitation": "false", "Generate Access Code": "true"}


def found(**cells: str | None) -> list[tuple[str, ...]]:
    """Get severity, sentence and advice of every finding about one row."""
    named = {name.replace("_", " "): value for name, value in cells.items()}
    row = {column: named.get(column) for column in IMPORT_COLUMNS} | {
        f"raw.{column}": named.get(f"raw.{column}", named.get(column)) for column in IMPORT_COLUMNS
    }
    frame = pl.DataFrame([row], schema=dict.fromkeys(row, pl.String)).with_row_index("row_id")
    places = frame.select("row_id", source_row=pl.lit(2), file=pl.lit("a.csv"))
    return in_words(break_rules(frame, WARNING_RULES), places).select("severity", "sentence", "advice").rows()


@pytest.mark.parametrize(
    "cells",
    [
        FULL,
        {**SMARTBOX, "Email Address": "ana@acme.com"},
        {**FULL, "Generate Access Code": "false"},
        {**FULL, "Email Address": None},
        {**SMARTBOX, "Generate Access Code": "false", "Badge Code": "0042"},
        {**FULL, "First Name": None},
        {**FULL, "Last Name": None},
        {**FULL, "Send Welcome Email": "true"},
        {**FULL, "raw.Email Address": "noreply@acme.com"},
    ],
)
def test_nothing_is_noted_when_everything_is_there(cells: dict[str, str]) -> None:
    """A Full User who is invited and a SmartBox User who gets a code need no note."""
    assert found(**cells) == []


@pytest.mark.parametrize(
    ("cells", "sentence", "advice"),
    [
        (
            {**FULL, "First Name": None, "Last Name": None},
            (
                "Row 2: this Full User goes in by the e-mail address 'ana@acme.com' alone, "
                "without a first and a last name."
            ),
            "Type the name, or leave it: Keycafe needs the address only.",
        ),
        (
            {**SMARTBOX, "Email Address": "ana@acme.com", "Generate Access Code": "false"},
            "Row 2: this SmartBox User gets neither an access code nor a badge, and so cannot open a box.",
            "Set Generate Access Code to 'true', or give a badge.",
        ),
        (
            SMARTBOX,
            (
                "Row 2: this SmartBox User goes in without an e-mail address. "
                "Keycafe sends no e-mail; the access code is handed out by you."
            ),
            "Look the code up in Keycafe once the import is complete.",
        ),
        (
            {**FULL, "Send Invitation": "false"},
            "Row 2: Send Invitation is 'false', so this Full User never gets the link to register.",
            "Set it to 'true', or invite this person in Keycafe.",
        ),
        (
            {"Send Welcome Email": "true"},
            "Row 2: Send Welcome Email is 'true', but there is no e-mail address to send it to.",
            "Type an address, or leave it; nothing is sent.",
        ),
        (
            {**FULL, "Email Address": "ana@acme.local"},
            (
                "Row 2: 'ana@acme.local' belongs to a domain that exists only inside a company; "
                "Keycafe's mail may not arrive."
            ),
            "Look for an address that mail from outside reaches.",
        ),
        (
            {"raw.Email Address": " noreply@acme.com"},
            "Row 2: ' noreply@acme.com' is nobody's own address; it was taken as blank.",
            "Type this person's address if there is one.",
        ),
    ],
)
def test_row_is_noted_when_it_would_not_work(cells: dict[str, str | None], sentence: str, advice: str) -> None:
    """What the article's two tables imply is a note, and keeps nobody out."""
    assert found(**cells) == [("note", sentence, advice)]


def test_badge_is_a_way_in() -> None:
    """Who has a badge needs no access code."""
    cells = {**SMARTBOX, "Email Address": "ana@acme.com", "Generate Access Code": "false", "Badge Code": "0042"}

    assert found(**cells) == []
